import type { Database } from 'better-sqlite3'
import type { ObjectId } from './file-store.ts'

export interface NeededFile extends ObjectId {
  /** One of the names it was added under. */
  name: string
}

/**
 * Every object a book cannot do without, in the order of the digests: those of its rows, and those that undo may
 * bring back. The audit trail names them all, for no row comes into the book but through it.
 */
export function neededFiles(sqlite: Database): NeededFile[] {
  return sqlite
    .prepare(
      `SELECT image ->> '$.digest' AS digest, image ->> '$.size' AS size, min(image ->> '$.name') AS name
       FROM (SELECT coalesce(after, before) AS image FROM change_rows WHERE table_name = 'files')
       GROUP BY 1 ORDER BY 1`,
    )
    .all() as NeededFile[]
}
