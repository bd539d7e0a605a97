import { Checkbox, Form } from 'antd'
import type { GuessedSchedule } from '../../src-shared/routines.ts'
import { scheduleWords } from '../../src-shared/schedule.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

interface GuessValues {
  wanted: Record<string, boolean>
}

interface GuessesDialogProps {
  guesses: GuessedSchedule[]
  onClose: () => void
}

/** What each wording was understood as, to be taken as it stands; the rest is set in the duty itself. */
export function GuessesDialog({ guesses, onClose }: GuessesDialogProps) {
  const [form] = Form.useForm<GuessValues>()
  const { run, is_busy, problem } = useChange('routines.adopt')
  const submit = async ({ wanted }: GuessValues) => {
    const rows = guesses
      .filter(({ duty_id }) => wanted[String(duty_id)])
      .map(({ duty_id, schedule }) => ({ duty_id, schedule }))
    if ((await run({ rows }, `已采用 ${rows.length} 项`)) !== undefined) onClose()
  }
  return (
    <FormDialog<GuessValues>
      title={`按日历理解的时限（${guesses.length} 项）`}
      verb="采用"
      form={form}
      initial={{ wanted: Object.fromEntries(guesses.map(({ duty_id }) => [String(duty_id), true])) }}
      is_busy={is_busy}
      problem={problem}
      width={860}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">
        左边是清单上的原文，右边是程序的理解。不对的请取消勾选，到那项职责里另选；原文不会改动。
      </p>
      <ul className="routine-list is-guesses">
        {guesses.map(({ duty_id, number, content, due_rule, frequency, schedule }) => (
          <li key={duty_id}>
            <Form.Item noStyle name={['wanted', String(duty_id)]} valuePropName="checked">
              <Checkbox aria-label={`采用 ${number}`} />
            </Form.Item>
            <span className="cut" title={content}>
              {number}　{content}
            </span>
            <span className="cut" title={due_rule}>
              {due_rule || frequency}
            </span>
            <strong className="cut">{scheduleWords(schedule)}</strong>
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}
