import { sql } from 'kysely'
import { type Period, periodOf, periodsBetween, weeksText } from '../../src-shared/periods.ts'
import {
  type MatterCounts,
  no_matters,
  type Statistics,
  type StatisticsQuestion,
  type StatisticsRow,
} from '../../src-shared/statistics.ts'
import { mondayOf } from '../../src-shared/week.ts'
import type { Db } from '../database/tables.ts'
import { addUp, dueThisWeek, isOf, withCarriedOut } from './week-totals.ts'

interface WeekSums extends Omit<MatterCounts, 'carried_in' | 'carried_out'> {
  week_monday: string
}

/** The periods of one kind of the year, or all years of the book, one after the other. */
export async function countByTime(db: Db, today: string, question: StatisticsQuestion): Promise<Statistics> {
  const this_monday = mondayOf(today)
  const weeks = await sumByWeek(db, this_monday, question)
  const { kind, monday } = question.period
  const year = periodOf({ kind: 'year', monday })
  const is_running = kind === 'year' || year.last_monday >= this_monday
  const until_monday = is_running ? this_monday : year.last_monday
  const first = kind === 'year' ? (weeks[0]?.week_monday ?? this_monday) : year.first_monday
  const rows = countPeriods(periodsBetween(kind, first, until_monday), weeks)
  const last_row = rows.at(-1)
  if (is_running && last_row !== undefined) {
    const not_yet = await dueThisWeek(db, today, 'category_id', question)
    for (const count of not_yet.values()) last_row.overdue_open -= count
  }
  const period = kind === 'year' ? { ...year, first_monday: first, title: '历年' } : year
  return { period, until_monday, is_running, rows, total: totalOverTime(rows) }
}

async function sumByWeek(db: Db, last: string, of: StatisticsQuestion): Promise<WeekSums[]> {
  const { rows } = await sql<WeekSums>`
    SELECT week_monday, sum(planned) AS planned, sum(unplanned) AS unplanned, sum(finished) AS finished,
      sum(late) AS late, sum(withdrawn) AS withdrawn, sum(lapsed - settled) AS overdue_open
    FROM kept_totals WHERE week_monday <= ${last} AND ${isOf(of, 'kept_totals')}
    GROUP BY week_monday`.execute(db)
  return rows
}

const flows = ['planned', 'unplanned', 'finished', 'late', 'withdrawn'] as const

/** Walks through the weeks once: what is open at the end of a period is what the next one begins with. */
function countPeriods(periods: readonly Period[], weeks: readonly WeekSums[]): StatisticsRow[] {
  let at = 0
  let open = 0
  let overdue_open = 0
  const takeUntil = (isStill: (monday: string) => boolean): MatterCounts => {
    const sums = { ...no_matters, carried_in: open }
    for (let week = weeks[at]; week !== undefined && isStill(week.week_monday); week = weeks[++at]) {
      for (const flow of flows) sums[flow] += week[flow]
      overdue_open += week.overdue_open
    }
    const counts = withCarriedOut({ ...sums, overdue_open })
    open = counts.carried_out
    return counts
  }
  const begin = periods[0]?.first_monday ?? ''
  takeUntil((monday) => monday < begin)
  return periods.map((period) => ({
    key: period.first_monday,
    name: period.title,
    note: period.kind === 'week' ? '' : weeksText(period),
    ...takeUntil((monday) => monday <= period.last_monday),
  }))
}

/** A matter that goes on from row to row counts once: flows add up, the ends are those of the first and the last row. */
function totalOverTime(rows: readonly MatterCounts[]): MatterCounts {
  const { carried_out = 0, overdue_open = 0 } = rows.at(-1) ?? {}
  return { ...addUp(rows), carried_in: rows[0]?.carried_in ?? 0, carried_out, overdue_open }
}
