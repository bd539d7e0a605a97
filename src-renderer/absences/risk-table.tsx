import { Button, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import type { RiskRow } from '../../src-shared/absences.ts'
import { spanText } from '../../src-shared/half-days.ts'
import { DataTable } from '../components/data-table.tsx'
import { routeTo } from '../route.ts'
import { candidateText } from './preview-parts.tsx'

interface RiskTableProps {
  rows: RiskRow[]
  onAppoint: (row: RiskRow, staff_id: number | null) => void
}

/** What nobody answers for, in the order it happens, with whom to appoint. */
export function RiskTable({ rows, onAppoint }: RiskTableProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it only opens a dialog, whichever drawing it came from
  const columns = useMemo(() => columnsOf(onAppoint), [])
  return (
    <DataTable<RiskRow, string>
      label="无人顶岗的职责"
      columns={columns}
      rows={rows}
      key_of={(row) => `${row.duty_id} ${row.from_on} ${row.from_half}`}
      onOpen={(row) => row.absence_id !== null && onAppoint(row, row.candidates[0]?.staff_id ?? null)}
      min_width={900}
      empty="这个月每项职责每天都有人负责。"
    />
  )
}

function columnsOf(onAppoint: RiskTableProps['onAppoint']): TableColumnsType<RiskRow> {
  return [
    {
      title: '无人的时间',
      dataIndex: 'from_on',
      width: 168,
      className: 'number',
      render: (_, row) => (
        <>
          <div className="finding">{spanText(row)}</div>
          <div className="quiet small">工作日 {row.length}</div>
        </>
      ),
    },
    {
      title: '职责',
      width: 320,
      dataIndex: 'content',
      render: (content: string, row) => (
        <>
          <a className="number plain-link" tabIndex={-1} href={routeTo('duties', { open: row.duty_id })}>
            {row.number}
          </a>
          <div className="two-lines" title={content}>
            {content}
          </div>
        </>
      ),
    },
    { title: '组别', dataIndex: 'group_name', width: 104 },
    { title: '为什么', dataIndex: 'why', width: 188 },
    {
      title: '可以指派',
      dataIndex: 'candidates',
      width: 300,
      render: (_, row) => <Candidates row={row} onAppoint={onAppoint} />,
    },
  ]
}

function Candidates({ row, onAppoint }: { row: RiskRow; onAppoint: RiskTableProps['onAppoint'] }) {
  if (row.absence_id === null) {
    return (
      <a className="plain-link" href={routeTo('backup-posts', { text: row.number })}>
        去AB岗重新安排
      </a>
    )
  }
  return (
    <div className="bar candidates">
      {row.candidates.map((candidate) => (
        <Button
          key={candidate.staff_id}
          size="small"
          tabIndex={-1}
          title={candidateText(candidate)}
          aria-label={`指派${candidate.name}顶岗${row.number}`}
          onClick={() => onAppoint(row, candidate.staff_id)}
        >
          {candidate.name}
          <span className="quiet small">{candidate.reasons[0]}</span>
        </Button>
      ))}
      <Button
        size="small"
        tabIndex={-1}
        aria-label={`为${row.number}另选顶岗人`}
        onClick={() => onAppoint(row, null)}
      >
        另选…
      </Button>
    </div>
  )
}
