import { type MatterCounts, overdueCount, plannedCount, rateText } from '../../src-shared/statistics.ts'
import type { Figure } from './use-statistics.ts'

interface StripProps {
  total: MatterCounts
  /** Absent where no one list is behind the sum: over all years. */
  onChoose?: (figure: Figure) => void
}

/** The figures of the whole, each a way to the matters behind it. */
export function FiguresStrip({ total, onChoose }: StripProps) {
  const figures: readonly [label: string, value: string, note: string, figure: Figure][] = [
    ['计划数', String(plannedCount(total)), `上期结转 ${total.carried_in}，列入 ${total.planned}`, 'planned'],
    ['计划外', String(total.unplanned), '本期列入', 'unplanned'],
    ['完成数', String(total.finished), `超过时限 ${total.late}`, 'finished'],
    ['结转数', String(total.carried_out), `撤销 ${total.withdrawn}`, 'carried_out'],
    ['逾期数', String(overdueCount(total)), `未办结 ${total.overdue_open}`, 'overdue'],
  ]
  return (
    <section className="statistics-strip sheet" aria-label="合计">
      {figures.map(([label, value, note, figure]) => (
        <button
          key={label}
          type="button"
          disabled={onChoose === undefined}
          onClick={() => onChoose?.(figure)}
        >
          <span className="quiet">{label}</span>
          <strong>{value}</strong>
          <span className="quiet small">{note}</span>
        </button>
      ))}
      <div>
        <span className="quiet">完成率</span>
        <strong>{rateText(total)}</strong>
        <span className="quiet small">
          {total.finished}/{total.finished + total.carried_out}
        </span>
      </div>
    </section>
  )
}
