import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { type ImportReport, import_report_words, type ReportedRow } from '../../src-shared/import-reports.ts'
import { import_kind_words } from '../../src-shared/imports.ts'
import { Faces } from '../components/faces.tsx'
import { momentText } from '../components/moment.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { type SavedPaper, usePaperExport } from '../components/use-paper-export.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { ColumnUses } from './column-uses.tsx'
import { ExportedLine } from './exported-line.tsx'
import { IssueList } from './issue-list.tsx'
import { PreviewTable } from './preview-table.tsx'
import { type RowFilter, RowFilters } from './row-filters.tsx'
import { useReportRows } from './use-report-rows.ts'

/** 导入报告 of one import: what became of every row, and the way back. */
export function ImportReportPage({ id, onClose }: { id: number; onClose: () => void }) {
  const answer = useAnswer('imports.report', { id })
  return answer.state === 'ready' ? (
    <OpenReport key={id} report={answer.value} onClose={onClose} />
  ) : (
    <Page title="导入" actions={<Button onClick={onClose}>返回</Button>}>
      <Faces answer={answer}>{() => null}</Faces>
    </Page>
  )
}

function isShown(row: ReportedRow, filter: RowFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'trouble') return row.issues.length > 0
  if (filter === 'left_out') return row.is_left_out
  return row.verdict === filter && !row.is_left_out
}

function OpenReport({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  const [filter, setFilter] = useState<RowFilter>('all')
  const { rows, problem, is_complete } = useReportRows(report)
  const undo = useChange('changes.undo')
  const save = useChange('imports.exportReport')
  const exportPaper = usePaperExport()
  const [saved, setSaved] = useState<SavedPaper | null>(null)
  const shown = useMemo(() => rows.filter((row) => isShown(row, filter)), [rows, filter])
  const trouble = useMemo(() => rows.filter(({ issues }) => issues.length > 0).length, [rows])
  const { change_id, kind, file_name, sheet, made_at, who, totals, left_out, is_undone, details } = report
  const exportReport = async () => {
    setSaved(await exportPaper(() => save.run({ id: report.id })))
  }
  return (
    <Page
      title="导入"
      is_fixed
      subtitle={`${import_kind_words[kind]}导入报告${is_undone ? `（${import_report_words.undone}）` : ''} · ${file_name} · 工作表“${sheet}” · ${momentText(made_at)} ${who}`}
      actions={
        <>
          <Button onClick={onClose}>返回</Button>
          <Button
            danger
            disabled={is_undone}
            loading={undo.is_busy}
            onClick={() => undo.run({ id: change_id }, ({ title }) => title)}
          >
            {is_undone ? '已撤销' : '撤销这次导入'}
          </Button>
          <Button type="primary" loading={save.is_busy} onClick={exportReport}>
            导出报告…
          </Button>
        </>
      }
    >
      <ProblemNotice problem={undo.problem ?? save.problem ?? problem} />
      {saved !== null && <ExportedLine saved={saved} />}
      <IssueList preview={details} />
      <ColumnUses columns={details.columns} />
      <RowFilters
        totals={totals}
        left_out={left_out}
        trouble={trouble}
        filter={filter}
        onFilter={setFilter}
      />
      <PreviewTable rows={shown} empty={is_complete ? '没有这样的行' : '正在读取……'} />
    </Page>
  )
}
