import type { NumberFormat } from './number-format.ts'
import { attributeOf, childrenOf, tagOf, withAttribute } from './patch-element.ts'
import type { PatchPackage } from './patch-package.ts'
import {
  type DerivedStyle,
  markColors,
  type StyleChange,
  type StyleCounts,
  StylesPartEditor,
} from './patch-styles-part.ts'
import { readStyles } from './styles.ts'

/** The cell styles of a book: known ones by their number, new ones derived from them. */
export class StyleBook {
  private readonly known: Known
  private readonly derived: DerivedStyle[] = []
  private readonly numbers = new Map<string, number>()

  private constructor(known: Known) {
    this.known = known
  }

  static async read(pack: PatchPackage): Promise<StyleBook> {
    const part = await pack.linkOf(pack.workbook, 'styles')
    return new StyleBook(part ? await readKnown(pack, part) : nothingKnown)
  }

  /** The number of a style that looks like `base` but for the change. */
  derive(base: number, change: StyleChange): number {
    const plain = change.fill ? this.unmarked(base) : base
    const isDate = change.is_date === true && this.known.formats[plain] !== 'date'
    const real: StyleChange = {
      ...(change.fill ? { fill: change.fill } : {}),
      ...(change.is_note ? { is_note: true } : {}),
      ...(isDate ? { is_date: true } : {}),
    }
    if (Object.keys(real).length === 0) return base
    return this.number({ base: plain, change: real })
  }

  /** The style that a cell had before it was marked; the style itself when it is no marked one. */
  unmarked(style: number): number {
    const before = this.known.marked.get(style)
    if (before === undefined) return style
    return before ?? this.number({ base: style, change: { fill: 'none' } })
  }

  /** Whether cells of this style break long text into lines. */
  wraps(style: number): boolean {
    return this.known.wrapped.has(style)
  }

  get marked_styles(): readonly number[] {
    return [...this.known.marked.keys()]
  }

  async save(pack: PatchPackage): Promise<void> {
    if (this.derived.length === 0) return
    const part = (await pack.linkOf(pack.workbook, 'styles')) ?? (await addStylesPart(pack))
    const editor = new StylesPartEditor(this.derived, this.known)
    await pack.edit(part, (piece) => editor.edit(piece))
  }

  private number(style: DerivedStyle): number {
    const key = JSON.stringify([style.base, style.change])
    const before = this.numbers.get(key)
    if (before !== undefined) return before
    const number = this.known.styles + this.derived.length
    this.derived.push(style)
    this.numbers.set(key, number)
    return number
  }
}

interface Known extends StyleCounts {
  /** How many there are. */
  styles: number
  formats: readonly NumberFormat[]
  wrapped: ReadonlySet<number>
  /** Styles that bear a mark of ours → the style without it, or null when there is none. */
  marked: ReadonlyMap<number, number | null>
}

/** A book without a styles part, or with one that says nothing. */
const nothingKnown: Known = {
  styles: 1,
  fills: 2,
  last_format: 163,
  bare: new Set(['fills', 'cellXfs']),
  formats: [],
  wrapped: new Set(),
  marked: new Map(),
}

async function readKnown(pack: PatchPackage, part: string): Promise<Known> {
  const marks = new Set<string>()
  const wrapped = new Set<number>()
  const counts = { fills: 0, cellXfs: 0, last_format: 163 }
  await pack.look(part, ({ kind, name, section, raw }) => {
    if (kind !== 'item') return
    if (section === 'fills') {
      if (isMark(raw)) marks.add(String(counts.fills))
      counts.fills += 1
    } else if (section === 'cellXfs') {
      if (/\swrapText\s*=\s*["'](?:1|true)["']/.test(raw)) wrapped.add(counts.cellXfs)
      counts.cellXfs += 1
    } else if (name === 'numFmt') {
      counts.last_format = Math.max(counts.last_format, Number(attributeOf(raw, 'numFmtId')) || 0)
    }
  })
  return {
    styles: counts.cellXfs || nothingKnown.styles,
    fills: counts.fills || nothingKnown.fills,
    last_format: counts.last_format,
    bare: new Set((['fills', 'cellXfs'] as const).filter((section) => counts[section] === 0)),
    wrapped,
    formats: await readStyles(asAsync(pack.chunks(part))),
    marked: marks.size > 0 ? await readMarked(pack, part, marks) : new Map(),
  }
}

function isMark(fill: string): boolean {
  const colors = childrenOf(fill).flatMap(({ start, end }) => {
    const pattern = fill.slice(start, end)
    return childrenOf(pattern).map((color) => attributeOf(tagOf(pattern.slice(color.start)), 'rgb'))
  })
  return colors.some((color) => color === markColors.wrong || color === markColors.warning)
}

/** For each style with one of these fills the first other that is like it in all else. */
async function readMarked(
  pack: PatchPackage,
  part: string,
  marks: ReadonlySet<string>,
): Promise<Map<number, number | null>> {
  const plain = new Map<string, number>()
  const marked = new Map<number, string>()
  let number = 0
  await pack.look(part, ({ kind, section, raw }) => {
    if (kind !== 'item' || section !== 'cellXfs') return
    const look = lookOf(raw)
    if (marks.has(attributeOf(tagOf(raw), 'fillId') ?? '')) marked.set(number, look)
    else if (!plain.has(look)) plain.set(look, number)
    number += 1
  })
  return new Map([...marked].map(([style, look]) => [style, plain.get(look) ?? null]))
}

/** A style but for its fill. */
function lookOf(raw: string): string {
  const tag = tagOf(raw)
  return (
    withAttribute(withAttribute(tag, 'fillId', undefined), 'applyFill', undefined) + raw.slice(tag.length)
  )
}

async function* asAsync(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks
}

async function addStylesPart(pack: PatchPackage): Promise<string> {
  const space = pack.is_strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${space}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs></styleSheet>`
  const part = await pack.add(
    'xl/styles',
    'xml',
    Buffer.from(text).toString('latin1'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
  )
  await pack.link(pack.workbook, 'styles', part)
  return part
}
