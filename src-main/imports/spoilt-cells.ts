import type { RowIssue } from '../../src-shared/problem.ts'
import type { ReadCell } from '../excel/workbook.ts'
import type { Table } from './find-tables.ts'
import { newIssue, type Place } from './sheet-row.ts'
import type { TableRow } from './table-rows.ts'

/** Values that a program has spoilt before they came to us; what they were nobody can tell. 序号 does not matter. */
export function spoiltCells(place: Place, { block }: Table, { cells }: TableRow): RowIssue[] {
  return block.columns.flatMap(({ field }) => {
    const cell = field === null || field === 'serial' ? undefined : cells.get(field)
    const trouble = cell && troubleOf(cell)
    if (!trouble) return []
    return [newIssue(place, { severity: 'wrong', address: cell.address, found: cell.text, ...trouble })]
  })
}

function troubleOf({ kind, text }: ReadCell): { why: string; suggestion: string } | undefined {
  if (kind === 'error') {
    return { why: `单元格里是错误值 ${text}。`, suggestion: '请在原表中改好公式，或直接填上内容。' }
  }
  if (kind === 'number' && /^\d{16,}$/.test(text)) {
    const why = `${text.length} 位的编号被当作数字存放，第 15 位以后的数字已经丢失，位数对、数字不对。`
    return { why, suggestion: '请先把这一列设为文本格式，再重新填写编号。' }
  }
  return undefined
}
