import { sql } from 'kysely'
import type { ArchiveEntry, EntryDetails } from '../../src-shared/archive.ts'
import type { Db } from '../database/tables.ts'
import { correctedEntries, correctionsOf } from './corrections.ts'

/** What one query per entry would cost too much for: how much stands beside each, and what 更正 says instead. */
export async function withDetails(
  db: Db,
  entries: readonly Omit<ArchiveEntry, 'files' | 'missing' | 'corrections'>[],
): Promise<ArchiveEntry[]> {
  const ids = entries.map(({ id }) => id)
  if (ids.length === 0) return []
  const corrections = await correctionsOf(db, 'entry_id', ids)
  const files = await countFiles(db, ids)
  const missing = await countMissing(db, ids)
  return correctedEntries(
    entries.map((entry) => ({
      ...entry,
      files: files.get(entry.id) ?? 0,
      missing: missing.get(entry.id) ?? 0,
      corrections: corrections.get(entry.id)?.length ?? 0,
    })),
    corrections,
  )
}

async function countFiles(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('archive_files')
    .select(['entry_id', sql<number>`count(*)`.as('count')])
    .where('entry_id', 'in', ids)
    .where('trashed_on', 'is', null)
    .groupBy('entry_id')
    .execute()
  return new Map(rows.map(({ entry_id, count }) => [entry_id, count]))
}

async function countMissing(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('entry_materials as m')
    .leftJoin('supplied_materials as s', 's.material_id', 'm.id')
    .select(['m.entry_id', sql<number>`count(*)`.as('count')])
    .where('m.entry_id', 'in', ids)
    .where('m.state', '=', 'missing')
    .where('s.id', 'is', null)
    .groupBy('m.entry_id')
    .execute()
  return new Map(rows.map(({ entry_id, count }) => [entry_id, count]))
}

export async function entryDetails(db: Db, entry_id: number): Promise<EntryDetails> {
  const left_out = await db
    .selectFrom('left_out_entries')
    .select('reason')
    .where('entry_id', '=', entry_id)
    .executeTakeFirst()
  const lent = await db
    .selectFrom('archive_lendings')
    .select(['borrower', 'lent_on', 'due_on'])
    .where('entry_id', '=', entry_id)
    .where('returned_on', 'is', null)
    .executeTakeFirst()
  return {
    checklist: await checklistOf(db, entry_id),
    files: await filesOf(db, entry_id),
    corrections: (await correctionsOf(db, 'entry_id', [entry_id])).get(entry_id) ?? [],
    items: await db
      .selectFrom('archive_items')
      .select(['id', 'title', 'archive_number'])
      .where('entry_id', '=', entry_id)
      .orderBy('id')
      .execute(),
    left_out: left_out?.reason ?? '',
    lent: lent ?? null,
  }
}

function checklistOf(db: Db, entry_id: number): Promise<EntryDetails['checklist']> {
  return db
    .selectFrom('entry_materials as m')
    .leftJoin('supplied_materials as s', 's.material_id', 'm.id')
    .select(['m.id', 'm.name', 'm.state', 'm.note', 's.supplied_on'])
    .select(sql<string>`coalesce(s.supplied_by, '')`.as('supplied_by'))
    .select(sql<string>`coalesce(s.note, '')`.as('supplied_note'))
    .where('m.entry_id', '=', entry_id)
    .orderBy('m.sort_order')
    .execute()
}

function filesOf(db: Db, entry_id: number): Promise<EntryDetails['files']> {
  return db
    .selectFrom('archive_files as f')
    .innerJoin('files', 'files.id', 'f.file_id')
    .select(['f.id', 'f.serial', 'f.file_id', 'f.material', 'f.trashed_on', 'f.trash_reason'])
    .select(['files.name', 'files.size', 'files.media', 'files.digest', 'files.added_on'])
    .where('f.entry_id', '=', entry_id)
    .orderBy('f.serial')
    .execute()
}
