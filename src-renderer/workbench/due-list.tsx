import type { WeekRow } from '../../src-shared/weekly.ts'
import { LightMark } from '../components/light-mark.tsx'
import { routeTo } from '../route.ts'

const shown = 12

interface DueListProps {
  title: string
  rows: WeekRow[]
  /** All there are; `rows` may be only the first of them. */
  total: number
  /** Said when there is none. */
  none: string
}

/** Matters by their due date; each opens in its week. */
export function DueList({ title, rows, total, none }: DueListProps) {
  return (
    <section className="sheet sheet-pad" aria-label={title}>
      <h2 className="desk-title">
        {title}
        <span className="quiet">　{total} 项</span>
      </h2>
      {rows.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul className="desk-list">
          {rows.slice(0, shown).map((row) => (
            <li key={row.matter_id}>
              <a
                className="desk-matter"
                href={routeTo('weekly', { week: row.week_monday, open: row.matter_id })}
              >
                <span className="cut">{row.title}</span>
                <span className="quiet small">
                  {row.number}　{row.staff_name || '责任人未定'}
                </span>
              </a>
              <span className="number small">
                <div>{row.due_on}</div>
                <LightMark light={row.light} word={row.light_word} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {total > shown && <p className="quiet small">另有 {total - shown} 项，见每周销号。</p>}
    </section>
  )
}
