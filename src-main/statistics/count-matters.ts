// 完成率统计 by person, group or category; by time it is counted in count-by-time.ts.
import { sql } from 'kysely'
import { periodOf } from '../../src-shared/periods.ts'
import type { CountedBy, MatterCounts, Statistics, StatisticsQuestion } from '../../src-shared/statistics.ts'
import { mondayOf } from '../../src-shared/week.ts'
import type { Db } from '../database/tables.ts'
import { countByTime } from './count-by-time.ts'
import { inNameOrder, namesOf } from './names-of.ts'
import { addUp, dueThisWeek, isOf, withCarriedOut } from './week-totals.ts'

const key_columns = { staff: 'staff_id', group: 'group_id', category: 'category_id' } as const

export async function countMatters(db: Db, today: string, question: StatisticsQuestion): Promise<Statistics> {
  const { by } = question
  if (by === 'time') return countByTime(db, today, question)
  const this_monday = mondayOf(today)
  const period = periodOf(question.period)
  const is_running = period.last_monday >= this_monday
  const until_monday = is_running ? this_monday : period.last_monday
  const sums = await sumByKey(db, { ...question, by, first: period.first_monday, last: until_monday })
  const not_yet = is_running ? await dueThisWeek(db, today, key_columns[by], question) : null
  const counts = sums.map((row) =>
    withCarriedOut({ ...row, overdue_open: row.overdue_open - (not_yet?.get(row.key) ?? 0) }),
  )
  const rows = inNameOrder(await namesOf(db, by), counts).filter(
    ({ carried_in, planned, unplanned }) => carried_in + planned + unplanned > 0,
  )
  return { period, until_monday, is_running, rows, total: addUp(rows) }
}

interface Span extends Omit<StatisticsQuestion, 'by' | 'period'> {
  by: Exclude<CountedBy, 'time'>
  first: string
  last: string
}

async function sumByKey(db: Db, { by, first, last, ...of }: Span) {
  const inside = (sum: string) => sql`sum(iif(week_monday >= ${first}, ${sql.ref(sum)}, 0))`
  const { rows } = await sql<Omit<MatterCounts, 'carried_out'> & { key: number }>`
    SELECT ${sql.ref(key_columns[by])} AS key,
      sum(iif(week_monday < ${first}, planned + unplanned - finished - withdrawn, 0)) AS carried_in,
      ${inside('planned')} AS planned, ${inside('unplanned')} AS unplanned, ${inside('finished')} AS finished,
      ${inside('late')} AS late, ${inside('withdrawn')} AS withdrawn, sum(lapsed - settled) AS overdue_open
    FROM kept_totals WHERE week_monday <= ${last} AND ${isOf(of, 'kept_totals')} GROUP BY 1`.execute(db)
  return rows
}
