import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { monthDay } from '../../src-shared/dates.ts'
import { longest_lead, periodWords, type RoutineDate, type RoutineOfYear } from '../../src-shared/routines.ts'
import { weekOf } from '../../src-shared/week.ts'
import { Facts } from '../components/facts.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { go, routeTo } from '../route.ts'
import { useChange } from '../use-change.ts'
import { face_words, faceOf } from './date-words.ts'
import { SkipDialog } from './skip-dialog.tsx'

interface RoutinePanelProps {
  routine: RoutineOfYear
  this_monday: string
  onClose: () => void
}

/** One duty's year: every date, what became of it, and how early it comes into the weekly list. */
export function RoutinePanel({ routine, this_monday, onClose }: RoutinePanelProps) {
  const { duty_id, number, content, lead_weeks } = routine
  const habit = useChange('routines.saveHabit')
  const take_back = useChange('routines.takeBack')
  const [skipping, setSkipping] = useState<RoutineDate | null>(null)
  const saveLead = (weeks: number | null) => {
    if (weeks !== null && weeks !== lead_weeks) void habit.run({ duty_id, lead_weeks: weeks }, '已保存')
  }
  return (
    <RecordPanel
      title={number}
      label={`周期事项 ${number}`}
      actions={<Button onClick={() => go(routeTo('duties', { open: duty_id }))}>看职责</Button>}
      onClose={onClose}
    >
      <ProblemNotice problem={habit.problem ?? take_back.problem} />
      <p className="record-text wrap">{content}</p>
      <Facts
        facts={[
          ['组别', routine.group_name],
          ['办理时限', routine.due_rule || routine.frequency],
          [
            '列入清单',
            <span key="lead">
              提前{' '}
              <InputNumber
                aria-label="提前几周列入"
                size="small"
                min={0}
                max={longest_lead}
                defaultValue={lead_weeks}
                style={{ width: 56 }}
                onBlur={(event) => saveLead(Number(event.target.value))}
                onPressEnter={(event) => saveLead(Number(event.currentTarget.value))}
              />{' '}
              周
            </span>,
          ],
        ]}
      />
      <section className="record-section">
        <h3>全年 {routine.dates.length} 期</h3>
        <ul className="routine-dates">
          {routine.dates.map((date) => (
            <li key={date.period}>
              <span className="number">{periodWords(date.period)}</span>
              <DateLine date={date} this_monday={this_monday} />
              {date.state === 'waiting' && (
                <Button size="small" type="link" onClick={() => setSkipping(date)}>
                  不列入…
                </Button>
              )}
              {date.state === 'skipped' && (
                <Button
                  size="small"
                  type="link"
                  onClick={() =>
                    take_back.run({ duty_id, period: date.period, rule_on: date.rule_on }, '已恢复列入')
                  }
                >
                  恢复
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {skipping !== null && (
        <SkipDialog duty_id={duty_id} number={number} date={skipping} onClose={() => setSkipping(null)} />
      )}
    </RecordPanel>
  )
}

function DateLine({ date, this_monday }: { date: RoutineDate; this_monday: string }) {
  const { mark, word } = face_words[faceOf(date, this_monday)]
  return (
    <span className="bar-fill">
      {monthDay(date.due_on)}前 · <span aria-hidden="true">{mark}</span> {word}
      {date.state === 'waiting' && (
        <span className="quiet small"> 第{weekOf(date.week_monday).week}周列入</span>
      )}
      {date.matter_id !== null && (
        <a className="plain-link" href={routeTo('weekly', { week: date.week_monday, open: date.matter_id })}>
          {' '}
          {date.matter_number}
        </a>
      )}
      {date.skip_reason !== '' && <span className="quiet small"> {date.skip_reason}</span>}
    </span>
  )
}
