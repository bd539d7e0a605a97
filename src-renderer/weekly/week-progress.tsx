import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { WeekSheet } from '../../src-shared/weekly.ts'
import { go } from '../route.ts'
import { closingRoute } from './closing-link.tsx'
import { nextStep, type ShownRows, shown_rows, type WeekFigures } from './week-steps.ts'

interface WeekProgressProps {
  figures: WeekFigures
  sheet: Pick<WeekSheet, 'head' | 'closed'>
  today: string
  /** What the list is narrowed to now; null while it is not the list that is in view. */
  shown: ShownRows | null
  onShow: (shown: ShownRows) => void
  onReports: () => void
  onCarry: () => void
  /** Behind the figures: what else waits for this week. */
  children?: ReactNode
}

const tones: Partial<Record<ShownRows, string>> = { overdue: 'light-red', waiting: 'light-green' }

/** How far the hour is: each figure opens the rows that it counts, and one line says what comes next. */
export function WeekProgress(props: WeekProgressProps) {
  const { figures, shown, onShow, onReports, onCarry } = props
  const next = nextStep(figures, props.sheet, props.today)
  const open = () => {
    if (next.to === 'reports') onReports()
    else if (next.to === 'carry') onCarry()
    else if (next.to === 'close') go(closingRoute(props.sheet.head.monday))
    else if (next.to !== null) onShow(next.to)
  }
  return (
    <section className="week-progress" aria-label="本周进度">
      {figures.people > 0 && (
        <button type="button" onClick={onReports}>
          已收
          <b className={figures.received === figures.people ? 'light-green' : ''}>
            {figures.received}/{figures.people}
          </b>
          人
        </button>
      )}
      {(Object.keys(shown_rows) as ShownRows[]).map((name) => (
        <button key={name} type="button" aria-pressed={shown === name} onClick={() => onShow(name)}>
          {shown_rows[name].word}
          <b className={figures[name] > 0 ? tones[name] : 'quiet'}>{figures[name]}</b>
        </button>
      ))}
      {props.children}
      <span className="bar-fill" />
      <span className="quiet">下一步</span>
      {next.to === null ? (
        <span className="week-next">{next.words}</span>
      ) : (
        <button type="button" className="week-next" onClick={open}>
          {next.words}
        </button>
      )}
      <Button disabled={figures.to_carry === 0} onClick={onCarry}>
        结转到下周{figures.to_carry > 0 ? `（${figures.to_carry}）` : ''}
      </Button>
    </section>
  )
}
