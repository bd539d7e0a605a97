import { tidy } from '../../src-shared/fields.ts'
import type { ReadSheet } from '../excel/workbook.ts'

/** The header of the column that a 退回表 brings back. No form of an office calls a column of its own so. */
export const return_header = '退回原因'

export interface ReturnHeader {
  row: number
  column: number
  address: string
}

/** Where an earlier 退回表 has written its column; a sheet with several tables has it at each. */
export function findReturnHeaders({ rows }: ReadSheet): ReturnHeader[] {
  return rows.flatMap(({ number, cells }) =>
    cells
      .filter(({ kind, text }) => kind === 'text' && tidy(text) === return_header)
      .map(({ column, address }) => ({ row: number, column, address })),
  )
}
