// What the totals of weeks are asked for, and how sums of them become counts (the migration of statistics).
import { type RawBuilder, sql } from 'kysely'
import { addDays } from '../../src-shared/dates.ts'
import { type MatterCounts, no_matters, type StatisticsQuestion } from '../../src-shared/statistics.ts'
import { mondayOf } from '../../src-shared/week.ts'
import type { Db } from '../database/tables.ts'

export type Of = Pick<StatisticsQuestion, 'staff_id' | 'group_id' | 'category_id'>

/** The filter in SQL; a matter with nobody responsible is under 0. */
export function isOf({ staff_id, group_id, category_id }: Of, table: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const parts = [
    sql`1`,
    ...(staff_id === null ? [] : [sql`coalesce(${column('staff_id')}, 0) = ${staff_id}`]),
    ...(group_id === null ? [] : [sql`${column('group_id')} = ${group_id}`]),
    ...(category_id === null ? [] : [sql`${column('category_id')} = ${category_id}`]),
  ]
  return sql`${sql.join(parts, sql` AND `)}`
}

/**
 * Open matters whose time limit lies in this week and is not over yet, by what they are counted by: at the week's end
 * they would be overdue, today they are not.
 */
export async function dueThisWeek(db: Db, today: string, by: string, of: Of): Promise<Map<number, number>> {
  const { rows } = await sql<{ key: number; count: number }>`
    SELECT coalesce(${sql.ref(`m.${by}`)}, 0) AS key, count(*) AS count
    FROM matters AS m JOIN kept_spans AS s ON s.matter_id = m.id
    WHERE m.state IN ('assigned', 'in_progress', 'sign_off_asked')
      AND m.due_on >= ${today} AND m.due_on <= ${addDays(mondayOf(today), 6)}
      AND s.lapsed <= ${today} AND ${isOf(of, 'm')}
    GROUP BY 1`.execute(db)
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** What did not end goes on. */
export function withCarriedOut<T extends Omit<MatterCounts, 'carried_out'>>(counts: T): T & MatterCounts {
  const { carried_in, planned, unplanned, finished, withdrawn } = counts
  return { ...counts, carried_out: carried_in + planned + unplanned - finished - withdrawn }
}

export function addUp(rows: readonly MatterCounts[]): MatterCounts {
  const total = { ...no_matters }
  for (const row of rows) {
    for (const sum of Object.keys(no_matters) as (keyof MatterCounts)[]) total[sum] += row[sum]
  }
  return total
}
