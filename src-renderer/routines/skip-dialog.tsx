import { Form } from 'antd'
import { monthDay } from '../../src-shared/dates.ts'
import { periodWords, type RoutineDate } from '../../src-shared/routines.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { useChange } from '../use-change.ts'

interface SkipDialogProps {
  duty_id: number
  number: string
  date: RoutineDate
  onClose: () => void
}

/** 不列入 asks why; the date is not offered again until it is taken back. */
export function SkipDialog({ duty_id, number, date, onClose }: SkipDialogProps) {
  const [form] = Form.useForm<{ reason: string }>()
  const { run, is_busy, problem } = useChange('routines.skip')
  const submit = async ({ reason }: { reason: string }) => {
    const dates = [{ duty_id, period: date.period, rule_on: date.rule_on }]
    if ((await run({ dates, reason }, '已注明不列入')) !== undefined) onClose()
  }
  return (
    <FormDialog<{ reason: string }>
      title={`${number} ${periodWords(date.period)}不列入`}
      verb="不列入"
      form={form}
      initial={{ reason: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">时限 {monthDay(date.due_on)} 的这一期不再提示生成，需要时可以恢复。</p>
      <Form.Item label="不列入的原因" name="reason" required>
        <LongText lines={2} placeholder="如：与党员大会合并召开" />
      </Form.Item>
    </FormDialog>
  )
}
