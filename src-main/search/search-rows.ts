// What can be found: one query a subject, with the texts that are looked through.
import { sql } from 'kysely'
import type { MatterState } from '../../src-shared/weekly.ts'
import { reportedDone } from '../database/reported-done.ts'
import type { Db } from '../database/tables.ts'

/** Those who are here first. */
export function searchableStaff(db: Db) {
  return db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .select([
      'staff.id',
      'staff.name',
      sql<string>`coalesce(groups.name, '')`.as('group_name'),
      'staff.staff_code',
      'staff.post',
      'staff.phone',
      'staff.left_on',
      sql<string>`coalesce((
        SELECT group_concat(former, '、') FROM (
          SELECT DISTINCT before_text AS former FROM staff_events
          WHERE staff_id = staff.id AND kind IN ('rename', 'merge') AND before_text NOT IN ('', staff.name))), '')`.as(
        'former_names',
      ),
    ])
    .orderBy(sql`staff.left_on IS NOT NULL`)
    .orderBy('staff.sort_order')
    .execute()
}

/** Those in use first. */
export function searchableDuties(db: Db) {
  return db
    .selectFrom('duties')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .select([
      'duties.id',
      'duties.number',
      'duties.content',
      'duties.due_rule',
      'duties.basis',
      'duties.output',
      'duties.remark',
      'duties.voided_on',
      'groups.name as group_name',
    ])
    .orderBy(sql`duties.voided_on IS NOT NULL`)
    .orderBy('duties.number')
    .execute()
}

/** Newest first; what is archived is found in the archive. */
export function searchableMatters(db: Db) {
  return db
    .selectFrom('matters')
    .leftJoin('staff', 'staff.id', 'matters.staff_id')
    .select([
      'matters.id',
      'matters.number',
      'matters.title',
      'matters.detail',
      'matters.source',
      'matters.helpers',
      'matters.staff_id',
      sql<string>`coalesce(staff.name, '')`.as('staff_name'),
      'matters.state',
      'matters.due_on',
      'matters.finished_on',
      'matters.listed_on',
      reportedDone('matters'),
    ])
    .where('matters.state', '<>', 'archived' satisfies MatterState)
    .orderBy('matters.id', 'desc')
    .execute()
}

/** Newest first. */
export function searchableArchive(db: Db) {
  return db
    .selectFrom('archive_entries')
    .innerJoin('matters', 'matters.id', 'archive_entries.matter_id')
    .leftJoin('staff', 'staff.id', 'matters.staff_id')
    .select([
      'archive_entries.id',
      'matters.number',
      'matters.title',
      'matters.detail',
      sql<string>`coalesce(staff.name, '')`.as('staff_name'),
      'archive_entries.archived_on',
      'archive_entries.location',
      'archive_entries.materials',
    ])
    .orderBy('archive_entries.id', 'desc')
    .execute()
}

/** The newest week each of these matters stands in. */
export async function newestWeeks(db: Db, matter_ids: readonly number[]): Promise<Map<number, string>> {
  if (matter_ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('matter_weeks')
    .select(['matter_id', sql<string>`max(week_monday)`.as('week_monday')])
    .where('matter_id', 'in', matter_ids)
    .groupBy('matter_id')
    .execute()
  return new Map(rows.map((row) => [row.matter_id, row.week_monday]))
}

export type SearchablePerson = Awaited<ReturnType<typeof searchableStaff>>[number]
export type SearchableDuty = Awaited<ReturnType<typeof searchableDuties>>[number]
export type SearchableMatter = Awaited<ReturnType<typeof searchableMatters>>[number]
export type SearchableArchive = Awaited<ReturnType<typeof searchableArchive>>[number]
