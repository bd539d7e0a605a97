import { Form, Input, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import type { PostHolders } from '../../src-shared/backup-posts.ts'
import { CalendarDate } from '../../src-shared/dates.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { type StaffMoveKind, type StaffTies, staff_event_words } from '../../src-shared/staff-moves.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { useAnswer, useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { useGroupChoices } from '../use-choices.ts'
import { TiedMatters, TiedPosts } from './tied-lists.tsx'
import './move-dialog.css'

interface MoveValues {
  kind: StaffMoveKind
  last_day: string
  group_id: number | null
  post: string
  approver: string
  reason: string
}

interface MoveDialogProps {
  person: StaffMember
  today: string
  onClose: () => void
}

const kinds: readonly StaffMoveKind[] = ['retire', 'transfer_out', 'leave', 'regroup']

/** 人员变动: who takes over what hangs on the person, proposed and open to change, saved as one step. */
export function MoveDialog({ person, today, onClose }: MoveDialogProps) {
  const [form] = Form.useForm<MoveValues>()
  const { run, is_busy, problem } = useChange('staff.move')
  const typed = Form.useWatch('last_day', form)
  const kind = Form.useWatch('kind', form) ?? 'retire'
  const last_day = CalendarDate.safeParse(typed).success ? (typed ?? today) : today
  const ties = useAnswer('staff.ties', { staff_id: person.id, last_day })
  const { needs_approver } = useValue('backupPosts.rules', {}, { is_recording: false, needs_approver: false })
  const [posts, setPosts] = useState<ReadonlyMap<number, PostHolders>>(new Map())
  const [matters, setMatters] = useState<ReadonlyMap<number, number | null>>(new Map())
  const submit = async (values: MoveValues) => {
    if (ties.state !== 'ready') return
    const saved = await run(
      {
        ...values,
        group_id: values.group_id ?? null,
        post: values.post ?? '',
        staff_id: person.id,
        posts: ties.value.posts.map(({ duty_id, proposal }) => ({
          duty_id,
          ...(posts.get(duty_id) ?? proposal),
        })),
        matters: ties.value.matters.map(({ matter_id, proposal }) => ({
          matter_id,
          staff_id: matters.has(matter_id) ? (matters.get(matter_id) ?? null) : proposal,
        })),
      },
      `已办理 ${person.name} ${staff_event_words[values.kind]}`,
    )
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<MoveValues>
      title={`人员变动：${person.name}`}
      verb="办理"
      width={960}
      form={form}
      initial={{
        ...{ kind: 'retire', last_day: today, approver: '', reason: '' },
        group_id: person.group_id,
        post: person.post,
      }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="kind" label="变动" required>
        <Radio.Group
          optionType="button"
          options={kinds.map((value) => ({ value, label: staff_event_words[value] }))}
        />
      </Form.Item>
      <MoveFields kind={kind} needs_approver={needs_approver && person.a_count + person.b_count > 0} />
      {ties.state === 'ready' ? (
        <div className="ties">
          <TiedPosts
            ties={ties.value.posts}
            leaving={kind === 'regroup' ? null : person.id}
            chosen={posts}
            onChoose={(duty_id, holders) => setPosts(new Map(posts).set(duty_id, holders))}
          />
          <TiedMatters
            ties={ties.value.matters}
            leaving={kind === 'regroup' ? null : person.id}
            chosen={matters}
            onChoose={(matter_id, staff_id) => setMatters(new Map(matters).set(matter_id, staff_id))}
          />
          {kind !== 'regroup' && <LaterPlans ties={ties.value} />}
        </div>
      ) : (
        <Skeleton active title={false} />
      )}
    </FormDialog>
  )
}

function MoveFields({ kind, needs_approver }: { kind: StaffMoveKind; needs_approver: boolean }) {
  const groups = useGroupChoices()
  return (
    <>
      {kind === 'regroup' && (
        <div className="form-row">
          <Form.Item label="新的组别" name="group_id">
            <NameSelect options={groups} />
          </Form.Item>
          <Form.Item label="新的岗位" name="post">
            <Input />
          </Form.Item>
        </div>
      )}
      <div className="form-row">
        <Form.Item
          label={kind === 'regroup' ? '在原组的最后一天' : '在岗的最后一天'}
          name="last_day"
          required
        >
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="批准人" name="approver" required={needs_approver}>
          <Input />
        </Form.Item>
        <Form.Item label="说明" name="reason">
          <Input placeholder="如：到龄退休、调往省厅" />
        </Form.Item>
      </div>
    </>
  )
}

/** What ends with the last day by itself. */
function LaterPlans({ ties }: { ties: StaffTies }) {
  const parts = [
    ...(ties.later_absences > 0 ? [`以后的离岗 ${ties.later_absences} 次取消或提前结束`] : []),
    ...(ties.later_stand_ins > 0 ? [`以后的顶岗 ${ties.later_stand_ins} 次取消，请另行指定`] : []),
    ...(ties.open_trainings > 0 ? [`未完成的培训 ${ties.open_trainings} 项移出计划或另定带教人`] : []),
  ]
  return (
    <p className="quiet">
      {parts.length === 0 ? '' : `${parts.join('；')}。`}
      以往的任职、事项和归档记录保留。整件事是一步，可以一次撤销。
    </p>
  )
}
