import type { Merge, ReadCell, ReadSheet } from '../excel/workbook.ts'
import { findReturnHeaders } from './return-column.ts'

/**
 * A sheet as one sees it: a merged cell is one cell, and what others under it store is not there. The column that a
 * 退回表 came back with is not there either, so that the table is what it was before.
 */
export interface Grid {
  name: string
  /** Rows that show a value, ascending. */
  rows: readonly number[]
  /** The last column that shows a value. */
  last_column: number
  /** The cell whose upper left corner is here. */
  cell(row: number, column: number): ReadCell | undefined
  /** All cells that begin in the row, by column. */
  cells(row: number): readonly ReadCell[]
  merge(row: number, column: number): Merge | undefined
}

/** How far a cell reaches; a plain one is its own area. */
export function areaOf(grid: Grid, row: number, column: number): Merge {
  return (
    grid.merge(row, column) ?? { first_row: row, first_column: column, last_row: row, last_column: column }
  )
}

export function createGrid(sheet: ReadSheet): Grid {
  const merges = mergesByColumn(sheet)
  const mergeAt = (row: number, column: number) => findMerge(merges.get(column), row)
  const returned = returnedFrom(sheet)
  const cells = new Map<number, ReadCell[]>()
  let last_column = 0
  for (const { number, cells: stored } of sheet.rows) {
    const shown = stored.filter((cell) => {
      if (number >= (returned.get(cell.column) ?? Number.POSITIVE_INFINITY)) return false
      const merge = mergeAt(number, cell.column)
      return merge === undefined || (merge.first_row === number && merge.first_column === cell.column)
    })
    if (shown.length === 0) continue
    cells.set(number, shown)
    last_column = Math.max(last_column, shown.at(-1)?.column ?? 0)
  }
  return {
    name: sheet.name,
    rows: [...cells.keys()].sort((one, other) => one - other),
    last_column,
    cell: (row, column) => findCell(cells.get(row), column),
    cells: (row) => cells.get(row) ?? [],
    merge: mergeAt,
  }
}

/** Of each column of an earlier 退回表 its first row. */
function returnedFrom(sheet: ReadSheet): Map<number, number> {
  const rows = new Map<number, number>()
  for (const { column, row } of findReturnHeaders(sheet))
    rows.set(column, Math.min(row, rows.get(column) ?? row))
  return rows
}

/** Of every column the merges that lie over it, by their first row. */
function mergesByColumn(sheet: ReadSheet): Map<number, Merge[]> {
  const columns = new Map<number, Merge[]>()
  const ordered = [...sheet.merges].sort((one, other) => one.first_row - other.first_row)
  for (const merge of ordered) {
    for (let column = merge.first_column; column <= merge.last_column; column++) {
      const there = columns.get(column)
      if (there) there.push(merge)
      else columns.set(column, [merge])
    }
  }
  return columns
}

function findMerge(merges: readonly Merge[] | undefined, row: number): Merge | undefined {
  if (merges === undefined) return undefined
  let low = 0
  let high = merges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((merges[middle]?.first_row ?? 0) <= row) low = middle + 1
    else high = middle
  }
  const merge = merges[low - 1]
  return merge && merge.last_row >= row ? merge : undefined
}

function findCell(cells: readonly ReadCell[] | undefined, column: number): ReadCell | undefined {
  if (cells === undefined) return undefined
  let low = 0
  let high = cells.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cells[middle]?.column ?? 0) < column) low = middle + 1
    else high = middle
  }
  return cells[low]?.column === column ? cells[low] : undefined
}
