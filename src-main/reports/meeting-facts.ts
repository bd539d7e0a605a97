// What 会前一页 is drawn from: the week that ended, what is overdue, what comes next, who will be away.
import { sql } from 'kysely'
import { addDays } from '../../src-shared/dates.ts'
import type { HalfDaySpan } from '../../src-shared/half-days.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { WeekRow, WeekSheet } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { dueMatters } from '../weekly/due-matters.ts'
import { weekRules } from '../weekly/rules.ts'
import { weekSheet } from '../weekly/week-sheet.ts'
import type { ReportQuestion } from './report.ts'

export interface Away extends HalfDaySpan {
  name: string
  kind: string
}

export interface MeetingFacts {
  sheet: WeekSheet
  overdue: WeekRow[]
  overdue_total: number
  key_matters: WeekRow[]
  away: Away[]
}

export async function readMeetingFacts(question: ReportQuestion): Promise<MeetingFacts> {
  const { db, today, week_monday, group_id } = question
  const sheet = await weekSheet(db, today, { week_monday, group_id })
  const rules = await weekRules(db, today)
  const overdue = await dueMatters(db, rules, null, addDays(today, -1), group_id)
  const key_ids = await keyMatters(db)
  return {
    sheet,
    overdue: overdue.rows,
    overdue_total: overdue.total,
    key_matters: keyFirst(sheet.plan, key_ids),
    away: await awayIn(db, sheet.next_head.monday, group_id),
  }
}

/** Matters of duties that are 重点. */
async function keyMatters(db: Db): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('matters as m')
    .innerJoin('duties', 'duties.id', 'm.duty_id')
    .select('m.id')
    .where('duties.weight', '=', 'key')
    .where('m.state', 'in', ['assigned', 'in_progress', 'sign_off_asked'])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** What is 重点 first, then what was carried longest, then what is due soonest. */
function keyFirst(plan: readonly WeekRow[], key_ids: ReadonlySet<number>): WeekRow[] {
  const rank = (row: WeekRow) => (key_ids.has(row.matter_id) ? 0 : 1)
  return plan
    .filter(isOpen)
    .toSorted(
      (one, two) =>
        rank(one) - rank(two) ||
        two.carried_weeks - one.carried_weeks ||
        (one.due_on ?? '9').localeCompare(two.due_on ?? '9'),
    )
}

async function awayIn(db: Db, monday: string, group_id: number | null): Promise<Away[]> {
  return await db
    .selectFrom('absences as a')
    .innerJoin('staff', 'staff.id', 'a.staff_id')
    .select(['staff.name', 'a.kind', 'a.from_on', 'a.from_half', 'a.to_on', 'a.to_half'])
    .where('a.cancelled_on', 'is', null)
    .where('a.from_on', '<=', addDays(monday, 6))
    .where('a.to_on', '>=', monday)
    .$if(group_id !== null, (query) => query.where('staff.group_id', '=', group_id))
    .orderBy('a.from_on')
    .orderBy(sql`staff.sort_order`)
    .execute()
}
