import { Form, Input } from 'antd'
import type { StaffMember } from '../../src-shared/staff.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

interface RenameValues {
  name: string
  happened_on: string
  reason: string
}

/** 改名: the old name stays findable. */
export function RenameDialog({
  person,
  today,
  onClose,
}: {
  person: StaffMember
  today: string
  onClose: () => void
}) {
  const [form] = Form.useForm<RenameValues>()
  const { run, is_busy, problem } = useChange('staff.rename')
  const submit = async (values: RenameValues) => {
    const saved = await run({ id: person.id, ...values }, `${person.name} 已改名为 ${values.name}`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<RenameValues>
      title={`${person.name} 改名`}
      verb="改名"
      width={480}
      form={form}
      initial={{ name: '', happened_on: today, reason: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item label="新姓名" name="name" required>
          <Input />
        </Form.Item>
        <Form.Item label="改名日期" name="happened_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
      </div>
      <Form.Item label="说明" name="reason">
        <Input placeholder="如：户籍变更" />
      </Form.Item>
      <p className="quiet">
        职责、事项和归档记录都跟着新姓名，原来的“{person.name}
        ”记作曾用名，查找时仍能找到。写错了字只需“修改”。
      </p>
    </FormDialog>
  )
}
