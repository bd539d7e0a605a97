import type { TableColumnsType } from 'antd'
import { type KeyboardEvent, useMemo } from 'react'
import {
  carriedText,
  dueText,
  extendedText,
  isOpen,
  lightText,
  planText,
  stateText,
} from '../../src-shared/matter-words.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { DataTable } from '../components/data-table.tsx'
import { LightMark } from '../components/light-mark.tsx'
import { type StandInOf, useStandingIn } from './use-standing-in.ts'
import { week_deeds } from './week-deeds.ts'
import type { WeekDialog } from './week-dialogs.tsx'

const zh = new Intl.Collator('zh-CN')

const number: TableColumnsType<WeekRow>[number] = {
  title: '编号',
  dataIndex: 'number',
  width: 116,
  className: 'number',
  sorter: (a, b) => a.number.localeCompare(b.number),
}
const title: TableColumnsType<WeekRow>[number] = {
  title: '工作事项',
  dataIndex: 'title',
  render: (_, row) => (
    <>
      <div className="two-lines">{row.title}</div>
      {row.return_reason !== '' && <div className="light-red cut">退回：{row.return_reason}</div>}
    </>
  ),
}
const personWith = (standInOf: StandInOf): TableColumnsType<WeekRow>[number] => ({
  title: '责任人',
  dataIndex: 'staff_name',
  width: 108,
  sorter: (a, b) => zh.compare(a.staff_name, b.staff_name),
  render: (name: string, row) => (
    <>
      <div>{name || <span className="finding">未定</span>}</div>
      <div className="quiet small">{standInOf(row) || row.group_name}</div>
    </>
  ),
})
const due: TableColumnsType<WeekRow>[number] = {
  title: '完成时限',
  dataIndex: 'due_on',
  width: 112,
  className: 'number',
  sorter: (a, b) => (a.due_on ?? '9999').localeCompare(b.due_on ?? '9999'),
  render: (_, row) => (
    <>
      <div>{dueText(row) || '—'}</div>
      {row.extended_times > 0 && <div className="quiet small">{extendedText(row)}</div>}
    </>
  ),
}
const light: TableColumnsType<WeekRow>[number] = {
  title: '亮灯',
  dataIndex: 'light',
  width: 88,
  render: (_, row) => <LightMark light={row.light} word={lightText(row)} />,
}

const thisWeek = (person: TableColumnsType<WeekRow>[number]): TableColumnsType<WeekRow> => [
  number,
  title,
  person,
  {
    title: '完成情况',
    dataIndex: 'progress',
    render: (_, row) => (
      <div className="two-lines wrap">{row.progress || <span className="quiet">未填写</span>}</div>
    ),
  },
  due,
  { title: '状态', dataIndex: 'week_state', width: 88, render: (_, row) => <StateWord row={row} /> },
  light,
  { title: '来由', dataIndex: 'is_planned', width: 92, render: (_, row) => <PlanMark row={row} /> },
]

const nextWeek = (person: TableColumnsType<WeekRow>[number]): TableColumnsType<WeekRow> => [
  number,
  title,
  {
    title: '具体内容（目标）',
    dataIndex: 'detail',
    render: (text: string) => <div className="two-lines">{text}</div>,
  },
  person,
  { title: '协办人', dataIndex: 'helpers', width: 100 },
  due,
  { title: '责任领导', dataIndex: 'leader', width: 92 },
  { title: '来由', dataIndex: 'is_planned', width: 92, render: (_, row) => <PlanMark row={row} /> },
]

function StateWord({ row }: { row: WeekRow }) {
  return (
    <>
      <div className={row.missing === '' ? '' : 'light-amber'}>{stateText(row)}</div>
      {row.missing !== '' && <div className="quiet small cut">缺：{row.missing}</div>}
    </>
  )
}

function PlanMark({ row }: { row: WeekRow }) {
  return (
    <>
      <div>{planText(row)}</div>
      {row.carried_weeks > 0 && <div className="quiet small">{carriedText(row)}</div>}
    </>
  )
}

interface WeekTableProps {
  part: 'this_week' | 'next_week'
  rows: WeekRow[]
  open_matter: number | null
  selected: number[]
  onSelect: (matter_ids: number[]) => void
  onOpen: (row: WeekRow) => void
  onEdit: (row: WeekRow) => void
  onDeed: (dialog: WeekDialog) => void
}

export function WeekTable(props: WeekTableProps) {
  const { part, rows, open_matter, selected, onSelect, onOpen, onEdit, onDeed } = props
  const standInOf = useStandingIn()
  const columns = useMemo(() => {
    const person = personWith(standInOf)
    return part === 'this_week' ? thisWeek(person) : nextWeek(person)
  }, [part, standInOf])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const deed = week_deeds.find(({ key }) => key === event.key)
    const at_row = (event.target as HTMLElement).closest<HTMLElement>('[data-row-key]')
    if (deed === undefined || at_row === null) return
    event.preventDefault()
    const asked = selected.length > 0 ? selected : [Number(at_row.dataset.rowKey)]
    const suited = rows.filter((row) => asked.includes(row.matter_id) && deed.suits(row))
    if (suited.length > 0) onDeed({ kind: deed.kind, rows: suited })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside have the focus, their keys come up here
    <div className="week-keys" onKeyDown={onKeyDown}>
      <DataTable
        label={part === 'this_week' ? '本周履职情况' : '下周工作打算'}
        columns={columns}
        rows={rows}
        key_of={(row) => row.matter_id}
        open_key={open_matter}
        selected={selected}
        onSelect={onSelect}
        can_select={(row) => isOpen(row) || row.state === 'signed_off'}
        onOpen={onOpen}
        onEdit={onEdit}
        min_width={940}
      />
    </div>
  )
}
