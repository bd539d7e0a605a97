import type { Change } from '../database/change.ts'
import { type SampleCalendar, seasonOf, workdayUpTo } from './sample-calendar.ts'
import type { Life } from './sample-life.ts'
import type { SampleYear } from './sample-year.ts'
import { type SampleIds, there, whoDoes } from './write-department.ts'

interface ReportRow {
  staff_id: number
  week_monday: string
  state: 'received' | 'nothing'
  received_on: string
  received_at: string
}

/** Who has handed in what, week by week; of the present week five people are still missing. */
export async function writeReports(change: Change, rows: readonly ReportRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    await change.db
      .insertInto('week_reports')
      .values(rows.slice(at, at + 500))
      .execute()
  }
}

export function reportRows(
  year: SampleYear,
  calendar: SampleCalendar,
  ids: SampleIds,
  lives: readonly Life[],
): ReportRow[] {
  const busy = busyWeeks(year, ids, lives)
  return [...calendar.past, calendar.this_monday].flatMap((monday) => {
    const hand_in = calendar.handInOf(monday)
    const received_on = hand_in < calendar.today ? hand_in : workdayUpTo(calendar, calendar.today)
    if (received_on < monday) return []
    const missing = missingIn(year, calendar, monday)
    const people = year.people.filter(({ name }) => {
      const last_day = ids.last_days.get(name)
      return !missing.includes(name) && (last_day === undefined || last_day >= monday)
    })
    const late_on = dayAfter(calendar, monday)
    return people.map(({ name }, at): ReportRow => {
      const state = busy.has(`${name} ${monday}`) ? 'received' : 'nothing'
      const is_late = late_on !== null && state === 'received' && isLate(name, monday, year)
      const received = is_late
        ? { received_on: late_on, received_at: '09:10' }
        : { received_on, received_at: times[(at * 5 + Number(monday.slice(8))) % times.length] ?? '' }
      return { staff_id: there(ids.people, name), week_monday: monday, state, ...received }
    })
  })
}

/** When on a Friday reports come in. */
const times = ['10:40', '11:25', '14:20', '15:05', '15:40', '16:10', '16:35', '16:50']

/** Three people hand in on the first day of the week after now and then. */
function isLate(name: string, monday: string, { people }: SampleYear): boolean {
  const at = people.findIndex((person) => person.name === name)
  return at % 6 === 4 && Number(monday.slice(8)) % 9 === at % 9
}

/** The first working day of the next week, where that lies behind us. */
function dayAfter(calendar: SampleCalendar, monday: string): string | null {
  const next = [...calendar.past, calendar.this_monday].find((other) => other > monday)
  const day = next === undefined ? null : calendar.firstDayOf(next)
  return day !== null && day <= calendar.today ? day : null
}

/** 退回周报: a few of the weeks gone by, handed in again on the same day. */
export async function writeReturns(
  change: Change,
  { past, handInOf }: SampleCalendar,
  year: SampleYear,
  ids: SampleIds,
): Promise<void> {
  const reasons = ['no_date', 'vague', 'incomplete', 'no_date'] as const
  const returns = reasons.flatMap((reason, at) => {
    const week_monday = past.at(-2 - at * 3)
    const person = year.people[(at * 5 + 6) % year.people.length]
    if (week_monday === undefined || person === undefined) return []
    const staff_id = there(ids.people, person.name)
    return [
      {
        staff_id,
        week_monday,
        reason,
        note: '',
        returned_on: handInOf(week_monday),
        returned_by: change.who,
      },
    ]
  })
  await change.db.insertInto('week_returns').values(returns).execute()
}

function missingIn(year: SampleYear, calendar: SampleCalendar, monday: string): string[] {
  if (monday < calendar.this_monday) return year.weeks[seasonOf(monday)]?.missing ?? []
  return year.people.filter((_, at) => at % 3 === 1).map(({ name }) => name)
}

/** `王伟 2026-11-16` for every week in which somebody has a matter. */
function busyWeeks(year: SampleYear, ids: SampleIds, lives: readonly Life[]): Set<string> {
  return new Set(
    lives.flatMap((life) => {
      const duty = year.duties[life.matter.duty]
      if (!duty) return []
      return life.lines.map(({ week_monday }) => `${whoDoes(life, duty, ids)} ${week_monday}`)
    }),
  )
}
