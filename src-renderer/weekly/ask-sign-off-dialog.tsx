import { Form, Input } from 'antd'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { useChange } from '../use-change.ts'
import { MatterNames } from './matter-names.tsx'

interface AskValues {
  asked_on: string
  asked_by: string
  note: string
}

interface AskSignOffDialogProps {
  rows: WeekRow[]
  today: string
  onClose: (is_done: boolean) => void
}

/** 申请销号: from here on the matter waits for its review. */
export function AskSignOffDialog({ rows, today, onClose }: AskSignOffDialogProps) {
  const [form] = Form.useForm<AskValues>()
  const { run, is_busy, problem } = useChange('weekly.askSignOff')
  const submit = async (values: AskValues) => {
    const matter_ids = rows.map((row) => row.matter_id)
    const saved = await run({ matter_ids, ...values }, ({ asked }) => `已申请销号 ${asked} 项`)
    if (saved !== undefined) onClose(true)
  }
  const only = rows.length === 1 ? rows[0] : undefined
  return (
    <FormDialog<AskValues>
      title={`申请销号（${rows.length} 项）`}
      verb="申请销号"
      form={form}
      initial={{ asked_on: today, asked_by: only?.staff_name ?? '', note: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <MatterNames rows={rows} />
      <div className="form-row">
        <Form.Item label="申请日期" name="asked_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="申请人" name="asked_by">
          <Input placeholder="不填时为各事项的责任人" />
        </Form.Item>
      </div>
      <Form.Item label="申请说明" name="note">
        <LongText lines={2} />
      </Form.Item>
    </FormDialog>
  )
}
