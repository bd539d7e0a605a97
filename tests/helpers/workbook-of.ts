import { addressOf } from '../../src-main/excel/cell-address.ts'
import type { Merge, ReadCell, ReadSheet, ReadWorkbook } from '../../src-main/excel/workbook.ts'

/** A date cell; everything else is written as what it is: `'文字'`, `12`, null for an empty cell. */
export interface DateValue {
  date: string
}
export type CellValue = string | number | null | DateValue

export interface SheetValues {
  name?: string
  is_hidden?: boolean
  /** Rows from the first one on; an empty list is an empty row. */
  rows: readonly (readonly CellValue[])[]
  /** `A1:C1` */
  merges?: readonly string[]
  hidden_rows?: readonly number[]
  hidden_columns?: readonly number[]
}

/** What the Excel room answers for a workbook with these values. */
export function workbookOf(...sheets: readonly SheetValues[]): ReadWorkbook {
  return { format: 'xlsx', warnings: [], sheets: sheets.map(sheetOf) }
}

function sheetOf({
  name = 'Sheet1',
  is_hidden = false,
  rows,
  merges = [],
  ...hidden
}: SheetValues): ReadSheet {
  const { hidden_rows = [], hidden_columns = [] } = hidden
  return {
    name,
    is_hidden,
    hidden_columns: [...hidden_columns],
    merges: merges.map(mergeOf),
    rows: rows.flatMap((values, at) => {
      const cells = values.flatMap((value, column) => cellOf(value, at + 1, column + 1))
      return cells.length > 0 ? [{ number: at + 1, is_hidden: hidden_rows.includes(at + 1), cells }] : []
    }),
  }
}

function cellOf(value: CellValue, row: number, column: number): ReadCell[] {
  if (value === null || value === '') return []
  const place = { address: addressOf(row, column), column }
  if (typeof value === 'number') return [{ ...place, kind: 'number', text: String(value), number: value }]
  if (typeof value === 'string') return [{ ...place, kind: 'text', text: value }]
  return [{ ...place, kind: 'date', text: value.date, date: value.date }]
}

function mergeOf(range: string): Merge {
  const [first, last] = range.split(':').map((address) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    return { column, row: Number(row) }
  })
  if (!first || !last) throw new Error(`No range: ${range}`)
  return {
    first_row: first.row,
    first_column: first.column,
    last_row: last.row,
    last_column: last.column,
  }
}
