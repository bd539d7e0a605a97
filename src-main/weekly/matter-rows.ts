import { sql } from 'kysely'
import type { MatterRow, WeekRow } from '../../src-shared/weekly.ts'
import { mergedMondays, nextWorkWeek } from '../../src-shared/working-days.ts'
import { reportedDone } from '../database/reported-done.ts'
import { silentFrom } from '../database/silent-from.ts'
import type { Db } from '../database/tables.ts'
import { isOpenIn } from './open-matters.ts'
import type { WeekRules } from './rules.ts'

const matter_columns = [
  'm.id as matter_id',
  'm.number',
  'm.title',
  'm.detail',
  'm.category_id',
  'm.group_id',
  'm.staff_id',
  'm.duty_id',
  'm.helpers',
  'm.leader',
  'm.source',
  'm.due_on',
  'm.due_text',
  'm.remark',
  'm.listed_on',
  'm.original_due_on',
  'm.state',
  'm.finished_on',
  'm.signed_off_on',
  'm.signed_off_by',
  'm.evidence',
  'categories.name as category_name',
  'groups.name as group_name',
  'categories.needs_evidence',
  'categories.amber_days',
] as const

const staff_name = sql<string>`coalesce(staff.name, '')`.as('staff_name')

const return_reason = sql<string>`CASE WHEN ${isOpenIn('m')} THEN coalesce((
    SELECT reason FROM matter_events WHERE matter_id = m.id AND kind = 'returned' ORDER BY id DESC LIMIT 1
  ), '') ELSE '' END`.as('return_reason')

const missing = sql<string>`coalesce((
    SELECT missing FROM matter_defects WHERE matter_id = m.id AND cured_on IS NULL
  ), '')`.as('missing')

const file_count = sql<number>`(SELECT count(*) FROM matter_files WHERE matter_id = m.id)`.as('file_count')

const paper = sql<string>`coalesce((SELECT place FROM matter_papers WHERE matter_id = m.id), '')`.as('paper')

const extended_times = sql<number>`(
    SELECT count(*) FROM matter_events WHERE matter_id = m.id AND kind = 'extended'
  )`.as('extended_times')

/** Every row of matter_weeks as a screen shows it, in the order of groups, people and the week's own. */
export function selectWeekRows(db: Db) {
  return db
    .selectFrom('matter_weeks as w')
    .innerJoin('matters as m', 'm.id', 'w.matter_id')
    .innerJoin('categories', 'categories.id', 'm.category_id')
    .innerJoin('groups', 'groups.id', 'm.group_id')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select(matter_columns)
    .select([
      'w.id',
      'w.week_monday',
      'w.is_planned',
      'w.progress',
      'w.week_state',
      'w.unfinished_reason',
      staff_name,
      return_reason,
      missing,
      extended_times,
      file_count,
      paper,
      silentFrom('m'),
      sql<number>`(SELECT count(*) FROM matter_weeks AS earlier
        WHERE earlier.matter_id = m.id AND earlier.week_monday < w.week_monday)`.as('carried_weeks'),
    ])
}
type StoredWeekRow = Awaited<ReturnType<ReturnType<typeof selectWeekRows>['execute']>>[number]

/** The row itself, with what is derived of it: a week has hundreds, and copies of them cost as much as reading them. */
export function toWeekRow(row: StoredWeekRow, rules: WeekRules): WeekRow {
  const is_reported_done = row.week_state === 'done'
  const { due_on, finished_on, amber_days, silent_from } = row
  const { light, light_word } = rules.lightOf({
    ...{ due_on, finished_on, amber_days, silent_from },
    is_reported_done,
  })
  return Object.assign(row, {
    is_planned: row.is_planned === 1,
    needs_evidence: row.needs_evidence === 1,
    is_reported_done,
    light,
    light_word,
  })
}

/** Matters as screens show them, whatever the week. */
export function selectMatterRows(db: Db) {
  return db
    .selectFrom('matters as m')
    .innerJoin('categories', 'categories.id', 'm.category_id')
    .innerJoin('groups', 'groups.id', 'm.group_id')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select(matter_columns)
    .select([
      staff_name,
      return_reason,
      missing,
      extended_times,
      file_count,
      paper,
      silentFrom('m'),
      reportedDone('m'),
    ])
}
type StoredMatterRow = Awaited<ReturnType<ReturnType<typeof selectMatterRows>['execute']>>[number]

export function toMatterRow(
  { amber_days, silent_from, ...row }: StoredMatterRow,
  rules: WeekRules,
): MatterRow {
  const is_reported_done = row.is_reported_done === 1
  const light = rules.lightOf({ ...row, amber_days, silent_from, is_reported_done })
  return { ...row, needs_evidence: row.needs_evidence === 1, is_reported_done, ...light }
}

/** Null when there is no such matter. */
export async function findMatterRow(db: Db, rules: WeekRules, matter_id: number): Promise<MatterRow | null> {
  const found = await selectMatterRows(db).where('m.id', '=', matter_id).executeTakeFirst()
  return found === undefined ? null : toMatterRow(found, rules)
}

export interface TwoWeeks {
  rows: WeekRow[]
  next_monday: string
  next_rows: WeekRow[]
}

/** A week and the one after it, each with what is merged into it, in one query. */
export async function readTwoWeeks(db: Db, rules: WeekRules, monday: string): Promise<TwoWeeks> {
  const next_monday = nextWorkWeek(monday, rules.holidays)
  const mondays = mergedMondays(monday, rules.holidays)
  const next_mondays = mergedMondays(next_monday, rules.holidays)
  const stored = await selectWeekRows(db)
    .where('w.week_monday', 'in', [...new Set([...mondays, ...next_mondays])])
    .orderBy('groups.sort_order')
    .orderBy('groups.id')
    .orderBy(sql`staff.sort_order IS NULL`)
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .orderBy('w.sort_order')
    .orderBy('w.id')
    .execute()
  const all = stored.map((row) => toWeekRow(row, rules))
  return { rows: newestOf(all, mondays), next_monday, next_rows: newestOf(all, next_mondays) }
}

/** The rows of these weeks; of a matter that stands in several of them the newest row. */
function newestOf(rows: readonly WeekRow[], mondays: readonly string[]): WeekRow[] {
  const inside = rows.filter((row) => mondays.includes(row.week_monday))
  if (mondays.length === 1) return inside
  const newest = new Map<number, string>()
  for (const { matter_id, week_monday } of inside) {
    if (week_monday > (newest.get(matter_id) ?? '')) newest.set(matter_id, week_monday)
  }
  return inside.filter((row) => newest.get(row.matter_id) === row.week_monday)
}
