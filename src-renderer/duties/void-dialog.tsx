import { Form } from 'antd'
import type { Duty } from '../../src-shared/duties.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { RecordNames } from '../components/record-names.tsx'
import { useChange } from '../use-change.ts'

interface VoidDialogProps {
  duties: Duty[]
  onClose: () => void
  onDone: () => void
}

/** 作废 asks why; the numbers stay taken, and 恢复 brings a duty back with its A and B. */
export function VoidDialog({ duties, onClose, onDone }: VoidDialogProps) {
  const [form] = Form.useForm<{ reason: string }>()
  const { run, is_busy, problem } = useChange('duties.void')
  const submit = async ({ reason }: { reason: string }) => {
    const ids = duties.map((duty) => duty.id)
    const what = duties.length === 1 ? duties[0]?.number : `${duties.length} 项职责`
    const saved = await run({ ids, reason }, `已作废 ${what}`)
    if (saved !== undefined) onDone()
  }
  return (
    <FormDialog<{ reason: string }>
      title={`作废 ${duties.length} 项职责`}
      verb="作废"
      form={form}
      initial={{ reason: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <RecordNames
        label="要作废的职责"
        records={duties.map(({ id, number, content }) => ({ id, title: number, detail: content }))}
      />
      <p className="quiet">编号保留、不再使用；已登记和已归档的事项不受影响；需要时可以恢复。</p>
      <Form.Item label="作废原因" name="reason" required>
        <LongText lines={2} placeholder="如：职能划转至办公室" />
      </Form.Item>
    </FormDialog>
  )
}
