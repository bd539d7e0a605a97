import { fontSizes, type StyleName } from './cell-styles.ts'
import { countLines, type TextBox } from './text-lines.ts'
import type { TableValue } from './workbook.ts'

/** Excel's own limit, in points. */
export const maxRowHeight = 409

const lineSpacing = 1.45
const padding = 5
const smallest: Partial<Record<StyleName, number>> = {
  attachment: 24,
  title: 40,
  head_left: 24,
  head_center: 24,
  head_right: 24,
  caption: 28,
  header: 28,
  foot: 36,
  note: 18,
}
export const smallestBodyRow = 22

/** Points across; a column of n half-width characters is n × 7 + 5 pixels wide, of which 72 / 96 points each. */
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75
}

/** Points that a cell of this style needs; `width` in points, all merged columns together. */
export function heightOf(value: TableValue, style: StyleName, width: number): number {
  return heightOfLines(countLines(String(value ?? ''), textBox(style, width)), style)
}

export function textBox(style: StyleName, width: number): TextBox {
  const size = fontSizes[style]
  const inset = 6
  return { width: Math.max(size, width - inset), size }
}

export function heightOfLines(lines: number, style: StyleName): number {
  return Math.max(
    smallest[style] ?? smallestBodyRow,
    Math.ceil(lines * fontSizes[style] * lineSpacing + padding),
  )
}
