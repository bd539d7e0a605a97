import type { Database } from 'better-sqlite3'
import type { Db } from '../database/tables.ts'
import type { RowKey } from './row-image.ts'
import { undoneBy } from './undone-by.ts'

export interface LaterChange {
  id: number
  made_at: string
  title: string
}

/** The changes after `id` that still stand and touched one of these rows, newest first. Never empty. */
export async function laterChanges(
  db: Db,
  sqlite: Database,
  id: number,
  rows: RowKey[],
): Promise<LaterChange[]> {
  const touching = new Set(rows.flatMap((row) => changesTouching(sqlite, id, row)))
  const undone = await undoneBy(db)
  const later = await db
    .selectFrom('changes')
    .select(['id', 'made_at', 'title', 'undoes_change_id'])
    .where('id', '>', id)
    .orderBy('id', 'desc')
    .execute()
  const touched = later.filter((change) => touching.has(change.id))
  // Of a later change and what took it back or did it again, the change alone is named, if it stands.
  const standing = touched.filter(
    ({ id: later_id, undoes_change_id }) =>
      !undone.has(later_id) && (undoes_change_id === null || undoes_change_id <= id),
  )
  return [standing, touched, later].find((list) => list.length > 0) ?? []
}

function changesTouching(sqlite: Database, id: number, { table, row_id }: RowKey): number[] {
  return sqlite
    .prepare(
      `SELECT DISTINCT change_id FROM change_rows
       WHERE change_id > @id AND table_name = @table AND (@row_id IS NULL OR row_id = @row_id)`,
    )
    .pluck()
    .all({ id, table, row_id }) as number[]
}
