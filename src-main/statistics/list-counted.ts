// The matters behind a figure of 完成率统计: as many as it says, whoever doubts it can look.
import { type RawBuilder, sql } from 'kysely'
import { periodOf } from '../../src-shared/periods.ts'
import type { CountedMatter, CountedMatters, CountedQuestion } from '../../src-shared/statistics.ts'
import { mondayOf } from '../../src-shared/week.ts'
import type { Db } from '../database/tables.ts'
import { isOf } from './week-totals.ts'

/** As many as a person reads; the total is told beside them. */
const longest_list = 500

export async function listCounted(db: Db, today: string, question: CountedQuestion): Promise<CountedMatters> {
  const is_counted = isCounted(today, question)
  const { rows } = await sql<CountedMatter>`
    SELECT m.id AS matter_id, m.number, m.title, categories.name AS category_name, groups.name AS group_name,
      coalesce(staff.name, '') AS staff_name, m.due_on, m.due_text, m.finished_on, m.state
    FROM kept_spans AS s JOIN matters AS m ON m.id = s.matter_id
      JOIN categories ON categories.id = m.category_id JOIN groups ON groups.id = m.group_id
      LEFT JOIN staff ON staff.id = m.staff_id
    WHERE ${is_counted} AND ${isOf(question, 's')}
    ORDER BY m.due_on IS NULL, m.due_on, m.id LIMIT ${longest_list}`.execute(db)
  if (rows.length < longest_list) return { rows, total: rows.length }
  const { rows: counted } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM kept_spans AS s JOIN matters AS m ON m.id = s.matter_id
    WHERE ${is_counted} AND ${isOf(question, 's')}`.execute(db)
  return { rows, total: counted[0]?.total ?? 0 }
}

function isCounted(today: string, { what, period: asked }: CountedQuestion): RawBuilder<boolean> {
  const { first_monday: first, last_monday } = periodOf(asked)
  const this_monday = mondayOf(today)
  const last = last_monday < this_monday ? last_monday : this_monday
  const entered = sql<boolean>`s.entered BETWEEN ${first} AND ${last}`
  const closed = sql<boolean>`s.closed BETWEEN ${first} AND ${last}`
  const is_open = sql<boolean>`(s.entered <= ${last} AND (s.closed IS NULL OR s.closed > ${last}))`
  const not_over = last === this_monday ? sql`(s.closed IS NULL AND m.due_on >= ${today})` : sql`0`
  const conditions: Record<typeof what, RawBuilder<boolean>> = {
    carried_in: sql`(s.entered < ${first} AND (s.closed IS NULL OR s.closed >= ${first}))`,
    planned: sql`(${entered} AND s.is_planned = 1)`,
    unplanned: sql`(${entered} AND s.is_planned = 0)`,
    finished: sql`(${closed} AND s.closed_as = 'finished')`,
    withdrawn: sql`(${closed} AND s.closed_as = 'withdrawn')`,
    carried_out: is_open,
    overdue: sql`((${closed} AND s.is_late = 1) OR (${is_open} AND s.lapsed <= ${last} AND NOT ${not_over}))`,
  }
  return conditions[what]
}
