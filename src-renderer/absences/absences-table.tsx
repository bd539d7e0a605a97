import type { TableColumnsType } from 'antd'
import { type AbsenceRow, absence_state_words, handover_state_words } from '../../src-shared/absences.ts'
import { spanText } from '../../src-shared/half-days.ts'
import { byText } from '../components/by-text.ts'
import { DataTable } from '../components/data-table.tsx'

const columns: TableColumnsType<AbsenceRow> = [
  {
    title: '姓名',
    dataIndex: 'name',
    width: 96,
    sorter: byText((row) => row.name),
    render: (_, row) => (
      <>
        <div>{row.name}</div>
        <div className="quiet small cut">{row.group_name}</div>
      </>
    ),
  },
  { title: '类别', dataIndex: 'kind', width: 84, sorter: byText((row) => row.kind) },
  {
    title: '起止',
    dataIndex: 'from_on',
    width: 190,
    className: 'number',
    sorter: byText((row) => row.from_on + row.from_half),
    render: (_, row) => spanText(row),
  },
  { title: '工作日', dataIndex: 'length', width: 84, className: 'number' },
  { title: '批准人', dataIndex: 'approver', width: 92 },
  {
    title: '顶岗情况',
    dataIndex: 'risks',
    render: (_, row) => <Cover row={row} />,
  },
  { title: '交接', dataIndex: 'handover', width: 150, render: (_, row) => <HandoverMark row={row} /> },
  { title: '状态', dataIndex: 'state', width: 104, render: (_, row) => absence_state_words[row.state] },
]

function Cover({ row: { state, duties, risks } }: { row: AbsenceRow }) {
  if (state === 'cancelled') return null
  if (risks > 0) return <span className="finding">{risks} 项无人顶岗</span>
  return duties === 0 ? <span className="quiet">没有A岗职责</span> : `${duties} 项职责有人顶岗`
}

function HandoverMark({ row: { handover, needs_handover, state } }: { row: AbsenceRow }) {
  if (handover !== null) {
    return (
      <>
        <div>{handover_state_words[handover.state]}</div>
        <div className="quiet small">{handover.number}</div>
      </>
    )
  }
  if (state === 'cancelled' || state === 'back') return null
  return <span className="quiet">{needs_handover ? '要办交接单' : '不用办'}</span>
}

interface AbsencesTableProps {
  rows: AbsenceRow[]
  open_id: number | null
  onOpen: (row: AbsenceRow) => void
  onEdit: (row: AbsenceRow) => void
  onCancel: (row: AbsenceRow) => void
}

export function AbsencesTable({ rows, open_id, onOpen, onEdit, onCancel }: AbsencesTableProps) {
  return (
    <DataTable<AbsenceRow>
      label="离岗登记"
      columns={columns}
      rows={rows}
      key_of={(row) => row.id}
      open_key={open_id}
      onOpen={onOpen}
      onEdit={onEdit}
      onRemove={onCancel}
      row_class={(row) => (row.state === 'cancelled' ? 'is-voided' : '')}
      min_width={920}
    />
  )
}
