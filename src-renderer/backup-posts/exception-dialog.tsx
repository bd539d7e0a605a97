import { Button, Form, Input } from 'antd'
import type { Duty } from '../../src-shared/duties.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

interface ExceptionValues {
  reason: string
}

/** 不设B岗: the accountant's post and the like; such a duty counts as settled. */
export function ExceptionDialog({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const [form] = Form.useForm<ExceptionValues>()
  const except = useChange('backupPosts.except')
  const end = useChange('backupPosts.endException')
  const submit = async ({ reason }: ExceptionValues) => {
    const saved = await except.run({ duty_ids: [duty.id], reason }, `${duty.number} 不设B岗`)
    if (saved !== undefined) onClose()
  }
  const resume = async () => {
    const saved = await end.run({ duty_id: duty.id }, `${duty.number} 恢复设B岗`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<ExceptionValues>
      title={`${duty.number} 不设B岗`}
      verb="保存"
      width={480}
      form={form}
      initial={{ reason: duty.no_b_reason }}
      is_busy={except.is_busy}
      problem={except.problem ?? end.problem}
      onSubmit={submit}
      onClose={onClose}
      more_actions={
        duty.no_b_reason !== '' && (
          <Button loading={end.is_busy} onClick={resume}>
            恢复设B岗
          </Button>
        )
      }
    >
      <p>{duty.content}</p>
      <Form.Item
        label="不设B岗的理由"
        name="reason"
        required
        extra="会计等特殊岗位可以不设B岗，不再算作缺B岗。"
      >
        <Input placeholder="如：会计岗位，不相容职务分离" />
      </Form.Item>
    </FormDialog>
  )
}
