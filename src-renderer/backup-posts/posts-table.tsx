import type { TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { type Duty, type DutyFinding, finding_words } from '../../src-shared/duties.ts'
import { byText } from '../components/by-text.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Holders } from '../components/holders.tsx'
import { type NameOption, NameSelect, NamesSelect } from '../components/name-select.tsx'
import { routeTo } from '../route.ts'
import { HolderCell } from './holder-cell.tsx'

/** Saves at once; false when it was refused. */
export type Assign = (duty: Duty, a_staff_id: number | null, b_staff_ids: number[]) => Promise<boolean>

interface PostsTableProps {
  rows: Duty[]
  people: NameOption[]
  onAssign: Assign
  onExcept: (duty: Duty) => void
}

const idsOfB = (duty: Duty) => duty.b_holders.map((holder) => holder.staff_id)
const namesOfB = (duty: Duty) => duty.b_holders.map((holder) => holder.name)

/** The words for the first of `findings` that this duty has. */
function findingOf(duty: Duty, findings: readonly DutyFinding[]): string | null {
  const found = findings.find((finding) => duty.findings.includes(finding))
  return found === undefined ? null : finding_words[found]
}

function columnsOf(
  people: NameOption[],
  onAssign: Assign,
  onExcept: (duty: Duty) => void,
): TableColumnsType<Duty> {
  return [
    {
      title: '职责编号',
      dataIndex: 'number',
      width: 104,
      className: 'number',
      sorter: byText((duty) => duty.number),
      render: (number: string, duty) => (
        <a className="plain-link" tabIndex={-1} href={routeTo('duties', { open: duty.id })}>
          {number}
        </a>
      ),
    },
    { title: '组别', dataIndex: 'group_name', width: 92, sorter: byText((duty) => duty.group_name) },
    {
      title: '职责内容',
      dataIndex: 'content',
      render: (content: string) => (
        <div className="two-lines" title={content}>
          {content}
        </div>
      ),
    },
    {
      title: 'A岗',
      dataIndex: 'a_holder',
      width: 132,
      sorter: byText((duty) => duty.a_holder?.name ?? ''),
      render: (_, duty) => <CellOfA duty={duty} people={people} onAssign={onAssign} />,
    },
    {
      title: 'B岗',
      dataIndex: 'b_holders',
      width: 168,
      sorter: byText((duty) => namesOfB(duty).join()),
      render: (_, duty) => <CellOfB duty={duty} people={people} onAssign={onAssign} />,
    },
    {
      title: '特殊岗位',
      dataIndex: 'no_b_reason',
      width: 88,
      sorter: byText((duty) => duty.no_b_reason),
      render: (reason: string, duty) => (
        <CellButton
          label={reason === '' ? `${duty.number} 不设B岗` : `${duty.number} 不设B岗：${reason}`}
          onClick={() => onExcept(duty)}
        >
          {reason === '' ? <span className="quiet">—</span> : '不设B岗'}
        </CellButton>
      ),
    },
  ]
}

export function PostsTable({ rows, people, onAssign, onExcept }: PostsTableProps) {
  const columns = useMemo(() => columnsOf(people, onAssign, onExcept), [people, onAssign, onExcept])
  return (
    <DataTable<Duty>
      label="AB岗设置"
      columns={columns}
      rows={rows}
      key_of={(duty) => duty.id}
      onOpen={(duty) =>
        document.querySelector<HTMLElement>(`[data-row-key="${duty.id}"] .holder-cell`)?.focus()
      }
      min_width={820}
      empty="没有符合条件的职责。"
    />
  )
}

interface CellProps {
  duty: Duty
  people: NameOption[]
  onAssign: Assign
}

function CellOfA({ duty, people, onAssign }: CellProps) {
  const a = duty.a_holder
  const label = `A岗 ${duty.number}`
  return (
    <HolderCell
      label={a === null ? label : `${label} ${a.name}`}
      editor={(onLeave) => (
        <NameSelect
          label={label}
          options={people}
          value={a?.staff_id ?? null}
          onLeave={onLeave}
          onChange={(next) => onAssign(duty, next, idsOfB(duty))}
        />
      )}
    >
      <Holders names={a === null ? [] : [a.name]} finding={findingOf(duty, ['no_a', 'a_left'])} />
    </HolderCell>
  )
}

function CellOfB(props: CellProps) {
  const { duty } = props
  const label = `B岗 ${duty.number}`
  return (
    <HolderCell
      label={[label, ...namesOfB(duty)].join(' ')}
      editor={(onLeave) => <EditorOfB {...props} label={label} onLeave={onLeave} />}
    >
      <Holders names={namesOfB(duty)} finding={findingOf(duty, ['no_b', 'same_a_b', 'b_left'])} />
    </HolderCell>
  )
}

/** Keeps the names that are being chosen: each is saved at once, and the answer may come after the next choice. */
function EditorOfB({
  duty,
  people,
  onAssign,
  label,
  onLeave,
}: CellProps & { label: string; onLeave: () => void }) {
  const [ids, setIds] = useState(() => idsOfB(duty))
  const change = async (next: number[]) => {
    setIds(next)
    const is_saved = await onAssign(duty, duty.a_holder?.staff_id ?? null, next)
    if (!is_saved) setIds(idsOfB(duty))
  }
  return <NamesSelect label={label} options={people} value={ids} onChange={change} onLeave={onLeave} />
}
