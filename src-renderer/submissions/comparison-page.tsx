import { Button, Segmented, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { Problem } from '../../src-shared/problem.ts'
import {
  difference_words,
  type RowDifference,
  type Submission,
  type SubmissionComparison,
} from '../../src-shared/submissions.ts'
import { call, problemFrom } from '../call.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { type SavedPaper, SavedPaperWords, usePaperExport } from '../components/use-paper-export.tsx'
import { useAnswer } from '../use-answer.ts'

type Shown = 'all' | RowDifference['kind']

/** 与上报件对比: the same report drawn now, row by row against the file that was handed in. */
export function ComparisonPage({ submission, onClose }: { submission: Submission; onClose: () => void }) {
  const answer = useAnswer('submissions.compare', { id: submission.id })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [is_busy, setBusy] = useState(false)
  const exportPaper = usePaperExport()
  const [saved, setSaved] = useState<SavedPaper | null>(null)
  const exportIt = async () => {
    setBusy(true)
    setProblem(null)
    try {
      setSaved(await exportPaper(() => call('submissions.saveComparison', { id: submission.id })))
    } catch (error) {
      setProblem(problemFrom(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      title="与上报件对比"
      is_fixed
      subtitle={`${submission.title} · ${submission.sent_on} 报${submission.sent_to} · ${submission.file_name}`}
      actions={
        <>
          <Button onClick={onClose}>返回</Button>
          <Button type="primary" loading={is_busy} disabled={answer.state !== 'ready'} onClick={exportIt}>
            导出对比结果…
          </Button>
        </>
      }
    >
      <ProblemNotice problem={problem} />
      {saved !== null && (
        <div role="status" className="light-green">
          已导出 {saved.file_name}
          <SavedPaperWords saved={saved} />
        </div>
      )}
      <Faces answer={answer}>{(found) => <Differences found={found} />}</Faces>
    </Page>
  )
}

function Differences({ found }: { found: SubmissionComparison }) {
  const [shown, setShown] = useState<Shown>('all')
  const rows = useMemo(
    () =>
      found.differences
        .map((difference, at) => ({ ...difference, at }))
        .filter(({ kind }) => shown === 'all' || kind === shown),
    [found, shown],
  )
  const count = (kind: RowDifference['kind']) =>
    found.differences.filter((difference) => difference.kind === kind).length
  return (
    <>
      <div className="bar">
        <Segmented<Shown>
          aria-label="显示哪些差异"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: `全部差异 ${found.differences.length}` },
            ...(['added', 'removed', 'changed'] as const).map((kind) => ({
              value: kind,
              label: `${difference_words[kind]} ${count(kind)}`,
            })),
          ]}
        />
        <span className="quiet">
          上报件 {found.rows_then} 行，现在 {found.rows_now} 行，相同 {found.same} 行
        </span>
      </div>
      {found.notes.map((note) => (
        <div key={note} className="finding small">
          {note}
        </div>
      ))}
      {found.differences.length === 0 ? (
        <EmptyHint title="和上报件完全一样">上报以后，这张表里的内容没有变动。</EmptyHint>
      ) : (
        <DataTable
          label="和上报件的差异"
          columns={columns}
          rows={rows}
          key_of={(row) => row.at}
          min_width={900}
        />
      )}
    </>
  )
}

const columns: TableColumnsType<RowDifference & { at: number }> = [
  {
    title: '情况',
    dataIndex: 'kind',
    width: 72,
    render: (kind: RowDifference['kind']) => <strong>{difference_words[kind]}</strong>,
  },
  {
    title: '哪一行',
    dataIndex: 'key',
    width: 200,
    render: (key: string) => <div className="two-lines">{key}</div>,
  },
  {
    title: '内容',
    dataIndex: 'cells',
    render: (cells: RowDifference['cells'], { kind }) => (
      <dl className="differences">
        {cells.map((cell) => (
          <div key={cell.column}>
            <dt>{cell.column}</dt>
            <dd>
              {kind !== 'added' && <del>{cell.old || '（空）'}</del>}
              {kind === 'changed' && <span aria-hidden="true"> → </span>}
              {kind !== 'removed' && <ins>{cell.new || '（空）'}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    ),
  },
]
