import type { MonthDay, MonthPerson, MonthRisk } from '../../src-shared/absences.ts'
import { weekdayOf } from '../../src-shared/dates.ts'
import { type Half, spanText } from '../../src-shared/half-days.ts'
import { routeTo } from '../route.ts'

/** People by days, each day two halves: who is away when, and below on which days duties have nobody. */
export function MonthStrip({ risk, today }: { risk: MonthRisk; today: string }) {
  if (risk.people.length === 0) {
    return <p className="sheet sheet-pad quiet">这个月没有人登记离岗。</p>
  }
  return (
    <section className="sheet month-strip" aria-label="本月离岗日历">
      <table>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            {risk.days.map((day) => (
              <th key={day.day} scope="col" className={classOf(day, today)}>
                <span className="small quiet">{'一二三四五六日'.charAt(weekdayOf(day.day) - 1)}</span>
                {Number(day.day.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {risk.people.map((person) => (
            <PersonRow key={person.staff_id} person={person} days={risk.days} today={today} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">无人顶岗</th>
            {risk.days.map((day) => {
              const most = Math.max(day.risks.am, day.risks.pm)
              return (
                <td key={day.day} className={`${classOf(day, today)} ${most > 0 ? 'has-risk' : ''}`}>
                  {most > 0 ? most : ''}
                </td>
              )
            })}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function classOf({ day, is_working_day }: MonthDay, today: string): string {
  return [is_working_day ? '' : 'day-off', day === today ? 'is-today' : ''].filter(Boolean).join(' ')
}

/** The kind over the first days of a bar; its first character where there is room for one day only. */
function labelOf({ kind, to_on }: MonthPerson['spans'][number], days_left: readonly MonthDay[]): string {
  const next = days_left[1]
  return next !== undefined && next.day <= to_on ? kind.slice(0, 4) : kind.charAt(0)
}

function PersonRow({ person, days, today }: { person: MonthPerson; days: MonthDay[]; today: string }) {
  const spanAt = (day: string, half: Half) =>
    person.spans.find(
      (span) => span.from_on + span.from_half <= day + half && day + half <= span.to_on + span.to_half,
    )
  return (
    <tr>
      <th scope="row" title={person.group_name}>
        <a
          className="plain-link"
          href={routeTo('absences', { view: 'register', open: person.spans[0]?.absence_id })}
        >
          {person.name}
        </a>
      </th>
      {days.map((day, index) => {
        const am = spanAt(day.day, 'am')
        const pm = spanAt(day.day, 'pm')
        const span = am ?? pm
        const words = span === undefined ? undefined : `${person.name}　${span.kind}　${spanText(span)}`
        const is_start = span !== undefined && (span.from_on === day.day || index === 0)
        return (
          <td key={day.day} className={classOf(day, today)} title={words}>
            {span !== undefined && (
              <span
                className={`away-bar ${am === undefined ? 'pm-only' : ''} ${pm === undefined ? 'am-only' : ''}`}
              >
                {is_start && <span>{labelOf(span, days.slice(index))}</span>}
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
}
