import { columnPoints, maxRowHeight } from './row-height.ts'
import type { PaperSize, SheetToWrite } from './workbook.ts'

/** In inches; about 1.5 and 1.8 cm. */
export const pageMargins = { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.35 }

/** In points. */
export const paperSizes: Record<PaperSize, { short: number; long: number }> = {
  A4: { short: 595, long: 842 },
  A3: { short: 842, long: 1191 },
}
const inch = 72

/** What the size of a printed page comes from. */
export type PageShape = Pick<SheetToWrite, 'orientation' | 'paper' | 'widths' | 'fonts'>

/** Points of row height that a printed page holds once the sheet is shrunk to the width of the paper. */
export function pageRoom(shape: PageShape): number {
  const height = paperOf(shape).down - (pageMargins.top + pageMargins.bottom) * inch
  return height / pageScale(shape)
}

/** Points across that the margins leave. */
export function paperRoom(paper: Pick<SheetToWrite, 'orientation' | 'paper'>): number {
  return paperOf(paper).across - (pageMargins.left + pageMargins.right) * inch
}

/** How large a sheet is printed that has room: one takes A3 to have more on a page, and body text of 9 points reads well. */
export function fullScale({ paper = 'A4' }: Pick<SheetToWrite, 'paper'>): number {
  return paper === 'A3' ? 0.86 : 1
}

/** How much a sheet is shrunk to the width of its paper; 1 for not at all. */
export function pageScale(shape: PageShape): number {
  const needed = shape.widths.reduce((sum, characters) => sum + columnPoints(characters), 0)
  return Math.min(1, Math.floor((paperRoom(shape) / needed) * 100) / 100)
}

/** In points, as it lies. */
export function paperOf({ orientation, paper = 'A4' }: Pick<SheetToWrite, 'orientation' | 'paper'>) {
  const { short, long } = paperSizes[paper]
  return orientation === 'landscape' ? { across: long, down: short } : { across: short, down: long }
}

/** What decides where pages end. */
export interface PageRows {
  heights: number[]
  room: number
  /** Height of the rows printed again on top of each further page. */
  repeated: number
  /** Rows that shall not be the last of a page: captions, column heads, the rows before the signatures. */
  keep_with_next: ReadonlySet<number>
}

/**
 * The rows (from 0) that begin a page after the first. Excel ignores page breaks in a sheet that is fitted to the width,
 * but all heights are ours, so it comes to the same rows by itself; other programs keep to the breaks.
 */
export function pageStarts({ heights, room, repeated, keep_with_next: keep }: PageRows): number[] {
  const starts: number[] = []
  let first = 0
  let used = 0
  for (let row = 0; row < heights.length; row += 1) {
    const height = heights[row] ?? 0
    if (used + height > room && row > first) {
      let start = row
      while (start > first && keep.has(start - 1)) start -= 1
      first = start > first ? start : row
      starts.push(first)
      used = heights.slice(first, row).reduce((sum, other) => sum + other, repeated)
    }
    used += height
  }
  return starts
}

/** Where rows were moved to the next page to keep them together, those that stay are spread over the room left behind. */
export function fillPages(page: PageRows, isBody: (row: number) => boolean): void {
  const { heights, room, repeated } = page
  let first = 0
  for (const start of pageStarts(page)) {
    const rows = heights.slice(first, start)
    const used = rows.reduce((sum, height) => sum + height, first > 0 ? repeated : 0)
    const spare = room - used - (heights[start] ?? 0) / 2
    const body = rows.map((_, index) => first + index).filter(isBody)
    if (spare > 0 && spare < room / 4) {
      for (const row of body) heights[row] = Math.min(maxRowHeight, (heights[row] ?? 0) + spare / body.length)
    }
    first = start
  }
}
