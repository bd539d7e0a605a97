import { Button, Form } from 'antd'
import { guessSchedule } from '../../src-shared/read-schedule.ts'
import { type Schedule, scheduleWords } from '../../src-shared/schedule.ts'
import type { DutyValues } from './duty-form.tsx'

/**
 * 日历规则: what the wording of the time limit means to a calendar. It is offered, and taken only by a click: the Tab key goes
 * from field to field past it, for it comes and goes while one types. 周期事项 offers all of them at once.
 */
export function ScheduleField() {
  const form = Form.useFormInstance<DutyValues>()
  const due_rule = Form.useWatch('due_rule', form) ?? ''
  const frequency = Form.useWatch('frequency', form) ?? ''
  const schedule: Schedule | null = Form.useWatch('schedule', { form, preserve: true }) ?? null
  const guess = guessSchedule(due_rule, frequency)
  const set = (next: Schedule | null) => form.setFieldValue('schedule', next)
  const is_news = guess !== null && (schedule === null || scheduleWords(guess) !== scheduleWords(schedule))
  return (
    <>
      <Form.Item name="schedule" hidden getValueProps={() => ({})}>
        <input type="hidden" />
      </Form.Item>
      {(schedule !== null || guess !== null) && (
        <p className="schedule-line">
          {schedule !== null && <span>日历规则：{scheduleWords(schedule)}</span>}
          {schedule !== null && (
            <Button type="link" size="small" tabIndex={-1} onClick={() => set(null)}>
              不用
            </Button>
          )}
          {is_news && (
            <>
              <span className="quiet">办理时限读作：{scheduleWords(guess)}</span>
              <Button type="link" size="small" tabIndex={-1} onClick={() => set(guess)}>
                采用为日历规则
              </Button>
            </>
          )}
        </p>
      )}
    </>
  )
}
