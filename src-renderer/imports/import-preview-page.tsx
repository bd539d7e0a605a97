import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { type ImportPreview, import_kind_words, type PlannedRow } from '../../src-shared/imports.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { WorkLine } from '../components/work-line.tsx'
import { ColumnUses } from './column-uses.tsx'
import { ImportChoicesBar } from './import-choices-bar.tsx'
import { IssueList } from './issue-list.tsx'
import { PreviewTable } from './preview-table.tsx'
import { ReturnedLine } from './returned-line.tsx'
import { type RowFilter, RowFilters } from './row-filters.tsx'
import { SuggestionsContext } from './suggestion-buttons.tsx'
import type { ImportRun } from './use-import.ts'
import { useSuggestions } from './use-suggestions.ts'

const can_save = (row: PlannedRow) => row.verdict === 'new' || row.verdict === 'changed'

const addressOf = ({ address }: PlannedRow) => address

function isShown(row: PlannedRow, filter: RowFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'trouble') return row.issues.length > 0
  return row.verdict === filter
}

function hasTrouble({ rows, issues }: ImportPreview): boolean {
  return issues.length > 0 || rows.some((row) => row.issues.length > 0)
}

/** Every row of the sheet with what becomes of it; nothing is saved until the button is pressed. */
export function ImportPreviewPage({ preview, run }: { preview: ImportPreview; run: ImportRun }) {
  const [filter, setFilter] = useState<RowFilter>('all')
  const [left_out, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const suggestions = useSuggestions(preview, run)
  const saving = useMemo(
    () => preview.rows.filter((row) => can_save(row) && !left_out.has(row.address)).map(addressOf),
    [preview.rows, left_out],
  )
  const shown = useMemo(() => preview.rows.filter((row) => isShown(row, filter)), [preview.rows, filter])
  const trouble = useMemo(() => preview.rows.filter(({ issues }) => issues.length > 0).length, [preview.rows])
  // Rows that the filter hides stay as they are.
  const choose = (addresses: string[]) => {
    const chosen = new Set(addresses)
    const unwanted = shown.filter((row) => can_save(row) && !chosen.has(row.address)).map(addressOf)
    setLeftOut(new Set([...left_out].filter((address) => !chosen.has(address)).concat(unwanted)))
  }
  return (
    <Page
      title={`导入${import_kind_words[preview.kind]}`}
      is_fixed
      subtitle={`${preview.file_name} · 工作表“${preview.sheet}” · 表头在第 ${preview.header_row} 行 · 读到 ${preview.totals.read} 行`}
      actions={
        <>
          <Button onClick={run.leave}>放弃</Button>
          <Button
            loading={run.is_returning}
            disabled={!hasTrouble(preview) || run.is_reading || run.is_saving}
            onClick={run.returnSheet}
          >
            退回表…
          </Button>
          <Button
            type="primary"
            loading={run.is_saving}
            disabled={saving.length === 0 || run.is_reading}
            onClick={() => run.save([...left_out])}
          >
            保存 {saving.length} 行
          </Button>
        </>
      }
    >
      <ProblemNotice problem={run.problem} />
      {(run.is_reading || run.is_saving) && <WorkLine of="imports" />}
      {run.returned !== null && <ReturnedLine import_id={preview.import_id} returned={run.returned} />}
      <ImportChoicesBar preview={preview} run={run} />
      <IssueList preview={preview} />
      <ColumnUses
        columns={preview.columns}
        understood_by={preview.understood_by}
        onAdjust={() => run.openMapping({})}
      />
      <RowFilters totals={preview.totals} trouble={trouble} filter={filter} onFilter={setFilter} />
      <SuggestionsContext value={suggestions}>
        <PreviewTable
          rows={shown}
          ticks={{
            selected: saving,
            can_select: can_save,
            onSelect: choose,
          }}
        />
      </SuggestionsContext>
    </Page>
  )
}
