import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * The record each file is found with, and by whom and under what. A subject with files adds its part here, and its
 * table to the triggers of the search index (migrations/searched.ts).
 */
export function ownersOfFiles(db: Kysely<Tables>) {
  return db
    .selectFrom('staff_photos as p')
    .innerJoin('staff as s', 's.id', 'p.staff_id')
    .select([
      'p.file_id',
      sql<FileOwner>`'staff'`.as('owner'),
      'p.staff_id as owner_id',
      sql<string>`s.name || '的照片'`.as('record'),
      sql<number | null>`p.staff_id`.as('staff_id'),
      's.group_id',
      sql<number | null>`NULL`.as('category_id'),
    ])
    .unionAll(
      db
        .selectFrom('submissions')
        .select([
          'file_id',
          sql<FileOwner>`'submission'`.as('owner'),
          'id as owner_id',
          sql<string>`'上报记录：' || title`.as('record'),
          sql<number | null>`NULL`.as('staff_id'),
          sql<number | null>`NULL`.as('group_id'),
          sql<number | null>`NULL`.as('category_id'),
        ]),
    )
    .unionAll(
      db
        .selectFrom('matter_files as f')
        .innerJoin('matters as m', 'm.id', 'f.matter_id')
        .select([
          'f.file_id',
          sql<FileOwner>`'matter'`.as('owner'),
          'm.id as owner_id',
          sql<string>`m.number || ' ' || m.title`.as('record'),
          'm.staff_id',
          sql<number | null>`m.group_id`.as('group_id'),
          sql<number | null>`m.category_id`.as('category_id'),
        ]),
    )
    .unionAll(
      db
        .selectFrom('archive_files as f')
        .innerJoin('archive_entries as e', 'e.id', 'f.entry_id')
        .innerJoin('matters as m', 'm.id', 'e.matter_id')
        .where('f.trashed_on', 'is', null)
        .select([
          'f.file_id',
          sql<FileOwner>`'archive'`.as('owner'),
          'e.id as owner_id',
          sql<string>`m.number || ' ' || m.title`.as('record'),
          'm.staff_id',
          sql<number | null>`m.group_id`.as('group_id'),
          sql<number | null>`m.category_id`.as('category_id'),
        ]),
    )
}

export type FileOwner = 'staff' | 'submission' | 'matter' | 'archive'
