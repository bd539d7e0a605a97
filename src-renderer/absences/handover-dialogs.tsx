import { Form, Input } from 'antd'
import { spanText } from '../../src-shared/half-days.ts'
import type { Handover, StandInAction } from '../../src-shared/handovers.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { useChange } from '../use-change.ts'
import { useStaffChoices } from '../use-choices.ts'

export type HandoverDialog = 'hand_over' | 'hand_back' | 'action'

interface DialogProps {
  handover: Handover
  today: string
  onClose: () => void
}

export function HandoverDialogs({ dialog, ...props }: DialogProps & { dialog: HandoverDialog }) {
  switch (dialog) {
    case 'hand_over':
      return <HandOverDialog {...props} />
    case 'hand_back':
      return <HandBackDialog {...props} />
    case 'action':
      return <ActionDialog {...props} />
  }
}

/** 已交接: the sheet is signed by the three. */
function HandOverDialog({ handover: { absence, number }, today, onClose }: DialogProps) {
  const [form] = Form.useForm<{ handed_over_on: string }>()
  const { run, is_busy, problem } = useChange('handovers.handOver')
  const submit = async (values: { handed_over_on: string }) => {
    if ((await run({ absence_id: absence.id, ...values }, `${number} 已交接`)) !== undefined) onClose()
  }
  return (
    <FormDialog<{ handed_over_on: string }>
      title={`${number} 已交接`}
      verb="已交接"
      width={440}
      form={form}
      initial={{ handed_over_on: today }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="签字日期" name="handed_over_on" required>
        <DateField allow_clear={false} />
      </Form.Item>
    </FormDialog>
  )
}

interface BackValues {
  handed_back_on: string
  back_note: string
}

function HandBackDialog({ handover: { absence, number, back_note }, today, onClose }: DialogProps) {
  const [form] = Form.useForm<BackValues>()
  const { run, is_busy, problem } = useChange('handovers.handBack')
  const submit = async (values: BackValues) => {
    if ((await run({ absence_id: absence.id, ...values }, `${number} 已返岗`)) !== undefined) onClose()
  }
  return (
    <FormDialog<BackValues>
      title={`${absence.name} 返岗交接`}
      verb="已返岗"
      width={520}
      form={form}
      initial={{ handed_back_on: today, back_note }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {absence.to_on >= today && (
        <p className="quiet">比原定（{spanText(absence)}）早的，离岗随之改到返岗的前一天。</p>
      )}
      <Form.Item label="返岗交接日期" name="handed_back_on" required>
        <DateField allow_clear={false} />
      </Form.Item>
      <Form.Item label="需要说明的情况" name="back_note">
        <LongText lines={2} />
      </Form.Item>
    </FormDialog>
  )
}

type ActionValues = Omit<StandInAction, 'absence_id' | 'staff_id'> & { staff_id: number | null }

/** Something the stand-in did that stands in no weekly line. */
function ActionDialog({ handover: { absence, receiver }, today, onClose }: DialogProps) {
  const [form] = Form.useForm<ActionValues>()
  const people = useStaffChoices()
  const { run, is_busy, problem } = useChange('handovers.addAction')
  const submit = async ({ staff_id, ...values }: ActionValues) => {
    const saved = await run({ absence_id: absence.id, staff_id: staff_id ?? 0, ...values }, '已登记')
    if (saved !== undefined) onClose()
  }
  const likely = people.find(({ label }) => receiver.startsWith(label))?.value ?? null
  return (
    <FormDialog<ActionValues>
      title={`替 ${absence.name} 办的事`}
      verb="登记"
      width={560}
      form={form}
      initial={{ staff_id: likely, happened_on: today, content: '', result: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item label="办理人" name="staff_id" required>
          <NameSelect options={people} />
        </Form.Item>
        <Form.Item label="日期" name="happened_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
      </div>
      <Form.Item label="办理事项" name="content" required>
        <Input />
      </Form.Item>
      <Form.Item label="结果" name="result">
        <Input />
      </Form.Item>
    </FormDialog>
  )
}
