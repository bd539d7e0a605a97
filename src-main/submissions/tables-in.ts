import type { Finding } from '../../src-shared/preflight.ts'
import type { ReadCell, ReadSheet } from '../excel/workbook.ts'
import { guessHeader } from '../imports/guess-header.ts'
import { createGrid, type Grid } from '../imports/sheet-grid.ts'

export interface SheetRowCells {
  number: number
  cells: ReadonlyMap<number, ReadCell>
}

/** What there is to say of a row; it may remember the rows before. */
export type RowCheck = (row: SheetRowCells) => Finding[]

/** A table of a sheet whatever its words are: its head, and its rows down to the signatures. */
export interface FoundTable {
  headers: ReadonlyMap<number, string>
  head_row: number
  rows: SheetRowCells[]
}

const foot = /^(?:填报人|制表人|审核人|负责人|单位负责人|填表人|备注[:：]|注[:：]|说明[:：])/

export function tablesIn(sheet: ReadSheet): FoundTable[] {
  const grid = createGrid(sheet)
  const first = guessHeader(grid)
  if (!first) return []
  const tables: FoundTable[] = []
  let head: Head | null = headAt(grid, first.row)
  let rows: SheetRowCells[] = []
  const close = () => {
    if (head) tables.push({ headers: head.names, head_row: head.row, rows })
    rows = []
  }
  for (const number of grid.rows.filter((row) => row > first.row)) {
    const cells = grid.cells(number)
    const [only] = cells
    if (only && foot.test(only.text.trim())) break
    // A line by itself is the caption of the next table.
    if (cells.length === 1 && only && spansAll(grid, number, only.column)) {
      close()
      head = null
    } else if (head === null) head = headAt(grid, number)
    else rows.push({ number, cells: new Map(cells.map((cell) => [cell.column, cell])) })
  }
  close()
  return tables
}

interface Head {
  row: number
  names: Map<number, string>
}

function headAt(grid: Grid, row: number): Head {
  return {
    row,
    names: new Map(grid.cells(row).map((cell) => [cell.column, cell.text.replace(/\s+/g, '')])),
  }
}

function spansAll(grid: Grid, row: number, column: number): boolean {
  const merge = grid.merge(row, column)
  return column === 1 && merge !== undefined && merge.last_column >= Math.min(grid.last_column, 4)
}
