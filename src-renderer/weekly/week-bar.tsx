import { Button, Segmented } from 'antd'
import type { PersonReport, WeekRow } from '../../src-shared/weekly.ts'
import { useValue } from '../use-answer.ts'
import { week_deeds } from './week-deeds.ts'
import type { WeekDialog } from './week-dialogs.tsx'

export type Part = 'this_week' | 'next_week' | 'reports'

interface WeekBarProps {
  part: Part
  onPart: (part: Part) => void
  week_monday: string
  rows: WeekRow[]
  plan: WeekRow[]
  reports: PersonReport[]
  /** The ticked rows of the part in view. */
  chosen: WeekRow[]
  onDialog: (dialog: WeekDialog) => void
}

/** Which part of the week is in view, and what can be done with the rows ticked in it. */
export function WeekBar({ part, onPart, week_monday, rows, plan, reports, chosen, onDialog }: WeekBarProps) {
  const to_carry = useValue('weekly.toCarry', { week_monday }, [])
  const received = reports.filter((report) => report.state !== 'missing').length
  const parts: { value: Part; label: string }[] = [
    { value: 'this_week', label: `本周履职情况 ${rows.length}` },
    { value: 'next_week', label: `下周工作打算 ${plan.length}` },
    { value: 'reports', label: `报送情况 ${received}/${reports.length}` },
  ]
  return (
    <div className="bar">
      <Segmented<Part> aria-label="本周与下周" value={part} onChange={onPart} options={parts} />
      <span className="bar-fill" />
      {chosen.length > 0 && <span className="quiet">已选 {chosen.length} 项</span>}
      {part !== 'reports' &&
        week_deeds.map((deed) => {
          const rows = chosen.filter(deed.suits)
          return (
            <Button
              key={deed.kind}
              title={deed.key}
              disabled={rows.length === 0}
              onClick={() => onDialog({ kind: deed.kind, rows })}
            >
              {deed.word}
            </Button>
          )
        })}
      <Button disabled={to_carry.length === 0} onClick={() => onDialog({ kind: 'carry', rows: to_carry })}>
        结转到下周{to_carry.length > 0 ? `（${to_carry.length}）` : ''}
      </Button>
    </div>
  )
}
