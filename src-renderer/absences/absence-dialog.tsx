import { Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { AbsenceDraft, AbsenceRow, WantedStandIn } from '../../src-shared/absences.ts'
import { AbsenceDraft as AbsenceDraftSchema } from '../../src-shared/absences.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { useStaffChoices } from '../use-choices.ts'
import { HalfDayFields } from './half-day-fields.tsx'
import { KindSelect } from './kind-select.tsx'
import { LivePreview } from './live-preview.tsx'

interface AbsenceValues extends Omit<AbsenceDraft, 'staff_id'> {
  staff_id: number | null
  appointed_by: string
}

/** 登记离岗: what the absence brings with it stands beside the form while it is typed, and is settled there. */
export function NewAbsenceDialog({ today, onClose }: { today: string; onClose: (id?: number) => void }) {
  const [form] = Form.useForm<AbsenceValues>()
  const [stand_ins, setStandIns] = useState<WantedStandIn[]>([])
  const { run, is_busy, problem } = useChange('absences.add')
  const submit = async ({ appointed_by = '', staff_id, ...draft }: AbsenceValues) => {
    const saved = await run(
      { draft: { ...draft, staff_id: staff_id ?? 0 }, stand_ins, appointed_by },
      '已登记离岗',
    )
    if (saved !== undefined) onClose(saved.id)
  }
  const wish = (duty_ids: number[], staff_id: number | null) => {
    const others = stand_ins.filter((one) => !duty_ids.includes(one.duty_id))
    const wished = staff_id === null ? [] : duty_ids.map((duty_id) => ({ duty_id, staff_id }))
    setStandIns([...others, ...wished])
    if (!form.getFieldValue('appointed_by'))
      form.setFieldValue('appointed_by', form.getFieldValue('approver'))
  }
  return (
    <FormDialog<AbsenceValues>
      title="登记离岗"
      verb="登记"
      width={1120}
      form={form}
      initial={{
        staff_id: null,
        kind: '',
        from_on: today,
        from_half: 'am',
        to_on: today,
        to_half: 'pm',
        approver: '',
        reachable: '',
        note: '',
        appointed_by: '',
      }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={() => onClose()}
    >
      <div className="absence-form">
        <div>
          <AbsenceFields />
          {stand_ins.length > 0 && (
            <Form.Item label={`批准指派顶岗 ${stand_ins.length} 项的分管领导`} name="appointed_by" required>
              <Input />
            </Form.Item>
          )}
        </div>
        <PreviewOfForm absence_id={null} stand_ins={stand_ins} onWish={wish} />
      </div>
    </FormDialog>
  )
}

export function EditAbsenceDialog({ absence, onClose }: { absence: AbsenceRow; onClose: () => void }) {
  const [form] = Form.useForm<AbsenceValues>()
  const { run, is_busy, problem } = useChange('absences.edit')
  const { staff_id, kind, from_on, from_half, to_on, to_half, approver, reachable, note } = absence
  const submit = async ({ appointed_by: _, ...draft }: AbsenceValues) => {
    const saved = await run({ id: absence.id, draft: { ...draft, staff_id } }, '已保存')
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<AbsenceValues>
      title={`修改离岗 ${absence.name}`}
      verb="保存"
      width={1120}
      form={form}
      initial={{
        ...{ staff_id, kind, from_on, from_half, to_on, to_half, approver, reachable, note },
        appointed_by: '',
      }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="absence-form">
        <AbsenceFields fixed_person={{ staff_id, name: absence.name }} />
        <PreviewOfForm absence_id={absence.id} stand_ins={[]} />
      </div>
    </FormDialog>
  )
}

function AbsenceFields({ fixed_person }: { fixed_person?: { staff_id: number; name: string } }) {
  const settings = useValue('settings.get', {}, null as never)
  const people = useStaffChoices()
  return (
    <div>
      <div className="form-row">
        <Form.Item label="人员" name="staff_id" required hidden={fixed_person !== undefined}>
          <NameSelect options={people} placeholder="姓名或拼音首字母" />
        </Form.Item>
        <Form.Item label="离岗类别" name="kind" required>
          <KindSelect kinds={settings?.absence_kinds ?? []} />
        </Form.Item>
      </div>
      <HalfDayFields label="从" end="from" />
      <HalfDayFields label="到（含）" end="to" />
      <div className="form-row">
        <Form.Item label="批准人" name="approver">
          <Input />
        </Form.Item>
        <Form.Item label="去向、联系电话" name="reachable">
          <Input />
        </Form.Item>
      </div>
      <Form.Item label="备注" name="note">
        <Input />
      </Form.Item>
    </div>
  )
}

interface PreviewOfFormProps {
  absence_id: number | null
  stand_ins: WantedStandIn[]
  onWish?: (duty_ids: number[], staff_id: number | null) => void
}

/** Asks anew whenever person or dates change; the end follows a beginning that is moved behind it. */
function PreviewOfForm({ absence_id, stand_ins, onWish }: PreviewOfFormProps) {
  const form = Form.useFormInstance<AbsenceValues>()
  const typed = Form.useWatch([], { form, preserve: true }) as AbsenceValues | undefined
  useEffect(() => {
    if (typed?.from_on && typed.to_on && typed.to_on < typed.from_on) {
      form.setFieldsValue({ to_on: typed.from_on })
    }
  }, [form, typed?.from_on, typed?.to_on])
  const draft = AbsenceDraftSchema.safeParse({ ...typed, kind: typed?.kind || '其他' })
  if (!draft.success) {
    const is_backwards = typed?.staff_id != null && draft.error.issues.some(({ path }) => path[0] === 'to_on')
    return (
      <section className="absence-preview quiet" aria-label="顶岗情况">
        {is_backwards ? '结束不能早于开始。' : '选了人，这里就列出由谁顶岗、哪些职责无人、这几天有什么到期。'}
      </section>
    )
  }
  const { staff_id, from_on, from_half, to_on, to_half } = draft.data
  return (
    <LivePreview
      question={{ staff_id, from_on, from_half, to_on, to_half, absence_id, stand_ins }}
      {...(onWish === undefined ? {} : { onWish })}
    />
  )
}
