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
    return people.map(({ name }): ReportRow => {
      const state = busy.has(`${name} ${monday}`) ? 'received' : 'nothing'
      return { staff_id: there(ids.people, name), week_monday: monday, state, received_on }
    })
  })
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
