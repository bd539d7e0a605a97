import { type RawBuilder, sql } from 'kysely'
import type { WeekRow } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { selectWeekRows, toWeekRow } from './matter-rows.ts'
import { isOpenIn } from './open-matters.ts'
import type { WeekRules } from './rules.ts'

/** As many as a person reads; the total is told beside them. */
const longest_list = 100

export interface DueMatters {
  rows: WeekRow[]
  total: number
}

/**
 * Open matters of any week with a due date from `from` (null: from ever) to `to`, soonest first, each as in its newest
 * week. What is reported as done waits for its sign-off and is not among them.
 */
export async function dueMatters(
  db: Db,
  rules: WeekRules,
  from: string | null,
  to: string | RawBuilder<string>,
  group_id: number | null = null,
): Promise<DueMatters> {
  const is_due = sql<boolean>`(${isOpenIn('m')} AND m.due_on >= ${from ?? ''} AND m.due_on <= ${to}
    AND (${group_id} IS NULL OR m.group_id = ${group_id}))`
  const is_newest = sql<boolean>`w.week_monday = (SELECT max(week_monday) FROM matter_weeks WHERE matter_id = m.id)`
  const rows = await selectWeekRows(db)
    .where(is_due)
    .where(is_newest)
    .where('w.week_state', '<>', 'done')
    .orderBy('m.due_on')
    .orderBy('m.id')
    .limit(longest_list)
    .execute()
  const { total } = await db
    .selectFrom('matters as m')
    .innerJoin('matter_weeks as w', 'w.matter_id', 'm.id')
    .select(sql<number>`count(*)`.as('total'))
    .where(is_due)
    .where(is_newest)
    .where('w.week_state', '<>', 'done')
    .executeTakeFirstOrThrow()
  return { rows: rows.map((row) => toWeekRow(row, rules)), total }
}

/** What falls due today or in the amber days from here: those of its category, where that has its own. */
export async function dueSoon(db: Db, rules: WeekRules): Promise<DueMatters> {
  const own = await db
    .selectFrom('categories')
    .select(['id', 'amber_days'])
    .where('amber_days', 'is not', null)
    .execute()
  const general = rules.lastAmberDay(null)
  if (own.length === 0) return dueMatters(db, rules, rules.today, general)
  const days = own.map(({ id, amber_days }) => sql`WHEN ${id} THEN ${rules.lastAmberDay(amber_days)}`)
  const last = sql<string>`CASE m.category_id ${sql.join(days, sql` `)} ELSE ${general} END`
  return dueMatters(db, rules, rules.today, last)
}
