import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { type Duty, type DutyFinding, finding_words } from '../../src-shared/duties.ts'
import { byText } from '../components/by-text.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Holders } from '../components/holders.tsx'
import { columnsFor, type MoreColumn } from './duty-columns.tsx'

interface DutiesTableProps {
  rows: Duty[]
  open_id: number | null
  onOpen: (duty: Duty) => void
  onEdit?: (duty: Duty) => void
  onVoid?: (duty: Duty) => void
  selected?: number[]
  onSelect?: (ids: number[]) => void
  /** Shown behind the usual columns. */
  more?: readonly MoreColumn[]
}

const none: readonly MoreColumn[] = []

/** The words for the first of `findings` that this duty has. */
function findingOf(duty: Duty, findings: readonly DutyFinding[]): string | null {
  const found = findings.find((finding) => duty.findings.includes(finding))
  return found === undefined ? null : finding_words[found]
}

const namesOfB = (duty: Duty) => duty.b_holders.map((holder) => holder.name)

const columnsOf = (onOpen: (duty: Duty) => void): TableColumnsType<Duty> => [
  {
    title: '职责编号',
    dataIndex: 'number',
    width: 104,
    className: 'number',
    sorter: byText((duty) => duty.number),
    render: (_, duty) => (
      <>
        <CellButton onClick={() => onOpen(duty)}>{duty.number}</CellButton>
        {duty.voided_on !== null && <div>已作废</div>}
      </>
    ),
  },
  { title: '组别', dataIndex: 'group_name', width: 92, sorter: byText((duty) => duty.group_name) },
  { title: '类别', dataIndex: 'category_name', width: 80, sorter: byText((duty) => duty.category_name) },
  {
    title: '职责内容',
    dataIndex: 'content',
    sorter: byText((duty) => duty.content),
    render: (content: string) => (
      <div className="two-lines" title={content}>
        {content}
      </div>
    ),
  },
  { title: '频次', dataIndex: 'frequency', width: 90, sorter: byText((duty) => duty.frequency) },
  {
    title: '办理时限',
    dataIndex: 'due_rule',
    width: '14%',
    sorter: byText((duty) => duty.due_rule),
    render: (due_rule: string) => (
      <div className="two-lines" title={due_rule}>
        {due_rule}
      </div>
    ),
  },
  {
    title: 'A岗',
    dataIndex: 'a_holder',
    width: 96,
    sorter: byText((duty) => duty.a_holder?.name ?? ''),
    render: (_, duty) => (
      <Holders
        names={duty.a_holder === null ? [] : [duty.a_holder.name]}
        finding={findingOf(duty, ['no_a', 'a_left'])}
      />
    ),
  },
  {
    title: 'B岗',
    dataIndex: 'b_holders',
    width: '12%',
    sorter: byText((duty) => namesOfB(duty).join()),
    render: (_, duty) => (
      <Holders names={namesOfB(duty)} finding={findingOf(duty, ['no_b', 'same_a_b', 'b_left'])} />
    ),
  },
]

export function DutiesTable(props: DutiesTableProps) {
  const { rows, open_id, onOpen, onEdit, onVoid, selected, onSelect, more = none } = props
  const columns = useMemo(() => [...columnsOf(onOpen), ...columnsFor(more)], [onOpen, more])
  return (
    <DataTable<Duty>
      label="履职清单"
      columns={columns}
      rows={rows}
      key_of={(duty) => duty.id}
      open_key={open_id}
      onOpen={onOpen}
      {...(onEdit === undefined ? {} : { onEdit })}
      {...(onVoid === undefined ? {} : { onRemove: onVoid })}
      {...(selected === undefined ? {} : { selected })}
      {...(onSelect === undefined ? {} : { onSelect })}
      can_select={(duty) => duty.voided_on === null}
      row_class={(duty) => (duty.voided_on === null ? '' : 'is-voided')}
      min_width={1080 + more.length * 150}
      empty="没有符合条件的职责，可以清除筛选再看。"
    />
  )
}
