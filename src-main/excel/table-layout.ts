import type { StyleName } from './cell-styles.ts'
import { daySerial } from './day-serial.ts'
import { heightOf, maxRowHeight, smallestBodyRow } from './row-height.ts'
import type { SheetTable, TableColumn, TableValue } from './workbook.ts'

/** A cell or a merged area on the grid; rows and columns count from 0. */
export interface LaidCell {
  row: number
  column: number
  rows: number
  columns: number
  value: TableValue
  style: StyleName
}

export interface Laid {
  heights: number[]
  cells: LaidCell[]
  /** Areas merged downwards because their values are equal; they may be parted where a page ends. */
  groups: LaidCell[]
}

/** Points across from one grid column to another; less for text in a style with a broader font than 宋体. */
export type WidthOf = (column: number, columns: number, style?: StyleName) => number

/** Header and rows of a table, from row 0. */
export function layTable(table: SheetTable, widthOf: WidthOf): Laid {
  const columns = placeColumns(table.columns)
  const laid: Laid = { heights: [], cells: [], groups: [] }
  addRow(
    laid,
    columns.map((column) => ({ ...column, value: column.header, style: 'header' })),
    widthOf,
  )
  if (table.rows.length === 0 && table.empty_text) {
    const last = columns.at(-1)
    const whole = { column: 0, columns: last ? last.column + last.columns : 1 }
    addRow(laid, [{ ...whole, value: table.empty_text, style: 'center' }], widthOf)
  }
  addBody(laid, table.rows, columns, widthOf)
  for (let blank = 0; blank < (table.blank_rows ?? 0); blank += 1) {
    addRow(
      laid,
      columns.map((column) => blankCell(column)),
      widthOf,
    )
  }
  return laid
}

export type PlacedColumn = TableColumn & { column: number; columns: number }
type RowCell = Pick<LaidCell, 'column' | 'columns' | 'value' | 'style'>

export function placeColumns(columns: readonly TableColumn[]): PlacedColumn[] {
  let next = 0
  return columns.map((column) => {
    const placed = { ...column, column: next, columns: column.span ?? 1 }
    next += placed.columns
    return placed
  })
}

/** A text too long for the highest row that Excel allows is given several rows, merged downwards. */
function addRow(laid: Laid, row: readonly RowCell[], widthOf: WidthOf): void {
  const heights = row.map((cell) =>
    heightOf(cell.value, cell.style, widthOf(cell.column, cell.columns, cell.style)),
  )
  const needed = Math.max(smallestBodyRow, ...heights)
  const rows = Math.ceil(needed / maxRowHeight)
  const first = laid.heights.length
  for (let index = 0; index < rows; index += 1) laid.heights.push(Math.ceil(needed / rows))
  for (const cell of row) {
    const { column, columns, value, style } = cell
    laid.cells.push({ row: first, rows, column, columns, value, style })
  }
}

function addBody(
  laid: Laid,
  rows: readonly TableValue[][],
  columns: readonly PlacedColumn[],
  widthOf: WidthOf,
): void {
  const runs = findRuns(rows, columns)
  const grouped = columns.map((_, place) => rowsOf(runs.filter((run) => run.place === place)))
  const starts: number[] = []
  for (const [index, row] of rows.entries()) {
    starts.push(laid.heights.length)
    const cells = columns.flatMap((column, place) =>
      grouped[place]?.has(index) ? [] : [rowCell(row[place] ?? null, column)],
    )
    addRow(laid, cells, widthOf)
  }
  starts.push(laid.heights.length)
  for (const { place, first, last } of runs) {
    const column = columns[place]
    const from = starts[first]
    const to = starts[last + 1]
    if (!column || from === undefined || to === undefined) continue
    const cell = rowCell(rows[first]?.[place] ?? null, column)
    const group: LaidCell = { ...cell, row: from, rows: to - from }
    stretch(laid.heights, group, widthOf)
    laid.groups.push(group)
  }
}

export interface Run {
  /** Which of the table's columns. */
  place: number
  first: number
  last: number
}

function rowsOf(runs: readonly Run[]): Set<number> {
  const rows = new Set<number>()
  for (const { first, last } of runs) for (let row = first; row <= last; row += 1) rows.add(row)
  return rows
}

/** Neighbours with equal values in a `merge_equal` column, never across a change in such a column before it. */
export function findRuns(rows: readonly TableValue[][], columns: readonly PlacedColumn[]): Run[] {
  const runs: Run[] = []
  const before: number[] = []
  for (const [place, column] of columns.entries()) {
    if (!column.merge_equal) continue
    before.push(place)
    let first = 0
    for (let row = 1; row <= rows.length; row += 1) {
      const isSame = before.every((other) => isEqualText(rows[row]?.[other], rows[first]?.[other]))
      if (row < rows.length && isSame && isFilled(rows[first]?.[place])) continue
      if (row - first > 1) runs.push({ place, first, last: row - 1 })
      first = row
    }
  }
  return runs
}

function isEqualText(one: TableValue | undefined, other: TableValue | undefined): boolean {
  return (one ?? '') === (other ?? '')
}

function isFilled(value: TableValue | undefined): boolean {
  return value !== undefined && value !== null && value !== ''
}

/** Makes the rows of a group high enough for its text. */
export function stretch(heights: number[], group: LaidCell, widthOf: WidthOf): void {
  const has = heights.slice(group.row, group.row + group.rows).reduce((sum, height) => sum + height, 0)
  const lacking = heightOf(group.value, group.style, widthOf(group.column, group.columns, group.style)) - has
  if (lacking <= 0) return
  for (let row = group.row; row < group.row + group.rows; row += 1) {
    heights[row] = Math.min(maxRowHeight, (heights[row] ?? 0) + Math.ceil(lacking / group.rows))
  }
}

export function rowCell(value: TableValue, column: PlacedColumn): RowCell {
  return { column: column.column, columns: column.columns, value, style: styleOf(value, column) }
}

export function styleOf(value: TableValue, { kind, align, merge_equal }: TableColumn): StyleName {
  if (kind === 'date' && typeof value === 'string' && daySerial(value) !== undefined) return 'date'
  // A group of one row looks like the merged ones.
  if (merge_equal) return 'center'
  if (align) return align
  if (kind === 'date') return 'center'
  return kind === 'number' || typeof value === 'number' ? 'right' : 'left'
}

/** A date typed into it looks like one at once. */
function blankCell(column: PlacedColumn): RowCell {
  const cell = rowCell(null, column)
  return column.kind === 'date' ? { ...cell, style: 'date' } : cell
}
