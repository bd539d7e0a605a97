import { sql } from 'kysely'
import type { ChangeLine } from '../../src-shared/changes.ts'
import type { Db } from '../database/tables.ts'
import { isBeginning, staysTold, undoneBy } from './undone-by.ts'

const page_size = 50

/** The trail, newest first; `before_id` is the last line of the page before. */
export async function listChanges(
  db: Db,
  before_id: number | null,
): Promise<{ rows: ChangeLine[]; has_more: boolean }> {
  const found = await db
    .selectFrom('changes')
    .select(['id', 'made_at', 'who', 'title', 'method', 'undoes_change_id'])
    .select(sql<number>`(SELECT count(*) FROM change_rows WHERE change_id = changes.id)`.as('row_count'))
    .$if(before_id !== null, (query) => query.where('id', '<', before_id))
    .orderBy('id', 'desc')
    .limit(page_size + 1)
    .execute()
  const undone = await undoneBy(db)
  const rows = found.slice(0, page_size).map(({ method, ...line }) => {
    const undone_by = undone.get(line.id) ?? null
    const can_undo = undone_by === null && !isBeginning(method) && staysTold(method) === null
    return { ...line, undone_by, can_undo }
  })
  return { rows, has_more: found.length > page_size }
}
