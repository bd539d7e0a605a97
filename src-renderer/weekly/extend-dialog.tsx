import { Form, Input } from 'antd'
import { dueText } from '../../src-shared/matter-words.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { useChange } from '../use-change.ts'
import { MatterNames } from './matter-names.tsx'

interface ExtendValues {
  new_due_on: string | null
  reason: string
  approved_by: string
  extended_on: string
}

interface ExtendDialogProps {
  rows: WeekRow[]
  today: string
  signer: string
  onClose: (is_done: boolean) => void
}

/** 延期: a later date with its reason and who approved it; the dates before it stay in the record. */
export function ExtendDialog({ rows, today, signer, onClose }: ExtendDialogProps) {
  const [form] = Form.useForm<ExtendValues>()
  const { run, is_busy, problem } = useChange('weekly.extend')
  const submit = async ({ new_due_on, ...approved }: ExtendValues) => {
    const matter_ids = rows.map((row) => row.matter_id)
    const saved = await run(
      { matter_ids, new_due_on: new_due_on ?? '', ...approved },
      ({ extended }) => `已延期 ${extended} 项到 ${new_due_on}`,
    )
    if (saved !== undefined) onClose(true)
  }
  const only = rows.length === 1 ? rows[0] : undefined
  const title = only === undefined ? `延期（${rows.length} 项）` : `第${only.extended_times + 1}次延期`
  return (
    <FormDialog<ExtendValues>
      title={title}
      verb="延期"
      form={form}
      initial={{ new_due_on: null, reason: '', approved_by: signer, extended_on: today }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <MatterNames rows={rows} />
      {only !== undefined && (
        <p className="quiet">
          现在的时限 {dueText(only) || '未定'}
          {only.original_due_on !== only.due_on && `　原定时限 ${only.original_due_on}`}
        </p>
      )}
      <Form.Item label="新的完成时限" name="new_due_on" required>
        <DateField />
      </Form.Item>
      <Form.Item label="延期原因" name="reason" required>
        <LongText lines={2} />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="批准人" name="approved_by" required>
          <Input />
        </Form.Item>
        <Form.Item label="批准日期" name="extended_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
      </div>
    </FormDialog>
  )
}
