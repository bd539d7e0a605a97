import type { ChangedCell, RowDifference, SubmissionComparison } from '../../src-shared/submissions.ts'
import type { TextTable } from './sheet-rows.ts'

/** Columns that are numbered anew each time and say nothing of a row. */
const running = new Set(['序号', '编号序号'])
const names = ['姓名', '工作事项', '事项', '主要职责', '职责内容', '责任人']

/** Row by row by what names a row: its number, else its person and matter. */
export function compareTables(
  then: readonly (TextTable | null)[],
  now: readonly TextTable[],
): SubmissionComparison {
  const result: SubmissionComparison = { rows_then: 0, rows_now: 0, same: 0, differences: [], notes: [] }
  for (const [at, table] of now.entries()) {
    const old = then[at]
    const title = table.caption || '表格'
    result.rows_now += table.rows.length
    if (!old) {
      result.notes.push(`上报件里没有找到“${title}”，无法对比。`)
      continue
    }
    result.rows_then += old.rows.length
    compareTable(title, old, table, result)
  }
  return result
}

function compareTable(title: string, old: TextTable, now: TextTable, into: SubmissionComparison): void {
  const shared = now.columns.filter((column) => old.columns.includes(column))
  noteColumns(title, old.columns, now.columns, into)
  const keys = keyColumns(shared)
  const before = byKey(old, keys)
  const after = byKey(now, keys)
  const compared = shared.filter((column) => !running.has(column))
  for (const [key, row] of after) {
    const other = before.get(key)
    const cells = compared.map((column) => ({
      column,
      old: other ? cellOf(old, other, column) : '',
      new: cellOf(now, row, column),
    }))
    if (!other) into.differences.push({ kind: 'added', table: title, key, cells: cells.filter(hasText) })
    else pushChanged({ kind: 'changed', table: title, key, cells: cells.filter(isChanged) }, into)
  }
  for (const [key, row] of before) {
    if (after.has(key)) continue
    const cells = compared.map((column) => ({ column, old: cellOf(old, row, column), new: '' }))
    into.differences.push({ kind: 'removed', table: title, key, cells: cells.filter(hasText) })
  }
}

function pushChanged(difference: RowDifference, into: SubmissionComparison): void {
  if (difference.cells.length === 0) into.same += 1
  else into.differences.push(difference)
}

const isChanged = (cell: ChangedCell) => cell.old !== cell.new
const hasText = (cell: ChangedCell) => cell.old !== '' || cell.new !== ''

function noteColumns(
  title: string,
  old: readonly string[],
  now: readonly string[],
  into: SubmissionComparison,
): void {
  const gone = old.filter((column) => column !== '' && !now.includes(column))
  const fresh = now.filter((column) => !old.includes(column))
  if (gone.length > 0) into.notes.push(`“${title}”现在没有这些列，没有对比：${gone.join('、')}。`)
  if (fresh.length > 0) into.notes.push(`上报件的“${title}”没有这些列，没有对比：${fresh.join('、')}。`)
}

/** The column with the record's number; without one, those with its person and its words; else all of them. */
export function keyColumns(columns: readonly string[]): string[] {
  const number = columns.find((column) => /编号$|档号$/.test(column) && !running.has(column))
  if (number !== undefined) return [number]
  const named = columns.filter((column) => names.includes(column))
  return named.length > 0 ? named : columns.filter((column) => !running.has(column))
}

/** Rows with the same key are told apart by their order. */
function byKey(table: TextTable, keys: readonly string[]): Map<string, string[]> {
  const rows = new Map<string, string[]>()
  for (const row of table.rows) {
    const key = keys.map((column) => cellOf(table, row, column)).join(' · ')
    let free = key
    for (let nth = 2; rows.has(free); nth += 1) free = `${key}（第 ${nth} 行）`
    rows.set(free, row)
  }
  return rows
}

function cellOf(table: TextTable, row: readonly string[], column: string): string {
  return row[table.columns.indexOf(column)] ?? ''
}
