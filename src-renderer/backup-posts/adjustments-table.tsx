import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import type { Adjustment, AdjustmentLine, NamedPosts } from '../../src-shared/backup-posts.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { routeTo } from '../route.ts'
import { useChange } from '../use-change.ts'

interface Line extends AdjustmentLine {
  adjustment: Adjustment
  /** The first line of its adjustment says what all of them share. */
  is_first: boolean
}

interface AdjustmentsTableProps {
  adjustments: readonly Adjustment[]
  today: string
  onComplete: (adjustment: Adjustment) => void
}

/** A line for each duty; what one decision adjusted stands together. */
export function AdjustmentsTable({ adjustments, today, onComplete }: AdjustmentsTableProps) {
  const { run, problem, clear } = useChange('changes.undo')
  const rows = useMemo(
    () =>
      adjustments.flatMap((adjustment) =>
        adjustment.lines.map((line, at): Line => ({ ...line, adjustment, is_first: at === 0 })),
      ),
    [adjustments],
  )
  const columns = useMemo(
    () =>
      columnsOf(
        today,
        onComplete,
        (adjustment) => void run({ id: adjustment.change_id }, '已撤销这次调整，A岗、B岗恢复原样'),
      ),
    [today, onComplete, run],
  )
  return (
    <>
      <ProblemNotice problem={problem} onClose={clear} />
      <DataTable<Line, string>
        label="AB岗调整"
        columns={columns}
        rows={rows}
        key_of={(line) => `${line.adjustment.id} ${line.duty_id}`}
        min_width={800}
        empty="还没有调整。首次公布以后，A岗、B岗换人会在这里备案。"
      />
      <TableFoot keys={[]}>
        {adjustments.length} 次调整，{rows.length} 项职责
      </TableFoot>
    </>
  )
}

function columnsOf(
  today: string,
  onComplete: (adjustment: Adjustment) => void,
  onUndo: (adjustment: Adjustment) => void,
): TableColumnsType<Line> {
  return [
    {
      title: '生效日期',
      key: 'effective_on',
      width: 116,
      className: 'number',
      render: (_, { adjustment: { effective_on }, is_first }) =>
        is_first && (
          <>
            {effective_on}
            {effective_on > today && <div className="finding">尚未生效</div>}
          </>
        ),
    },
    {
      title: '职责',
      key: 'duty',
      render: (_, { duty_id, number, content }) => (
        <>
          <a className="plain-link number" href={routeTo('duties', { open: duty_id })}>
            {number}
          </a>
          <div className="two-lines" title={content}>
            {content}
          </div>
        </>
      ),
    },
    { title: '调整前', key: 'before', width: 132, render: (_, { before }) => <Posts posts={before} /> },
    { title: '调整后', key: 'after', width: 132, render: (_, { after }) => <Posts posts={after} /> },
    {
      title: '原因、批准人',
      key: 'reason',
      width: 156,
      render: (_, { adjustment, is_first }) => is_first && <Words adjustment={adjustment} />,
    },
    {
      title: '操作',
      key: 'actions',
      width: 92,
      render: (_, { adjustment, is_first }) =>
        is_first && (
          <>
            <div>
              <CellButton
                label={`补登${adjustment.effective_on}的调整`}
                onClick={() => onComplete(adjustment)}
              >
                {adjustment.approver === '' ? '补登' : '更正'}
              </CellButton>
            </div>
            <CellButton label={`撤销${adjustment.effective_on}的调整`} onClick={() => onUndo(adjustment)}>
              撤销
            </CellButton>
          </>
        ),
    },
  ]
}

function Words({ adjustment: { reason, approver } }: { adjustment: Adjustment }) {
  return (
    <>
      <div>{reason}</div>
      {approver === '' ? (
        <div className="finding">待补批准人</div>
      ) : (
        <div className="quiet">{approver}批准</div>
      )}
    </>
  )
}

function Posts({ posts: { a, bs } }: { posts: NamedPosts }) {
  return (
    <>
      <div>A　{a?.name ?? '无'}</div>
      <div>B　{bs.map(({ name }) => name).join('、') || '无'}</div>
    </>
  )
}
