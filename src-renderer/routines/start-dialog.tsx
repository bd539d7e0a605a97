import { Form } from 'antd'
import type { RoutineByHand } from '../../src-shared/routines.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { useChange } from '../use-change.ts'

interface StartValues {
  title: string
  event_on: string
}

interface StartDialogProps {
  duty: RoutineByHand
  today: string
  onClose: () => void
}

/** 发起一件: a matter of this week, due so many days after what brought it about. */
export function StartDialog({ duty, today, onClose }: StartDialogProps) {
  const [form] = Form.useForm<StartValues>()
  const { run, is_busy, problem } = useChange('routines.start')
  const { schedule } = duty
  const event = schedule?.kind === 'trigger' && schedule.event !== '' ? schedule.event : '起算'
  const submit = async (values: StartValues) => {
    const saved = await run({ duty_id: duty.duty_id, ...values }, ({ number }) => `已列入本周：${number}`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<StartValues>
      title={`发起 ${duty.number}`}
      verb="发起"
      form={form}
      initial={{ title: duty.content.split('\n', 1)[0] ?? '', event_on: today }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="工作事项" name="title" required>
        <LongText lines={2} />
      </Form.Item>
      <Form.Item label={`${event}日期`} name="event_on" required extra={limitWords(duty)}>
        <DateField allow_clear={false} />
      </Form.Item>
    </FormDialog>
  )
}

function limitWords({ schedule, due_rule }: RoutineByHand): string {
  if (schedule === null) return '这项职责没有可以推算的时限，列入后再填。'
  return `按“${due_rule}”推算时限。`
}
