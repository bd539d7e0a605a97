import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { XmlScanner } from '../../../src-main/excel/xml-scanner.ts'

/** What is told, neighbouring texts joined; undefined when it is refused. */
type Told = string[] | undefined

function collect(read: (tell: (kind: string, what: unknown) => void) => void): Told {
  const told: [string, unknown][] = []
  try {
    read((kind, what) => {
      const last = told.at(-1)
      if (kind === 'text' && last?.[0] === 'text') last[1] = `${last[1]}${what}`
      else told.push([kind, what])
    })
  } catch {
    return undefined
  }
  return told.map((one) => JSON.stringify(one))
}

function ours(pieces: readonly string[]): Told {
  return collect((tell) => {
    const scanner = new XmlScanner({
      declaration: (encoding) => tell('declaration', encoding),
      doctype() {
        throw new Error('doctype')
      },
      open: (name, attributes) => tell('open', [name, attributes]),
      close: (name) => tell('close', name),
      text: (text) => tell('text', text),
    })
    for (const piece of pieces) scanner.write(piece)
    scanner.close()
  })
}

/** The same document by a general parser: what is well-formed and what it says. */
function theirs(pieces: readonly string[]): Told {
  return collect((tell) => {
    const parser = new SaxesParser({ xmlns: false, position: false })
    let depth = 0
    parser.on('xmldecl', ({ encoding }) => encoding && tell('declaration', encoding))
    parser.on('doctype', () => {
      throw new Error('doctype')
    })
    parser.on('opentag', ({ name, attributes }) => {
      depth += 1
      tell('open', [name, attributes])
    })
    parser.on('closetag', ({ name }) => {
      depth -= 1
      tell('close', name)
    })
    parser.on('text', (text) => depth > 0 && tell('text', text))
    parser.on('cdata', (text) => text !== '' && tell('text', text))
    for (const piece of pieces) parser.write(piece)
    parser.close()
  })
}

const name = fc.constantFrom('c', 'v', 'x:row', 'is', '表', '_a.b-1')
const words = fc.string({
  unit: fc.constantFrom(...'a一 \t\n\r\'>"', '&amp;', '&#20010;', '&#x4E00;', '&lt;', '𠮷'),
  maxLength: 8,
})
const blank = fc.constantFrom(' ', '\n', '  ', '\r\n\t')
const attribute = fc
  .tuple(blank, name, fc.constantFrom('=', ' = '), words, fc.constantFrom('"', "'"))
  .map(([gap, key, is, value, quote]) => `${gap}${key}${is}${quote}${value.replaceAll(quote, '')}${quote}`)
const attributes = fc.uniqueArray(attribute, {
  maxLength: 3,
  selector: (one) => one.trim().split(/[ =]/)[0] ?? '',
})
const aside = fc.constantFrom('<!-- a - b -->', '<?go on?>', '<![CDATA[a]]b<&>]]>', '<!---->')
const { element } = fc.letrec((tie) => ({
  element: fc
    .tuple(name, attributes, fc.option(fc.array(tie('content'), { maxLength: 4 }), { depthSize: 'small' }))
    .map(([tag, list, inner]) =>
      inner === null ? `<${tag}${list.join('')}/>` : `<${tag}${list.join('')} >${inner.join('')}</${tag} >`,
    ),
  content: fc.oneof({ depthSize: 'small' }, words, aside, tie('element')),
}))
const start = fc.constantFrom(
  '',
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  "<?xml version='1.0'?>",
)
const whole = fc
  .tuple(start, element, fc.constantFrom('', '\n', '<!-- end -->'))
  .map((parts) => parts.join(''))

/** A document with one thing changed, which mostly spoils it. */
const spoilt = fc
  .tuple(
    whole,
    fc.nat(),
    fc.constantFrom(
      ...'<>/&;="\'!?-[] x',
      '\u0001',
      '\uFFFE',
      '&#0;',
      '&#xD800;',
      '&nbsp;',
      '&constructor;',
      '<!DOCTYPE a>',
      '<a>',
      '</a>',
      ']]>',
      '--',
      '<?xml?>',
    ),
    fc.nat(2),
  )
  .map(([text, at, piece, cut]) => {
    const characters = [...text]
    characters.splice(at % (characters.length + 1), cut, piece)
    return characters.join('')
  })

const inPieces = (document: fc.Arbitrary<string>) =>
  fc.tuple(document, fc.integer({ min: 1, max: 20 })).map(([text, size]) => {
    const characters = [...text]
    const pieces: string[] = []
    while (characters.length > 0) pieces.push(characters.splice(0, size).join(''))
    return pieces
  })

describe('the scanner tells of the same as a general parser', () => {
  it('for documents that are well-formed, however they are cut', () => {
    fc.assert(
      fc.property(inPieces(whole), (pieces) => {
        const told = ours(pieces)
        expect(told).toBeDefined()
        expect(told).toEqual(theirs(pieces))
      }),
      { numRuns: 1000 },
    )
  })

  it('for documents that are spoilt in one place: mostly nothing, since both refuse them', () => {
    let refused = 0
    fc.assert(
      fc.property(inPieces(spoilt), (pieces) => {
        const told = ours(pieces)
        expect(told).toEqual(theirs(pieces))
        if (told === undefined) refused += 1
      }),
      { numRuns: 3000 },
    )
    expect(refused).toBeGreaterThan(1000)
  })
})
