import { Form } from 'antd'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { useChange } from '../use-change.ts'

interface UnlockDialogProps {
  week_monday: string
  title: string
  onClose: () => void
}

/** 解锁: the week may be changed again; the reason stays in 关账记录. */
export function UnlockDialog({ week_monday, title, onClose }: UnlockDialogProps) {
  const [form] = Form.useForm<{ reason: string }>()
  const { run, is_busy, problem } = useChange('weekly.unlock')
  const submit = async ({ reason }: { reason: string }) => {
    const saved = await run({ week_monday, reason }, '已解锁，改好以后请重新关账')
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<{ reason: string }>
      title={`解锁 ${title}`}
      verb="解锁"
      form={form}
      initial={{ reason: '' }}
      is_busy={is_busy}
      problem={problem}
      width={520}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        label="解锁原因"
        name="reason"
        required
        extra="原因和时间留在关账记录里。已有的快照不变；重新关账时另留一份。"
      >
        <LongText lines={2} />
      </Form.Item>
    </FormDialog>
  )
}
