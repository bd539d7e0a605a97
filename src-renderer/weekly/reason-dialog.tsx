import { Form, Input } from 'antd'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { useChange } from '../use-change.ts'
import { MatterNames } from './matter-names.tsx'

interface ReasonDialogProps {
  rows: WeekRow[]
  today: string
  signer: string
  onClose: (is_done: boolean) => void
}

interface ReturnValues {
  returned_on: string
  returned_by: string
  reason: string
}

/** 退回: back to the person, with the reason that stays in sight until it is signed off. */
export function ReturnDialog({ rows, today, signer, onClose }: ReasonDialogProps) {
  const [form] = Form.useForm<ReturnValues>()
  const { run, is_busy, problem } = useChange('weekly.return')
  const submit = async (values: ReturnValues) => {
    const matter_ids = rows.map((row) => row.matter_id)
    const saved = await run({ matter_ids, ...values }, ({ returned }) => `已退回 ${returned} 项`)
    if (saved !== undefined) onClose(true)
  }
  return (
    <FormDialog<ReturnValues>
      title={`退回（${rows.length} 项）`}
      verb="退回"
      form={form}
      initial={{ returned_on: today, returned_by: signer, reason: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <MatterNames rows={rows} />
      <Form.Item label="退回原因" name="reason" required>
        <LongText lines={2} />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="退回日期" name="returned_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="退回人" name="returned_by" required>
          <Input />
        </Form.Item>
      </div>
    </FormDialog>
  )
}

/** 撤销事项: it is dropped, its number stays taken and keeps the reason. */
export function WithdrawDialog({ rows, onClose }: Pick<ReasonDialogProps, 'rows' | 'onClose'>) {
  const [form] = Form.useForm<{ reason: string }>()
  const { run, is_busy, problem } = useChange('weekly.withdraw')
  const submit = async ({ reason }: { reason: string }) => {
    const matter_ids = rows.map((row) => row.matter_id)
    const saved = await run({ matter_ids, reason }, ({ withdrawn }) => `已撤销 ${withdrawn} 项`)
    if (saved !== undefined) onClose(true)
  }
  return (
    <FormDialog<{ reason: string }>
      title={`撤销事项（${rows.length} 项）`}
      verb="撤销事项"
      form={form}
      initial={{ reason: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <MatterNames rows={rows} />
      <Form.Item label="撤销原因" name="reason" required>
        <LongText lines={2} />
      </Form.Item>
    </FormDialog>
  )
}
