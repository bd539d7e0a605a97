import type { GridColumn } from './grid-column.ts'
import { wordsForIssue } from './grid-row.tsx'
import type { Marked } from './marked-cells.ts'
import { type SheetRow, textIn } from './sheet-rows.ts'

interface CellNoteProps {
  row: SheetRow | undefined
  column: GridColumn | undefined
  /** Why what was tried cannot be done; empty while nothing was. */
  locked: string
}

/** What is wrong with the active cell, or why nothing can be typed into its row, beside it. */
export function CellNote({ row, column, locked }: CellNoteProps) {
  const issues = row?.issues.filter(({ field }) => field === column?.field) ?? []
  if (locked !== '') {
    return (
      <div className="grid-note is-warning" role="status">
        {locked}
      </div>
    )
  }
  if (issues.length === 0) return null
  const is_wrong = issues.some(({ severity }) => severity === 'wrong')
  return (
    <div className={`grid-note ${is_wrong ? 'is-wrong' : 'is-warning'}`}>
      {issues.map((issue) => (
        <div key={issue.why}>{wordsForIssue(issue)}</div>
      ))}
    </div>
  )
}

/** Read out by a screen reader: where one is, what stands there, and what is wrong with it. */
export function labelOfCell(
  column: GridColumn | undefined,
  row: SheetRow | undefined,
  { active }: Marked,
): string {
  if (column === undefined || row === undefined) return '单元格'
  const text = textIn(row, column.field)
  const issues = row.issues.filter(({ field }) => field === column.field)
  return [`${column.title}，第${active.row + 1}行`, text, ...issues.map(wordsForIssue)]
    .filter(Boolean)
    .join('：')
}
