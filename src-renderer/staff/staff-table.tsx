import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import type { StaffMember } from '../../src-shared/staff.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { hasLeft, stateText } from './staff-words.ts'

interface StaffTableProps {
  rows: StaffMember[]
  today: string
  open_id: number | null
  onOpen: (person: StaffMember) => void
  onEdit: (person: StaffMember) => void
  onLeave: (person: StaffMember) => void
  /** Only in the clerk's own order. */
  onMove?: (person: StaffMember, by: -1 | 1) => void
}

type Column = TableColumnsType<StaffMember>[number]

/** The roster keeps the clerk's own order, so its columns do not sort. */
export function StaffTable(props: StaffTableProps) {
  const { rows, today, open_id, onOpen, onEdit, onLeave, onMove } = props
  const columns = useMemo(
    () => columnsOf({ rows, today, onOpen, ...(onMove === undefined ? {} : { onMove }) }),
    [rows, today, onOpen, onMove],
  )
  return (
    <DataTable<StaffMember>
      label="人员名册"
      columns={columns}
      rows={rows}
      key_of={(person) => person.id}
      open_key={open_id}
      onOpen={onOpen}
      onEdit={onEdit}
      onRemove={onLeave}
      {...(onMove === undefined ? {} : { onMove })}
      row_class={(person) => (hasLeft(person, today) ? 'is-voided' : '')}
      min_width={1040}
      empty="没有符合条件的人员，可以清除筛选再看。"
    />
  )
}

type ColumnsProps = Pick<StaffTableProps, 'rows' | 'today' | 'onOpen' | 'onMove'>

function columnsOf({ rows, today, onOpen, onMove }: ColumnsProps): TableColumnsType<StaffMember> {
  const name: Column = {
    title: '姓名',
    dataIndex: 'name',
    width: 100,
    render: (_, person) => <CellButton onClick={() => onOpen(person)}>{person.name}</CellButton>,
  }
  return [
    { title: '序号', key: 'index', width: 56, align: 'right', render: (_, _person, index) => index + 1 },
    name,
    { title: '组别', dataIndex: 'group_name', width: 116 },
    { title: '岗位', dataIndex: 'post', width: 152 },
    ...(rows.some((person) => person.staff_code !== '') ? [staff_code] : []),
    { title: '电话', dataIndex: 'phone', width: 120, className: 'number' },
    { title: 'A岗', dataIndex: 'a_count', width: 68, align: 'right', render: countText },
    { title: 'B岗', dataIndex: 'b_count', width: 68, align: 'right', render: countText },
    { title: '状态', key: 'state', width: 132, render: (_, person) => stateText(person, today) },
    { title: '备注', dataIndex: 'note', render: noteText },
    ...(onMove === undefined ? [] : [orderColumn(rows.length, onMove)]),
  ]
}

function orderColumn(count: number, onMove: (person: StaffMember, by: -1 | 1) => void): Column {
  return {
    title: '顺序',
    key: 'order',
    width: 84,
    render: (_, person, index) => (
      <>
        <CellButton label={`上移${person.name}`} disabled={index === 0} onClick={() => onMove(person, -1)}>
          <ArrowUpOutlined />
        </CellButton>
        {'　'}
        <CellButton
          label={`下移${person.name}`}
          disabled={index === count - 1}
          onClick={() => onMove(person, 1)}
        >
          <ArrowDownOutlined />
        </CellButton>
      </>
    ),
  }
}

/** Shown only where the unit has such numbers. */
const staff_code: Column = { title: '工号', dataIndex: 'staff_code', width: 88, className: 'number' }

const countText = (count: number) => (count === 0 ? <span className="quiet">0项</span> : `${count}项`)

const noteText = (note: string) => (
  <div className="two-lines" title={note}>
    {note}
  </div>
)
