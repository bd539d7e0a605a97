// What is found: one query a subject; the index (database/search-index.ts) says which rows, newest first by their ids.
import { sql } from 'kysely'
import { open_states } from '../../src-shared/weekly.ts'
import { reportedDone } from '../database/reported-done.ts'
import { silentFrom } from '../database/silent-from.ts'
import type { Db } from '../database/tables.ts'

/** Those who are here first. */
export function searchableStaff(db: Db) {
  return db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .select([
      'staff.id',
      'staff.name',
      'staff.group_id',
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
export function foundDuties(db: Db, match: string, most: number) {
  return db
    .selectFrom('search_duties')
    .innerJoin('duties', 'duties.id', 'search_duties.rowid')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .select(['duties.id', 'duties.number', 'duties.content', 'duties.voided_on', 'groups.name as group_name'])
    .where(sql<boolean>`search_duties MATCH ${match}`)
    .orderBy(sql`duties.voided_on IS NOT NULL`)
    .orderBy('duties.number')
    .limit(most)
    .execute()
}

/** Newest first; what is archived is found in the archive. */
export function foundMatters(db: Db, match: string, most: number) {
  return searchableMatters(db)
    .innerJoin('search_matters', 'search_matters.rowid', 'matters.id')
    .where(sql<boolean>`search_matters MATCH ${match}`)
    .orderBy('search_matters.rowid', 'desc')
    .limit(most)
    .execute()
}

/** Newest first. */
export async function openMattersOf(db: Db, staff_ids: readonly number[]): Promise<SearchableMatter[]> {
  if (staff_ids.length === 0) return []
  return searchableMatters(db)
    .where('matters.staff_id', 'in', staff_ids)
    .where('matters.state', 'in', open_states)
    .orderBy('matters.id', 'desc')
    .execute()
}

export function searchableMatters(db: Db) {
  return db
    .selectFrom('matters')
    .innerJoin('categories', 'categories.id', 'matters.category_id')
    .leftJoin('staff', 'staff.id', 'matters.staff_id')
    .select([
      'matters.id',
      'matters.number',
      'matters.title',
      'matters.staff_id',
      sql<string>`coalesce(staff.name, '')`.as('staff_name'),
      'matters.state',
      'matters.due_on',
      'matters.finished_on',
      'matters.listed_on',
      'categories.amber_days',
      silentFrom('matters'),
      reportedDone('matters'),
    ])
}

/** Newest first. */
export function foundArchive(db: Db, match: string, most: number) {
  return db
    .selectFrom('search_archive_entries')
    .innerJoin('archive_entries', 'archive_entries.id', 'search_archive_entries.rowid')
    .innerJoin('matters', 'matters.id', 'archive_entries.matter_id')
    .leftJoin('staff', 'staff.id', 'matters.staff_id')
    .select([
      'archive_entries.id',
      'matters.number',
      'matters.title',
      sql<string>`coalesce(staff.name, '')`.as('staff_name'),
      'archive_entries.archived_on',
    ])
    .where(sql<boolean>`search_archive_entries MATCH ${match}`)
    .orderBy('search_archive_entries.rowid', 'desc')
    .limit(most)
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
export type SearchableDuty = Awaited<ReturnType<typeof foundDuties>>[number]
export type SearchableMatter = Awaited<ReturnType<typeof foundMatters>>[number]
export type SearchableArchive = Awaited<ReturnType<typeof foundArchive>>[number]
