import { Form, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../src-shared/problem.ts'
import type { WantedExtension } from '../../src-shared/typed-week.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'

export interface DueReason {
  reason: string
  approved_by: string
}

interface DueReasonDialogProps {
  moved: readonly WantedExtension[]
  signer: string
  onSave: (reason: DueReason) => Promise<void>
  onClose: () => void
}

const no_reason: Problem = {
  code: 'input',
  message: '请填写延期原因。',
  fields: { reason: '请填写延期原因。' },
}

/** Due dates were typed over: the reason that goes into the record, before the rows are saved. */
export function DueReasonDialog({ moved, signer, onSave, onClose }: DueReasonDialogProps) {
  const [form] = Form.useForm<DueReason>()
  const [is_busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (reason: DueReason) => {
    if (reason.reason.trim() === '') return setProblem(no_reason)
    setBusy(true)
    await onSave(reason)
    onClose()
  }
  return (
    <FormDialog<DueReason>
      title={`改动时限（${moved.length} 项）`}
      verb="登记延期并保存"
      form={form}
      initial={{ reason: '', approved_by: signer }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <ul className="matter-names" aria-label="改动时限的事项">
        {moved.map(({ key, number, title, due_on, new_due_on }) => (
          <li key={key} className="cut">
            <span className="number">
              {due_on} → {new_due_on ?? '不定时限'}
            </span>
            　<span className="quiet number">{number}</span>　{title}
          </li>
        ))}
      </ul>
      <Form.Item label="延期原因（原定时限保留）" name="reason" required>
        <LongText lines={2} />
      </Form.Item>
      <Form.Item label="批准人" name="approved_by">
        <Input />
      </Form.Item>
    </FormDialog>
  )
}
