import { Checkbox, Form, Input, Segmented, Spin } from 'antd'
import { useState } from 'react'
import { addDays, monthDay } from '../../src-shared/dates.ts'
import { type WaitingRoutine, weekOfMoved } from '../../src-shared/routines.ts'
import { mondayOf, nextWeek, weekOf } from '../../src-shared/week.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

type Span = 'this_week' | 'next_week' | 'month' | 'next_month'

const span_words: Record<Span, string> = {
  this_week: '本周',
  next_week: '到下周',
  month: '到本月底',
  next_month: '到下月底',
}

/** The Monday of the last week that is looked at. */
function endOf(span: Span, today: string): string {
  const first_of_next = `${addDays(`${today.slice(0, 8)}01`, 31).slice(0, 8)}01`
  switch (span) {
    case 'this_week':
      return mondayOf(today)
    case 'next_week':
      return nextWeek(mondayOf(today))
    case 'month':
      return mondayOf(addDays(first_of_next, -1))
    case 'next_month':
      return mondayOf(addDays(`${addDays(first_of_next, 31).slice(0, 8)}01`, -1))
  }
}

interface ListDialogProps {
  today: string
  onClose: () => void
}

/** 生成周期事项: what waits until the end of the span, ticked unless she says otherwise. */
export function ListDialog({ today, onClose }: ListDialogProps) {
  const [span, setSpan] = useState<Span>('next_week')
  const answer = useAnswer('routines.waiting', { to_monday: endOf(span, today) })
  const spans = (
    <Segmented<Span>
      aria-label="生成到什么时候"
      value={span}
      onChange={setSpan}
      options={(Object.entries(span_words) as [Span, string][]).map(([value, label]) => ({ value, label }))}
    />
  )
  if (answer.state === 'waiting') return <Spin />
  if (answer.state === 'failed') return <ProblemNotice problem={answer.problem} onClose={onClose} />
  return (
    <WaitingForm
      key={`${span} ${answer.value.length}`}
      spans={spans}
      rows={answer.value}
      today={today}
      onClose={onClose}
    />
  )
}

interface ListValues {
  wanted: Record<string, boolean>
  titles: Record<string, string>
  dates: Record<string, string>
}

interface WaitingFormProps {
  spans: React.ReactNode
  rows: WaitingRoutine[]
  today: string
  onClose: () => void
}

const keyOf = ({ duty_id, period }: WaitingRoutine) => `${duty_id}_${period}`

function WaitingForm({ spans, rows, today, onClose }: WaitingFormProps) {
  const [form] = Form.useForm<ListValues>()
  const { run, is_busy, problem } = useChange('routines.list')
  const dates = Form.useWatch('dates', form)
  const dueOf = (row: WaitingRoutine) => dates?.[keyOf(row)] ?? row.due_on
  const submit = async ({ wanted = {}, titles = {} }: Partial<ListValues>) => {
    const chosen = rows
      .filter((row) => wanted[keyOf(row)])
      .map((row) => ({
        duty_id: row.duty_id,
        period: row.period,
        rule_on: row.rule_on,
        due_on: dueOf(row),
        week_monday: weekOfMoved(row, dueOf(row), today),
        title: titles[keyOf(row)] ?? row.title,
      }))
    const saved = await run({ rows: chosen }, ({ listed }) => `已生成 ${listed} 项，列入每周清单`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<ListValues>
      title={`生成周期事项（${rows.length} 项待生成）`}
      verb="生成"
      form={form}
      initial={{
        wanted: Object.fromEntries(rows.map((row) => [keyOf(row), true])),
        titles: Object.fromEntries(rows.map((row) => [keyOf(row), row.title])),
        dates: Object.fromEntries(rows.map((row) => [keyOf(row), row.due_on])),
      }}
      is_busy={is_busy}
      problem={problem}
      width={960}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="bar routine-spans">
        {spans}
        <span className="quiet">勾选要列入的，标题和时限可以改；取消勾选的下次还会提示。</span>
      </div>
      {rows.length === 0 ? (
        <p className="quiet routine-none">这段时间没有待生成的周期事项。</p>
      ) : (
        <ul className="routine-list">
          {rows.map((row) => (
            <li key={keyOf(row)}>
              <Form.Item noStyle name={['wanted', keyOf(row)]} valuePropName="checked">
                <Checkbox aria-label={`列入 ${row.number} ${monthDay(row.due_on)}`} />
              </Form.Item>
              <Form.Item noStyle name={['titles', keyOf(row)]}>
                <Input aria-label={`${row.number} ${monthDay(row.due_on)}的工作事项`} />
              </Form.Item>
              <Form.Item noStyle name={['dates', keyOf(row)]}>
                <DateField label={`${row.number} ${monthDay(row.due_on)}的时限`} allow_clear={false} />
              </Form.Item>
              <span className="quiet number">第{weekOf(weekOfMoved(row, dueOf(row), today)).week}周</span>
              <span className="cut">{row.staff_name || <span className="finding">责任人未定</span>}</span>
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  )
}
