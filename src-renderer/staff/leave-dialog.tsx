import { Form } from 'antd'
import type { StaffMember } from '../../src-shared/staff.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

interface LeaveValues {
  left_on: string
}

interface LeaveDialogProps {
  person: StaffMember
  today: string
  onClose: () => void
}

/** 离开: the person stays in every record; what they hold is shown as to be given to somebody else. */
export function LeaveDialog({ person, today, onClose }: LeaveDialogProps) {
  const [form] = Form.useForm<LeaveValues>()
  const { run, is_busy, problem } = useChange('staff.leave')
  const { a_count, b_count } = person
  const submit = async ({ left_on }: LeaveValues) => {
    const saved = await run({ id: person.id, left_on }, `已登记 ${person.name} 离开`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<LeaveValues>
      title={`${person.name} 离开`}
      verb="离开"
      width={480}
      form={form}
      initial={{ left_on: today }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="离开日期（在岗的最后一天）" name="left_on" required>
        <DateField allow_clear={false} />
      </Form.Item>
      <p className="quiet">
        {a_count + b_count === 0
          ? '名下没有职责。以往的事项和归档记录保留。'
          : `名下有A岗${a_count}项、B岗${b_count}项，离开后会在AB岗里提示，请另行安排。以往的事项和归档记录保留。`}
      </p>
    </FormDialog>
  )
}
