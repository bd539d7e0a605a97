import { fontSizes, type StyleName } from './cell-styles.ts'
import { countLines, type TextBox, textWidth } from './text-lines.ts'
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

export const pixelPoints = 72 / 96
/** Of a half-width character by which columns are counted, and of the margins of a column. */
export const characterPixels = 7
const marginPixels = 5

/** Points across of a column of so many half-width characters. */
export function columnPoints(characters: number): number {
  return (characters * characterPixels + marginPixels) * pixelPoints
}

/** The characters that a column of so many points must have at least. */
export function charactersIn(points: number): number {
  return (Math.ceil(points / pixelPoints) - marginPixels) / characterPixels
}

/** Points that a cell of this style needs; `width` in points, all merged columns together. */
export function heightOf(value: TableValue, style: StyleName, width: number): number {
  // Real dates and numbers are never wrapped.
  if (style === 'date' || typeof value === 'number') return heightOfLines(1, style)
  return heightOfLines(countLines(String(value ?? ''), textBox(style, width)), style)
}

/** Programs round the widths of characters to pixels: 11 points come out 6 % broader in LibreOffice, 2 % in Excel. */
const wrapsEarly = 0.94

const inset = 6

/** Points that a text needs to stand on one line; its style's own size. */
export function lineWidth(text: string, style: StyleName): number {
  return (textWidth(text) * fontSizes[style]) / wrapsEarly + inset
}

export function textBox(style: StyleName, width: number): TextBox {
  const size = fontSizes[style]
  return { width: Math.max(size, (width - inset) * wrapsEarly), size }
}

export function heightOfLines(lines: number, style: StyleName): number {
  return Math.max(
    smallest[style] ?? smallestBodyRow,
    Math.ceil(lines * fontSizes[style] * lineSpacing + padding),
  )
}
