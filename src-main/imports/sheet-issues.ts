import type { ColumnUse } from '../../src-shared/imports.ts'
import type { RowIssue } from '../../src-shared/problem.ts'
import { shorten } from './cell-text.ts'
import type { ChosenSheet } from './choose-sheet.ts'
import { guessHeader } from './guess-header.ts'
import type { SheetColumn } from './import-sheet.ts'
import { findReturnHeaders, return_header } from './return-column.ts'
import { newIssue, type Place } from './sheet-row.ts'

/** What is wrong with a sheet as a whole: it lacks the column that makes a row, or it has no rows. */
export function sheetIssues(
  place: Place,
  chosen: ChosenSheet,
  columns: readonly SheetColumn[],
  records: number,
): RowIssue[] {
  const table = chosen.tables[0]?.table
  if (table === undefined) return [missingColumn(place, chosen, columns)]
  if (records > 0) return []
  const address = table.block.columns[0]?.address ?? 'A1'
  const found = table.block.columns.map(({ text }) => text).join('、')
  const has_rows = chosen.tables.some(({ rows }) => rows.length > 0)
  const why = has_rows ? '表头下面没有可导入的内容。' : '只有表头，下面是空的。'
  return [newIssue(place, { severity: 'warning', address, found, why, suggestion: '请填好内容后再导入。' })]
}

function missingColumn(place: Place, { grid }: ChosenSheet, columns: readonly SheetColumn[]): RowIssue {
  const anchors = columns.filter(({ is_anchor }) => is_anchor).map(({ label }) => `“${label}”`)
  const header = guessHeader(grid)
  if (header === null) {
    const why = grid.rows.length === 0 ? '这张工作表是空的。' : '这张工作表里找不到表头。'
    const suggestion = `请选择有${anchors.join('或')}一列的工作表。`
    return newIssue(place, { severity: 'wrong', address: 'A1', found: '', why, suggestion })
  }
  return newIssue(place, {
    severity: 'wrong',
    address: header.cells[0]?.address ?? 'A1',
    found: header.cells.map(({ text }) => text).join('、'),
    why: `没有${anchors.join('或')}一列，看不出哪里是内容。`,
    suggestion: `请在表头写上${anchors[0] ?? ''}后再导入，或另选一张工作表、另一种内容。`,
  })
}

/** Every named column and what it was taken for; the same name in a second table is told once. */
export function columnUses(chosen: ChosenSheet, columns: readonly SheetColumn[]): ColumnUse[] {
  const uses = new Map<string, ColumnUse>()
  for (const { address, text, parent, column, field } of chosen.columns) {
    const label = columns.find((one) => one.field === field)?.label ?? null
    const header = shorten(parent === '' ? text : `${parent} ${text}`)
    const key = `${column} ${header}`
    if (!uses.has(key)) uses.set(key, { address, header, used_as: label })
  }
  const [returned] = findReturnHeaders(chosen.sheet)
  const own = returned ? [{ address: returned.address, header: return_header, used_as: null }] : []
  return [...uses.values(), ...own]
}

export function hiddenWarnings({ sheet, columns }: ChosenSheet): string[] {
  const rows = sheet.rows.filter(({ is_hidden }) => is_hidden).map(({ number }) => number)
  const shown = `${rows.slice(0, 5).join('、')}${rows.length > 5 ? ' 等' : ''}`
  const hidden = columns.filter(
    ({ field, column }) => field !== null && sheet.hidden_columns.includes(column),
  )
  const names = [...new Set(hidden.map(({ text }) => `“${shorten(text, 20)}”`))].join('、')
  return [
    ...(sheet.is_hidden ? [`工作表“${sheet.name}”在文件里是隐藏的。`] : []),
    ...(rows.length > 0 ? [`第 ${shown} 行（共 ${rows.length} 行）在文件里是隐藏的，也读进来了。`] : []),
    ...(names === '' ? [] : [`${names}列在文件里是隐藏的，也读进来了。`]),
  ]
}
