import { Alert } from 'antd'
import type { ImportPreview } from '../../src-shared/imports.ts'

/** What is to be said of the sheet as a whole, before the rows. */
export function IssueList({
  preview,
}: {
  preview: Pick<ImportPreview, 'issues' | 'warnings' | 'new_groups'>
}) {
  const { issues, warnings, new_groups } = preview
  const lines = [
    ...issues.map((issue) => `${issue.sheet} ${issue.address}：${issue.why}${issue.suggestion ?? ''}`),
    ...warnings,
    ...new_groups.map((group) => `将新建组别“${group.name}”，代码 ${group.code}（可在设置里修改）。`),
  ]
  if (lines.length === 0) return null
  const is_wrong = issues.some((issue) => issue.severity === 'wrong')
  return (
    <Alert
      type={is_wrong ? 'error' : 'warning'}
      className="import-issues"
      title={lines.length === 1 ? lines[0] : `这张表有 ${lines.length} 点说明`}
      {...(lines.length === 1
        ? {}
        : {
            description: (
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          })}
    />
  )
}
