import { Form, Input } from 'antd'
import type { AbsenceRow, DutyAway } from '../../src-shared/absences.ts'
import type { Half, HalfDaySpan } from '../../src-shared/half-days.ts'
import { slotsOf, spanOfSlots, spanText } from '../../src-shared/half-days.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { useChange } from '../use-change.ts'
import { useStaffChoices } from '../use-choices.ts'
import { EditAbsenceDialog } from './absence-dialog.tsx'
import { HalfDayFields } from './half-day-fields.tsx'

/** The one dialog that may stand over the list of absences. */
export type OpenDialog =
  | { kind: 'edit' | 'end' | 'cancel'; row: AbsenceRow }
  | { kind: 'appoint'; row: AbsenceRow; duties: DutyAway[]; staff_id: number | null }

interface DialogProps {
  row: AbsenceRow
  onClose: () => void
}

export function AbsenceDialogs({
  dialog,
  today,
  onClose,
}: {
  dialog: OpenDialog
  today: string
  onClose: () => void
}) {
  switch (dialog.kind) {
    case 'edit':
      return <EditAbsenceDialog absence={dialog.row} onClose={onClose} />
    case 'end':
      return <EndDialog row={dialog.row} today={today} onClose={onClose} />
    case 'cancel':
      return <CancelDialog row={dialog.row} onClose={onClose} />
    case 'appoint': {
      const { row, duties, staff_id } = dialog
      const name = duties.length === 1 ? duties[0]?.number : `${duties.length} 项职责`
      return (
        <AppointDialog
          absence_id={row.id}
          title={`指派顶岗 ${name}`}
          duty_ids={duties.map(({ duty_id }) => duty_id)}
          staff_id={staff_id}
          span={spanOfRisks(duties) ?? row}
          approver={row.approver}
          onClose={onClose}
        />
      )
    }
  }
}

/** From the first half day somebody is lacking to the last. */
function spanOfRisks(duties: readonly DutyAway[]): HalfDaySpan | null {
  const slots = duties.flatMap(({ risks }) => risks.map(slotsOf))
  if (slots.length === 0) return null
  return spanOfSlots({
    first: Math.min(...slots.map(({ first }) => first)),
    last: Math.max(...slots.map(({ last }) => last)),
  })
}

interface EndValues {
  to_on: string
  to_half: Half
  approver: string
  reason: string
}

/** 提前返岗 and 延长: the last half day away is another one. */
function EndDialog({ row, today, onClose }: DialogProps & { today: string }) {
  const [form] = Form.useForm<EndValues>()
  const { run, is_busy, problem } = useChange('absences.moveEnd')
  const submit = async (values: EndValues) => {
    if ((await run({ id: row.id, ...values }, '已改结束时间')) !== undefined) onClose()
  }
  const is_running = row.from_on <= today && today <= row.to_on
  return (
    <FormDialog<EndValues>
      title={`${row.name} 返岗/延长`}
      verb="保存"
      width={560}
      form={form}
      initial={{
        to_on: is_running ? today : row.to_on,
        to_half: is_running ? 'am' : row.to_half,
        approver: row.approver,
        reason: '',
      }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">
        原登记：{spanText(row)}。改早就是提前返岗，改晚就是延长；指派到最后一天的顶岗随着改。
      </p>
      <HalfDayFields label="离岗到（含）" end="to" />
      <div className="form-row">
        <Form.Item label="批准人" name="approver">
          <Input />
        </Form.Item>
        <Form.Item label="原因" name="reason">
          <Input />
        </Form.Item>
      </div>
    </FormDialog>
  )
}

function CancelDialog({ row, onClose }: DialogProps) {
  const [form] = Form.useForm<{ reason: string }>()
  const { run, is_busy, problem } = useChange('absences.cancel')
  const submit = async ({ reason }: { reason: string }) => {
    if ((await run({ id: row.id, reason }, `已取消 ${row.name} 的离岗`)) !== undefined) onClose()
  }
  return (
    <FormDialog<{ reason: string }>
      title={`取消 ${row.name} 的离岗`}
      verb="取消离岗"
      width={480}
      form={form}
      initial={{ reason: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">
        {spanText(row)}　{row.kind}。登记保留并标明“已取消”，指派的顶岗不再作数。
      </p>
      <Form.Item label="取消原因" name="reason" required>
        <Input />
      </Form.Item>
    </FormDialog>
  )
}

interface AppointValues extends HalfDaySpan {
  staff_id: number | null
  appointed_by: string
}

interface AppointDialogProps {
  title: string
  absence_id: number
  duty_ids: number[]
  staff_id: number | null
  span: HalfDaySpan
  approver: string
  onClose: () => void
}

/** 分管领导指派其他人. */
export function AppointDialog({
  title,
  absence_id,
  duty_ids,
  staff_id,
  span,
  approver,
  onClose,
}: AppointDialogProps) {
  const [form] = Form.useForm<AppointValues>()
  const { run, is_busy, problem } = useChange('absences.appoint')
  const { from_on, from_half, to_on, to_half } = span
  const submit = async (values: AppointValues) => {
    const saved = await run({ ...values, staff_id: values.staff_id ?? 0, absence_id, duty_ids }, '已指派顶岗')
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<AppointValues>
      title={title}
      verb="指派"
      width={560}
      form={form}
      initial={{ staff_id, from_on, from_half, to_on, to_half, appointed_by: approver }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item label="顶岗人" name="staff_id" required>
          <NameSelect options={useStaffChoices()} placeholder="姓名或拼音首字母" />
        </Form.Item>
        <Form.Item label="批准的分管领导" name="appointed_by" required>
          <Input />
        </Form.Item>
      </div>
      <div className="form-row">
        <HalfDayFields label="从" end="from" />
        <HalfDayFields label="到（含）" end="to" />
      </div>
    </FormDialog>
  )
}
