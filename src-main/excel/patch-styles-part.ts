import type { Mark } from './patch-edits.ts'
import { attributeOf, childrenOf, tagOf, withAttribute } from './patch-element.ts'
import { prefixIn, reopened } from './patch-package.ts'
import type { Piece } from './patch-pieces.ts'

/** How a style differs from the one it is derived from. */
export interface StyleChange {
  fill?: Mark | 'none'
  is_note?: boolean
  is_date?: boolean
}

export interface DerivedStyle {
  base: number
  change: StyleChange
}

/** What new styles have to count on from. */
export interface StyleCounts {
  fills: number
  /** The highest number of a number format. */
  last_format: number
  /** Sections without anything in them. */
  bare: ReadonlySet<string>
}

/** Shades that are only ours, not those of Excel's own 差 and 适中, so that they can be told and taken away again. */
export const markColors: Record<Mark, string> = { wrong: 'FFFFADAD', warning: 'FFFFE7A3' }

/** Sections of the part in the order that the format asks for. */
const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs']
const fills = ['wrong', 'warning'] as const

/** Puts the derived styles behind those that are there, with their fills and their date format. */
export class StylesPartEditor {
  private readonly derived: readonly DerivedStyle[]
  private readonly counts: StyleCounts
  /** What goes into each section; it is done when it has been taken out. */
  private readonly missing: Set<string>
  private readonly bases = new Map<number, string>()
  private seen = 0
  private prefix = ''

  constructor(derived: readonly DerivedStyle[], counts: StyleCounts) {
    this.derived = derived
    this.counts = counts
    for (const { base } of derived) this.bases.set(base, '')
    const has = (test: (change: StyleChange) => unknown) => derived.some(({ change }) => test(change))
    this.missing = new Set([
      ...(has(({ is_date }) => is_date) ? ['numFmts'] : []),
      ...(has(({ fill }) => fill && fill !== 'none') ? ['fills'] : []),
      'cellXfs',
    ])
  }

  edit({ kind, name, section, raw, is_empty }: Piece): string {
    if (kind === 'root') {
      this.prefix = prefixIn(raw, name)
      return is_empty ? reopened(raw, this.sectionsBefore(order.length), this.prefix + name) : raw
    }
    if (kind === 'item' && section === 'cellXfs') this.noteBase(raw)
    if (kind === 'root_end') return this.sectionsBefore(order.length) + raw
    if (kind === 'section_end' && this.missing.delete(name)) return this.items(name) + raw
    if (kind !== 'section') return raw
    const place = order.indexOf(name)
    const before = this.sectionsBefore(place < 0 ? order.length : place)
    if (!this.missing.has(name)) return before + raw
    if (!is_empty) return before + this.counted(name, raw)
    this.missing.delete(name)
    return before + reopened(this.counted(name, raw), this.items(name), this.prefix + name)
  }

  private noteBase(raw: string): void {
    if (this.bases.has(this.seen)) this.bases.set(this.seen, raw)
    this.seen += 1
  }

  /** The sections that the part should have had before this place. */
  private sectionsBefore(place: number): string {
    const due = order.slice(0, place).filter((name) => this.missing.delete(name))
    return due.map((name) => this.element(name, this.items(name))).join('')
  }

  private counted(name: string, tag: string): string {
    const count = attributeOf(tag, 'count')
    if (count === undefined) return tag
    const more = name === 'cellXfs' ? this.derived.length : name === 'fills' ? fills.length : 1
    return withAttribute(tag, 'count', Number(count) + more)
  }

  /** Into a section without anything goes what the numbers count from too. */
  private items(section: string): string {
    const isFirst = this.counts.bare.has(section)
    if (section === 'numFmts') {
      return this.element(`numFmt numFmtId="${this.counts.last_format + 1}" formatCode="yyyy\\-mm\\-dd"`)
    }
    if (section === 'fills') {
      const standard = ['none', 'gray125'].map((pattern) =>
        this.element('fill', this.element(`patternFill patternType="${pattern}"`)),
      )
      return [...(isFirst ? standard : []), ...fills.map((mark) => this.fill(markColors[mark]))].join('')
    }
    const standard = isFirst ? this.element('xf numFmtId="0" fontId="0" fillId="0" borderId="0"') : ''
    return standard + this.derived.map((style) => this.style(style)).join('')
  }

  private fill(color: string): string {
    const colors = this.element(`fgColor rgb="${color}"`) + this.element('bgColor indexed="64"')
    return this.element('fill', this.element('patternFill patternType="solid"', colors))
  }

  private style({ base, change }: DerivedStyle): string {
    const raw = this.bases.get(base) || this.element('xf numFmtId="0" fontId="0" fillId="0" borderId="0"')
    const old = tagOf(raw)
    let tag = old
    if (change.fill) {
      const fill = change.fill === 'none' ? 0 : this.counts.fills + fills.indexOf(change.fill)
      tag = withAttribute(withAttribute(tag, 'fillId', fill), 'applyFill', 1)
    }
    if (change.is_date || change.is_note) {
      const format = change.is_date ? this.counts.last_format + 1 : 0
      tag = withAttribute(withAttribute(tag, 'numFmtId', format), 'applyNumberFormat', 1)
    }
    const inside = raw.slice(old.length)
    return change.is_note ? this.wrapped(tag, inside) : tag + inside
  }

  /** With an alignment for longer text; `inside` begins behind the tag of the style. */
  private wrapped(tag: string, inside: string): string {
    const open = withAttribute(tag, 'applyAlignment', 1).replace(/\s*\/>$/, '>')
    const closing = inside === '' ? `</${this.prefix}xf>` : ''
    const whole = open + inside + closing
    const alignment = childrenOf(whole).find(({ name }) => name === 'alignment')
    if (!alignment) {
      const look = 'alignment horizontal="left" vertical="center" wrapText="1"'
      return open + this.element(look) + inside + closing
    }
    let look = whole.slice(alignment.start, alignment.open_end)
    for (const [name, value] of noteLook) look = withAttribute(look, name, value)
    return whole.slice(0, alignment.start) + look + whole.slice(alignment.open_end)
  }

  private element(start: string, inside = ''): string {
    const [name = ''] = start.split(' ', 1)
    return inside === ''
      ? `<${this.prefix}${start}/>`
      : `<${this.prefix}${start}>${inside}</${this.prefix}${name}>`
  }
}

const noteLook = [
  ['horizontal', 'left'],
  ['wrapText', '1'],
  ['shrinkToFit', undefined],
  ['textRotation', undefined],
  ['indent', undefined],
] as const
