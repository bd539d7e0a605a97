import { Form, Select } from 'antd'
import { type ReturnReason, return_reason_words } from '../../src-shared/collection.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { useChange } from '../use-change.ts'

interface Values {
  reason: ReturnReason
  note: string
}

const reasons = Object.entries(return_reason_words).map(([value, label]) => ({ value, label }))

/** 退回周报: it counts as missing again until it comes anew; how often and why is kept. */
export function ReturnReportDialog({
  week_monday,
  people,
  note = '',
  onClose,
}: {
  week_monday: string
  people: readonly { staff_id: number; name: string }[]
  /** What is offered as 说明. */
  note?: string
  onClose: (is_done: boolean) => void
}) {
  const [form] = Form.useForm<Values>()
  const { run, is_busy, problem } = useChange('collection.return')
  const submit = async (values: Values) => {
    const staff_ids = people.map(({ staff_id }) => staff_id)
    const saved = await run({ week_monday, staff_ids, ...values }, `已退回 ${people.length} 人的周报`)
    if (saved !== undefined) onClose(true)
  }
  return (
    <FormDialog<Values>
      title={`退回周报（${people.length} 人）`}
      verb="退回"
      form={form}
      initial={{ reason: 'incomplete', note }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <p className="quiet">
        {people.map(({ name }) => name).join('、')}　退回后记为“未报”，重新收到时再记一次。
      </p>
      <Form.Item label="退回原因" name="reason" required>
        <Select options={reasons} />
      </Form.Item>
      <Form.Item label="说明" name="note">
        <LongText lines={2} />
      </Form.Item>
    </FormDialog>
  )
}
