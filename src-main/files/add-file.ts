import type { Change } from '../database/change.ts'
import type { StoredObject } from './file-store.ts'

/** The row of an object that is in the store already; a subject's own table then points at it. */
export async function addFile(change: Change, stored: StoredObject, name: string): Promise<{ id: number }> {
  const { digest, size, media } = stored
  return change.db
    .insertInto('files')
    .values({ digest_kind: 'sha256', digest, size, media, name, added_on: change.today })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Takes the row away; its object stays, for the audit trail still names it and undo brings the row back. */
export async function removeFile(change: Change, file_id: number): Promise<void> {
  await change.db.deleteFrom('files').where('id', '=', file_id).execute()
}
