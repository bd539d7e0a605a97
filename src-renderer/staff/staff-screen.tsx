import { Button } from 'antd'
import { useState } from 'react'
import type { StaffMember } from '../../src-shared/staff.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { ManyPhotosDialog } from './many-photos-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { EditPersonDialog, NewPersonDialog } from './staff-dialog.tsx'
import { StaffRoster } from './staff-roster.tsx'
import { hasLeft } from './staff-words.ts'

/** The one dialog that may stand over the roster. */
export type StaffDialog =
  | { kind: 'add' | 'photos' }
  | { kind: 'edit' | 'move' | 'rename' | 'merge'; person: StaffMember }

export function StaffScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <StaffOn today={today} />}</Faces>
}

function StaffOn({ today }: { today: string }) {
  const answer = useAnswer('staff.list', { include_left: true })
  const [group] = useParam('group')
  const [dialog, setDialog] = useState<StaffDialog | null>(null)
  const add = () => setDialog({ kind: 'add' })
  useCtrlKey('n', add)
  return (
    <Page
      title="人员名册"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value, today) : '　'}
      actions={
        <>
          <Button onClick={() => go(routeTo('imports', { kind: 'staff' }))}>导入</Button>
          <Button onClick={() => setDialog({ kind: 'photos' })}>批量放照片</Button>
          <Button type="primary" onClick={add}>
            登记人员
          </Button>
        </>
      }
    >
      <Faces answer={answer} empty={(people) => (people.length === 0 ? <NoStaff onAdd={add} /> : null)}>
        {(people) => <StaffRoster people={people} today={today} onDialog={setDialog} />}
      </Faces>
      {dialog !== null && (
        <Dialogs
          dialog={dialog}
          group_id={group === '' ? null : Number(group)}
          today={today}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  )
}

/** 全处16人 · 5个组 · 已离开1人 */
function subtitleOf(people: StaffMember[], today: string): string {
  const here = people.filter((person) => !hasLeft(person, today))
  const groups = new Set(here.flatMap((person) => person.group_id ?? [])).size
  const parts = [`全处${here.length}人`]
  if (groups > 0) parts.push(`${groups}个组`)
  if (people.length > here.length) parts.push(`已离开${people.length - here.length}人`)
  return parts.join(' · ')
}

interface DialogsProps {
  dialog: StaffDialog
  group_id: number | null
  today: string
  onClose: () => void
}

function Dialogs({ dialog, group_id, today, onClose }: DialogsProps) {
  switch (dialog.kind) {
    case 'photos':
      return <ManyPhotosDialog onClose={onClose} />
    case 'add':
      return <NewPersonDialog group_id={group_id} onClose={onClose} />
    case 'edit':
      return <EditPersonDialog person={dialog.person} onClose={onClose} />
    case 'move':
      return <MoveDialog person={dialog.person} today={today} onClose={onClose} />
    case 'rename':
      return <RenameDialog person={dialog.person} today={today} onClose={onClose} />
    case 'merge':
      return <MergeDialog person={dialog.person} onClose={onClose} />
  }
}

function NoStaff({ onAdd }: { onAdd: () => void }) {
  return (
    <EmptyHint
      title="还没有人员"
      actions={
        <>
          <Button onClick={() => go(routeTo('imports', { kind: 'staff' }))}>导入人员名册</Button>
          <Button onClick={onAdd}>逐人登记</Button>
        </>
      }
    >
      职责、AB岗和每周事项都落到具体的人。先把人员名册从 Excel 或 WPS 表格导入，或逐人登记。
    </EmptyHint>
  )
}
