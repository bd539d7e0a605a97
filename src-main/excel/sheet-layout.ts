import { fitWidths } from './column-widths.ts'
import { headParts, type LinePart, layLine, spreadFoot } from './line-layout.ts'
import { fillPages, type PageRows, pageRoom, pageStarts } from './page-estimate.ts'
import { columnPoints } from './row-height.ts'
import { breadthOf, officialFonts } from './sheet-fonts.ts'
import { type Laid, type LaidCell, layTable, stretch, type WidthOf } from './table-layout.ts'
import type { SheetToWrite } from './workbook.ts'

/** A sheet in the official layout, as areas on a grid; rows and columns count from 0. */
export interface LaidSheet {
  /** In half-width characters: as asked for, but never too narrow for a date or number. */
  widths: number[]
  heights: number[]
  cells: LaidCell[]
  /** Of the only table; undefined when there are several. It stays in sight on the screen. */
  header_row: number | undefined
  /** First and last row printed again on every page: the column heads, or title and head where there are several tables. */
  print_titles: [number, number]
  /** Rows that begin a page after the first, where a merged group was parted for it; else pages may end as they like. */
  page_starts: number[]
  /** Rows that begin a page after the first as far as can be told, whether or not anything was parted there. */
  estimated_starts: number[]
}

export const gapBetweenTables = 12

/** From top to bottom: title, head, tables, foot, notes. */
export function layOutSheet(plan: SheetToWrite): LaidSheet {
  const sheet = { ...plan, widths: fitWidths(plan) }
  const widthOf = widthOver(sheet)
  const laid: LaidSheet = {
    widths: sheet.widths,
    heights: [],
    cells: [],
    header_row: undefined,
    print_titles: [0, 1],
    page_starts: [],
    estimated_starts: [],
  }
  const groups: LaidCell[] = []
  const addLine = (parts: LinePart[]) => {
    const line = layLine(parts, sheet.widths.length, widthOf)
    laid.cells.push(...line.cells.map((cell) => ({ ...cell, row: laid.heights.length })))
    laid.heights.push(line.height)
  }

  if (sheet.attachment) addLine([{ text: sheet.attachment, style: 'attachment' }])
  const title = laid.heights.length
  addLine([{ text: sheet.title, style: 'title' }])
  addLine(headParts(sheet.head))
  laid.print_titles = [title, title + 1]
  const keep = new Set(laid.heights.keys())
  for (const [index, table] of sheet.tables.entries()) {
    const from = laid.heights.length
    if (index > 0) laid.heights.push(gapBetweenTables)
    if (table.caption) addLine([{ text: table.caption, style: 'caption' }])
    const header = laid.heights.length
    if (sheet.tables.length === 1) laid.header_row = header
    addTable(laid, groups, layTable(table, widthOf))
    for (let row = from; row <= header; row += 1) keep.add(row)
  }
  const foot = laid.heights.length
  addLine([{ text: spreadFoot(sheet.foot, widthOf(0, sheet.widths.length, 'foot')), style: 'foot' }])
  for (const note of sheet.notes ?? []) addLine([{ text: note, style: 'note' }])
  for (let row = foot - 2; row < laid.heights.length; row += 1) keep.add(row)

  const starts = endPages(laid, sheet, keep, foot)
  laid.estimated_starts = starts
  const parts = groups.flatMap((group) => cutAtPages(group, starts))
  for (const part of parts) stretch(laid.heights, part, widthOf)
  laid.cells.push(...parts)
  if (parts.length > groups.length) laid.page_starts = starts
  return laid
}

export function widthOver({
  widths,
  fonts = officialFonts,
}: Pick<SheetToWrite, 'widths' | 'fonts'>): WidthOf {
  return (column, columns, style) => {
    const width = widths.slice(column, column + columns).reduce((sum, each) => sum + columnPoints(each), 0)
    return style === undefined ? width : width / breadthOf(style, fonts)
  }
}

function addTable(laid: LaidSheet, groups: LaidCell[], table: Laid): void {
  const from = laid.heights.length
  laid.heights.push(...table.heights)
  laid.cells.push(...table.cells.map((cell) => ({ ...cell, row: cell.row + from })))
  groups.push(...table.groups.map((cell) => ({ ...cell, row: cell.row + from })))
}

function endPages(laid: LaidSheet, sheet: SheetToWrite, keep: ReadonlySet<number>, foot: number): number[] {
  if (laid.header_row !== undefined) laid.print_titles = [laid.header_row, laid.header_row]
  const [first, last] = laid.print_titles
  const page: PageRows = {
    heights: laid.heights,
    room: pageRoom(sheet),
    repeated: laid.heights.slice(first, last + 1).reduce((sum, height) => sum + height, 0),
    keep_with_next: keep,
  }
  fillPages(page, (row) => row < foot && !keep.has(row))
  return pageStarts(page)
}

function cutAtPages(group: LaidCell, starts: readonly number[]): LaidCell[] {
  const end = group.row + group.rows
  const cuts = [group.row, ...starts.filter((start) => start > group.row && start < end), end]
  return cuts.slice(1).map((cut, index) => {
    const row = cuts[index] ?? group.row
    return { ...group, row, rows: cut - row }
  })
}
