import { Button, Dropdown } from 'antd'
import type { Duty } from '../../src-shared/duties.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { Facts } from '../components/facts.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { routeTo } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { PhotoPart } from './photo-part.tsx'
import { StaffEvents } from './staff-events.tsx'
import { stateText } from './staff-words.ts'

interface PersonPanelProps {
  person: StaffMember
  today: string
  onEdit: () => void
  onLeave: () => void
  onDialog: (kind: 'rename' | 'merge') => void
  onClose: () => void
}

const more_items = [
  { key: 'rename', label: '改名…' },
  { key: 'merge', label: '合并重复记录…' },
]

/** One person with the duties held as A and as B. */
export function PersonPanel({ person, today, onEdit, onLeave, onDialog, onClose }: PersonPanelProps) {
  const duties = useAnswer('duties.list', { staff_id: person.id })
  const rejoin = useChange('staff.rejoin')
  return (
    <RecordPanel
      title={person.name}
      label={`人员 ${person.name}`}
      onClose={onClose}
      actions={
        <>
          <Dropdown menu={{ items: more_items, onClick: ({ key }) => onDialog(key as 'rename' | 'merge') }}>
            <Button aria-label="更多操作">更多</Button>
          </Dropdown>
          <Button onClick={onEdit}>修改</Button>
          {person.left_on === null ? (
            <Button onClick={onLeave}>变动…</Button>
          ) : (
            <Button
              loading={rejoin.is_busy}
              onClick={() => rejoin.run({ id: person.id }, `${person.name} 已恢复在岗`)}
            >
              恢复在岗
            </Button>
          )}
        </>
      }
    >
      <ProblemNotice problem={rejoin.problem} />
      <PhotoPart person={person} />
      <Facts
        facts={[
          ['状态', stateText(person, today)],
          ['组别', person.group_name],
          ['岗位', person.post],
          ['职务', person.position],
          ['政治面貌', person.political_status],
          ['工号', person.staff_code],
          ['电话', person.phone],
          ['到岗日期', person.joined_on],
          ['备注', person.note],
        ]}
      />
      <div className="bar">
        <ExportButton report="personal-duties" of={{ staff_id: person.id }}>
          导出职责清单…
        </ExportButton>
      </div>
      <Faces answer={duties}>{(held) => <HeldDuties person={person} held={held} />}</Faces>
      <StaffEvents staff_id={person.id} />
    </RecordPanel>
  )
}

function HeldDuties({ person, held }: { person: StaffMember; held: Duty[] }) {
  const as_a = held.filter((duty) => duty.a_holder?.staff_id === person.id)
  const as_b = held.filter((duty) => duty.b_holders.some((holder) => holder.staff_id === person.id))
  return (
    <>
      <DutyLinks title={`A岗 ${as_a.length} 项`} duties={as_a} />
      <DutyLinks title={`B岗 ${as_b.length} 项`} duties={as_b} />
    </>
  )
}

function DutyLinks({ title, duties }: { title: string; duties: Duty[] }) {
  return (
    <section className="record-section" aria-label={title}>
      <h3>{title}</h3>
      <ul className="record-links">
        {duties.map((duty) => (
          <li key={duty.id}>
            <a className="number plain-link" href={routeTo('duties', { open: duty.id })}>
              {duty.number}
            </a>
            <span className="cut" title={duty.content}>
              {duty.content}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
