import { Button } from 'antd'
import { memo } from 'react'
import type { GridColumn } from './grid-column.ts'
import { wordsForIssue } from './grid-row.tsx'
import { isUnsaved, type SheetRow } from './sheet-rows.ts'

interface GridIssuesProps {
  rows: readonly SheetRow[]
  columns: readonly GridColumn[]
  onGo: (key: string, field: string) => void
  onSaveAll: () => void
}

const most_lines = 200

/** What is not saved and why, a line each that leads to its cell; nothing while all is well. */
export const GridIssues = memo(function GridIssues({ rows, columns, onGo, onSaveAll }: GridIssuesProps) {
  const lines = rows.flatMap((row, at) => row.issues.map((issue) => ({ row, number: at + 1, issue })))
  const unsaved = rows.filter((row) => isUnsaved(row) && !row.is_saving).length
  const wrong = new Set(lines.flatMap(({ row, issue }) => (issue.severity === 'wrong' ? row.key : []))).size
  if (lines.length === 0 && unsaved === 0) return null
  const titles = new Map(columns.map(({ field, title }) => [field, title]))
  const warnings = lines.length - lines.filter(({ issue }) => issue.severity === 'wrong').length
  return (
    <section className="grid-report" aria-label="需要处理的格子">
      <div className="bar grid-report-head">
        <span role="status">{summary(unsaved, wrong, warnings)}</span>
        <span className="bar-fill" />
        {unsaved > 0 && (
          <Button size="small" onClick={onSaveAll}>
            再检查并保存
          </Button>
        )}
      </div>
      {lines.length > 0 && (
        <ul className="grid-issues">
          {lines.slice(0, most_lines).map(({ row, number, issue }) => (
            <li key={`${row.key} ${issue.field} ${issue.why}`}>
              <button type="button" onClick={() => onGo(row.key, issue.field)}>
                <span className={issue.severity === 'wrong' ? 'light light-red' : 'light light-amber'}>
                  {issue.severity === 'wrong' ? '错误' : '提醒'}
                </span>
                <span className="grid-issue-place">
                  第{number}行 {titles.get(issue.field) ?? ''}
                </span>
                {issue.found === '' ? '' : `“${issue.found}”：`}
                {wordsForIssue(issue)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {lines.length > most_lines && (
        <p className="quiet small">先列出前 {most_lines} 处，改好后再列后面的。</p>
      )}
    </section>
  )
})

function summary(unsaved: number, wrong: number, warnings: number): string {
  const parts = [
    wrong > 0 && `${wrong} 行有错误，没有保存；改正后离开该行就保存`,
    unsaved > wrong && `${unsaved - wrong} 行还没有保存`,
    warnings > 0 && `${warnings} 处提醒`,
  ]
  return parts.filter(Boolean).join('；')
}
