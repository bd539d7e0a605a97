import type { Mapping } from '../../src-shared/import-forms.ts'
import type { ImportPreview } from '../../src-shared/imports.ts'
import type { RowIssue } from '../../src-shared/problem.ts'
import { addressOf, parseAddress } from '../excel/cell-address.ts'
import { limits } from '../excel/limits.ts'
import type { CellEdit, CommentEdit, Mark, SheetEdits } from '../excel/patch-edits.ts'
import { columnPoints, heightOf } from '../excel/row-height.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import { type ChosenSheet, chooseSheet, type FoundTable } from './choose-sheet.ts'
import { createHeaderReader } from './header-words.ts'
import type { SheetColumn } from './import-sheet.ts'
import { in_one_go } from './pace.ts'
import { findReturnHeaders, return_header } from './return-column.ts'
import { areaOf, type Grid } from './sheet-grid.ts'

/** Beyond it a sheet with comments takes too long to open; the column names every reason all the same. */
export const most_comments = 3000
/** In characters. */
const reason_width = 60

export interface ReturnEdits {
  edits: SheetEdits
  /** Marked cells, and rows with a reason. */
  cells: number
  rows: number
  comments_left_out: number
}

/** What is written into the clerk's own file: bad cells marked, a comment at each, the reasons of a row beside it. */
export async function returnEdits(
  workbook: ReadWorkbook,
  preview: Pick<ImportPreview, 'sheet' | 'rows' | 'issues'>,
  columns: readonly SheetColumn[],
  mapping: Mapping | null = null,
): Promise<ReturnEdits | null> {
  const reader = createHeaderReader(columns)
  const chosen = await chooseSheet(workbook, reader, preview.sheet, in_one_go, mapping)
  if (chosen === null) return null
  const bad = badCells(chosen.grid, [...preview.issues, ...preview.rows.flatMap(({ issues }) => issues)])
  const reasons = reasonsByRow(preview)
  const column = reasonColumn(chosen)
  const comments = bad.map(({ row, column, issues }) => ({ row, column, text: commentOf(issues) }))
  const marks = bad.map(
    ({ row, column, issues }): CellEdit => ({ row, column, style: { mark: markOf(issues) } }),
  )
  return {
    edits: {
      sheet: chosen.sheet.name,
      clears_marks: true,
      cells: [...marks, ...(column === null ? [] : reasonCells(chosen, reasons, column))],
      comments: comments.slice(0, most_comments),
      ...(column === null ? {} : widthAndHeights(chosen, reasons, column)),
    },
    cells: bad.length,
    rows: reasons.size,
    comments_left_out: Math.max(0, comments.length - most_comments),
  }
}

interface BadCell extends Omit<CommentEdit, 'text'> {
  issues: RowIssue[]
}

/** An issue under a merged cell is seen at its first cell. */
function badCells(grid: Grid, issues: readonly RowIssue[]): BadCell[] {
  const cells = new Map<string, BadCell>()
  for (const issue of issues) {
    const place = parseAddress(issue.address)
    if (!place) continue
    const { first_row: row, first_column: column } = areaOf(grid, place.row, place.column)
    const address = addressOf(row, column)
    const there = cells.get(address)
    if (there) there.issues.push(issue)
    else cells.set(address, { row, column, issues: [issue] })
  }
  return [...cells.values()]
}

function markOf(issues: readonly RowIssue[]): Mark {
  return issues.some(({ severity }) => severity === 'wrong') ? 'wrong' : 'warning'
}

function commentOf(issues: readonly RowIssue[]): string {
  const lines = issues.map(({ severity, why, suggestion }) => {
    const kind = severity === 'wrong' ? '错误' : '提醒'
    return `${kind}：${why}${suggestion === undefined ? '' : `\n建议：${suggestion}`}`
  })
  return [...new Set(lines)].join('\n')
}

/** A row without what names its record may have been forgotten half-way; it is no error, and no cell of it is bad. */
const unnamed = /^没有(?:姓名|职责内容|工作事项)$/

/** Of each row its reasons, those that keep it out first. */
function reasonsByRow({ rows }: Pick<ImportPreview, 'rows'>): Map<number, string> {
  const lines = new Map<number, string[]>()
  for (const { row, issues, verdict, reason } of rows) {
    const wrong = issues.filter(({ severity }) => severity === 'wrong')
    const warnings = issues.filter(({ severity }) => severity !== 'wrong')
    const said = [...wrong, ...warnings].map(
      ({ severity, address, why, suggestion = '' }) =>
        `${severity === 'wrong' ? '' : '（提醒）'}${address}：${why}${suggestion}`,
    )
    if (verdict === 'skipped' && unnamed.test(reason) && said.length === 0) {
      said.push(`（提醒）${reason}，这一行没有读入。请补上，或删去这一行。`)
    }
    if (said.length > 0) lines.set(row, [...(lines.get(row) ?? []), ...said])
  }
  return new Map([...lines].map(([row, said]) => [row, [...new Set(said)].join('\n')]))
}

/** That of an earlier 退回表, or the first free one right of the tables; null where a sheet has no table or no room. */
function reasonColumn({ sheet, tables }: ChosenSheet): number | null {
  const [before] = findReturnHeaders(sheet)
  if (before) return before.column
  if (tables.length === 0) return null
  const first_row = Math.min(...tables.map(({ table }) => table.header.top))
  const last_row = Math.max(...tables.map(lastRowOf))
  let column = 1 + Math.max(...tables.map(({ table }) => table.last_column))
  const taken = new Set<number>()
  for (const { number, cells } of sheet.rows) {
    if (number >= first_row && number <= last_row) for (const cell of cells) taken.add(cell.column)
  }
  for (const merge of sheet.merges) {
    if (merge.last_row < first_row || merge.first_row > last_row) continue
    for (let at = merge.first_column; at <= merge.last_column; at += 1) taken.add(at)
  }
  while (taken.has(column)) column += 1
  return column <= limits.columns ? column : null
}

function lastRowOf({ table, rows }: FoundTable): number {
  return Math.max(table.header.bottom, ...rows.map(({ row }) => row))
}

/** Looks like the last column of the table beside it; a row that is right now loses the reason it had. */
function reasonCells(
  { tables }: ChosenSheet,
  reasons: ReadonlyMap<number, string>,
  column: number,
): CellEdit[] {
  const cells = new Map<number, CellEdit>()
  for (const { table, rows } of tables) {
    const like_column = table.last_column
    const header = table.header.bottom
    if (header > 0)
      cells.set(header, { row: header, column, value: { text: return_header }, style: { like_column } })
    for (const { row, skip } of rows) {
      const text = reasons.get(row)
      if (skip !== null && text === undefined) continue
      const value = text === undefined ? null : { text }
      cells.set(row, { row, column, value, style: { like_column, is_note: true } })
    }
  }
  return [...cells.values()]
}

function widthAndHeights(
  { sheet }: ChosenSheet,
  reasons: ReadonlyMap<number, string>,
  column: number,
): Pick<SheetEdits, 'columns' | 'rows'> {
  const rows = [...reasons].map(([row, text]) => ({
    row,
    at_least: heightOf(text, 'left', columnPoints(reason_width)),
  }))
  return findReturnHeaders(sheet).length > 0 ? { rows } : { rows, columns: [{ column, width: reason_width }] }
}
