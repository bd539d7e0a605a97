import type { Db } from '../database/tables.ts'
import { isBeginning, undoneBy } from './undone-by.ts'

const at_once = 50

/** What 撤销 takes back next: the newest step of the clerk's that stands and is not itself an undo. */
export async function lastUndoable(db: Db): Promise<{ id: number; title: string } | null> {
  const undone = await undoneBy(db)
  for (let before_id = Number.MAX_SAFE_INTEGER; ; ) {
    const changes = await db
      .selectFrom('changes')
      .select(['id', 'title', 'method'])
      .where('undoes_change_id', 'is', null)
      .where('id', '<', before_id)
      .orderBy('id', 'desc')
      .limit(at_once)
      .execute()
    const found = changes.find(({ id, method }) => !undone.has(id) && !isBeginning(method))
    if (found) return { id: found.id, title: found.title }
    const last = changes.at(-1)
    if (last === undefined || changes.length < at_once) return null
    before_id = last.id
  }
}
