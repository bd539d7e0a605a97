import { limits } from './limits.ts'
import { damaged } from './unreadable.ts'
import { forbiddenCharacter, lineEnds, plainAttribute, plainText } from './xml-characters.ts'

/** What a scanner tells of; names are as they stand, with their prefix. */
export interface XmlEvents {
  declaration(encoding: string): void
  doctype(): void
  open(name: string, attributes: Record<string, string>): void
  close(name: string): void
  text(text: string): void
  /**
   * May take well-formed markup that it knows by itself, from the `<` at `at` on; answers where that ends, or `at` where
   * it leaves it to the scanner.
   */
  take?(text: string, at: number): number
}

/**
 * Reads XML 1.0 piece by piece and throws for whatever is not well-formed. It knows no entities but the five of XML
 * itself. Four times as fast as a general parser, which is what reading a workbook mostly waits for.
 */
export class XmlScanner {
  private readonly events: XmlEvents
  private readonly open: string[] = []
  /** What has been given and not yet been used up: the beginning of a tag or text. */
  private text = ''
  private isAtStart = true
  private hasRoot = false

  constructor(events: XmlEvents) {
    this.events = events
  }

  write(piece: string): void {
    const bad = piece.search(forbiddenCharacter)
    this.text += bad < 0 ? piece : piece.slice(0, bad)
    this.scan()
    // Only now, so that whoever is told of it is at the right place.
    if (bad >= 0) throw new Error('a character that XML does not allow')
    if (this.text.length > limits.xml_silent_characters) throw damaged('内部数据里有过长的文字')
  }

  close(): void {
    if (this.open.length > 0 || !this.hasRoot) throw new Error('the document is not complete')
    this.tellText(0, this.text.length)
    if (this.text.includes('<')) throw new Error('the document ends within a tag')
  }

  private scan(): void {
    let at = 0
    for (;;) {
      const next = this.text.indexOf('<', at)
      if (next < 0) break
      if (next > at) this.tellText(at, next)
      const taken = this.open.length > 0 ? (this.events.take?.(this.text, next) ?? next) : next
      if (taken > next) {
        at = taken
        continue
      }
      const end = this.markup(next)
      at = end < 0 ? next : end
      if (end < 0) break
    }
    if (at > 0) this.text = this.text.slice(at)
  }

  private tellText(from: number, to: number): void {
    const text = this.text.slice(from, to)
    this.isAtStart = false
    if (this.open.length === 0) {
      if (notBlank.test(text)) throw new Error('text outside of the root')
    } else this.events.text(plainText(text))
  }

  /** Tells of what begins at `at`, where a `<` stands; answers where it ends, below 0 when that is not there yet. */
  private markup(at: number): number {
    const second = this.text.charCodeAt(at + 1)
    const end =
      second === slash
        ? this.closeTag(at)
        : second === question || second === exclamation
          ? this.aside(at)
          : this.openTag(at)
    if (end >= 0) this.isAtStart = false
    return end
  }

  private closeTag(at: number): number {
    const end = this.text.indexOf('>', at)
    if (end < 0) return end
    const name = this.open.pop()
    const written = this.text.slice(at + 2, end)
    if (name === undefined || (written !== name && written.trimEnd() !== name))
      throw new Error('a closing tag without its opening one')
    this.events.close(name)
    return end + 1
  }

  private openTag(from: number): number {
    const { text } = this
    let at = nameEnd(text, from + 1)
    if (at === text.length) return -1
    const name = text.slice(from + 1, at)
    const attributes: Record<string, string> = {}
    let count = 0
    for (;;) {
      const gap = at
      at = blankEnd(text, at)
      const code = text.charCodeAt(at)
      if (code === greater || code === slash) break
      if (at === text.length) return -1
      if (at === gap) throw new Error('no blank between attributes')
      const end = this.attribute(at, attributes)
      if (end < 0) return end
      at = end
      count += 1
      if (count > limits.xml_attributes) throw damaged('内部数据里一处有过多的属性')
    }
    const isEmpty = text.charCodeAt(at) === slash
    if (isEmpty) at += 1
    if (at === text.length) return -1
    if (text.charCodeAt(at) !== greater || name === '') throw new Error('a tag that is none')
    this.enter(name, attributes, isEmpty)
    return at + 1
  }

  private enter(name: string, attributes: Record<string, string>, isEmpty: boolean): void {
    if (this.open.length === 0) {
      if (this.hasRoot) throw new Error('a second root')
      this.hasRoot = true
    }
    this.events.open(name, attributes)
    if (isEmpty) this.events.close(name)
    else this.open.push(name)
  }

  /** Reads one attribute into the list; answers where it ends. */
  private attribute(from: number, attributes: Record<string, string>): number {
    const { text } = this
    let at = nameEnd(text, from)
    const name = text.slice(from, at)
    at = blankEnd(text, at)
    if (at === text.length) return -1
    if (name === '' || text.charCodeAt(at) !== equals) throw new Error('an attribute that is none')
    at = blankEnd(text, at + 1)
    if (at === text.length) return -1
    const quote = text.charCodeAt(at)
    if (quote !== doubleQuote && quote !== singleQuote) throw new Error('an attribute without quotes')
    const end = text.indexOf(quote === doubleQuote ? '"' : "'", at + 1)
    if (end < 0) return -1
    const value = text.slice(at + 1, end)
    if (value.length > limits.xml_attribute_characters) throw damaged('内部数据里有过长的属性')
    if (Object.hasOwn(attributes, name)) throw new Error('an attribute given twice')
    attributes[name] = plainAttribute(value)
    return end + 1
  }

  /** Comments, processing instructions, CDATA and the document type. */
  private aside(at: number): number {
    const { text } = this
    if (text.startsWith('<?', at)) return this.instruction(at)
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4)
      if (end < 0 || end + 2 === text.length) return -1
      if (text[end + 2] !== '>') throw new Error('two hyphens within a comment')
      return end + 3
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9)
      if (end < 0) return -1
      if (this.open.length === 0) throw new Error('CDATA outside of the root')
      this.events.text(text.slice(at + 9, end).replace(lineEnds, '\n'))
      return end + 3
    }
    if (text.startsWith('<!DOCTYPE', at)) this.events.doctype()
    if (text.length - at < 9) return -1
    throw new Error('markup that is none')
  }

  private instruction(at: number): number {
    const { text } = this
    const end = text.indexOf('?>', at + 2)
    if (end < 0) return -1
    const content = text.slice(at + 2, end)
    const target = content.slice(0, nameEnd(content, 0))
    if (target === '' || !/^$|^[ \t\r\n?]/.test(content.slice(target.length))) {
      throw new Error('an instruction without a target')
    }
    if (target.toLowerCase() === 'xml') {
      const match = declaration.exec(content)
      if (!this.isAtStart || !match) throw new Error('a declaration in the wrong place')
      if (match[3] !== undefined) this.events.declaration(match[3])
    }
    return end + 2
  }
}

const slash = 47
const question = 63
const exclamation = 33
const greater = 62
const equals = 61
const doubleQuote = 34
const singleQuote = 39

const notBlank = /[^ \t\r\n]/
const declaration =
  /^xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][A-Za-z0-9._-]*)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*$/

function nameEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && isInName(text.charCodeAt(at), at === from)) at += 1
  return at
}

function isInName(code: number, isFirst: boolean): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58) return true
  if (code > 127) return true
  return !isFirst && ((code >= 48 && code <= 57) || code === 45 || code === 46)
}

function blankEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return at
    at += 1
  }
}
