// 办结归档: what is signed off gets an entry (办结卷) and is read-only from then on. domain.md §d.
import { sql } from 'kysely'
import type { ArchiveRequest } from '../../src-shared/archive.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'

/** `e` is the entry, `m` its matter, `staff` the person. */
export function selectEntries(db: Db) {
  return db
    .selectFrom('archive_entries as e')
    .innerJoin('matters as m', 'm.id', 'e.matter_id')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
}

const entry_columns = [
  'e.id',
  'e.matter_id',
  'm.number',
  'm.title',
  'categories.name as category_name',
  'groups.name as group_name',
  sql<string>`coalesce(staff.name, '')`.as('staff_name'),
  // The CHECK of matters keeps both dates there once a matter is signed off.
  sql<string>`m.finished_on`.as('finished_on'),
  sql<string>`m.signed_off_on`.as('signed_off_on'),
  'm.signed_off_by',
  'e.archived_on',
  'e.archived_by',
  'e.class_id',
  sql<string>`coalesce(archive_classes.name, '')`.as('class_name'),
  'e.retention',
  'e.retention_rule',
  'e.location',
  'e.materials',
  'e.remark',
] as const

export function selectNamedEntries(db: Db) {
  return selectEntries(db)
    .innerJoin('categories', 'categories.id', 'm.category_id')
    .innerJoin('groups', 'groups.id', 'm.group_id')
    .leftJoin('archive_classes', 'archive_classes.id', 'e.class_id')
    .select(entry_columns)
}

export type NewEntry = Omit<ArchiveRequest, 'matter_ids' | 'files'> & { matter_id: number }

/** In the order given; the matters must not be marked as archived yet, for then nothing can be said of them any more. */
export async function writeEntries(change: Change, entries: readonly NewEntry[]): Promise<number[]> {
  const rows = entries.map(({ checklist: _, ...entry }) => entry)
  const written = await change.db.insertInto('archive_entries').values(rows).returning('id').execute()
  const materials = entries.flatMap(({ checklist = [] }, at) =>
    checklist.map((line, place) => ({ ...line, entry_id: written[at]?.id ?? 0, sort_order: place + 1 })),
  )
  for (let from = 0; from < materials.length; from += batch) {
    await change.db
      .insertInto('entry_materials')
      .values(materials.slice(from, from + batch))
      .execute()
  }
  return written.map(({ id }) => id)
}

const batch = 500
