import type { ColumnEdit } from './patch-edits.ts'
import { attributeOf, withAttribute } from './patch-element.ts'

interface ColumnRange {
  first: number
  last: number
  tag: string
}

/** The `<col>` elements of a sheet: widths and styles of columns, each for a range of them. */
export class Columns {
  private ranges: ColumnRange[] = []

  note(tag: string): void {
    const first = Number(attributeOf(tag, 'min'))
    const last = Number(attributeOf(tag, 'max'))
    if (first >= 1 && last >= first) this.ranges.push({ first, last, tag })
  }

  style(column: number): number {
    const range = this.ranges.find(({ first, last }) => column >= first && column <= last)
    return Number((range && attributeOf(range.tag, 'style')) ?? 0)
  }

  /** All `<col>` elements, with these widths. */
  edited(edits: readonly ColumnEdit[], prefix: string): string {
    for (const { column, width } of edits) {
      const range = this.ranges.find(({ first, last }) => column >= first && column <= last)
      const plain = range?.tag ?? `<${prefix}col min="${column}" max="${column}"/>`
      const shown = withAttribute(withAttribute(plain, 'hidden', undefined), 'collapsed', undefined)
      const tag = withAttribute(withAttribute(shown, 'width', width), 'customWidth', 1)
      const others = range ? cut(range, column) : []
      this.ranges = this.ranges
        .flatMap((one) => (one === range ? others : [one]))
        .concat({ first: column, last: column, tag })
        .sort((one, other) => one.first - other.first)
    }
    return this.ranges
      .map(({ first, last, tag }) => withAttribute(withAttribute(tag, 'min', first), 'max', last))
      .join('')
  }
}

/** A range without one of its columns. */
function cut(range: ColumnRange, column: number): ColumnRange[] {
  return [
    { ...range, last: column - 1 },
    { ...range, first: column + 1 },
  ].filter(({ first, last }) => last >= first)
}
