import { sql } from 'kysely'
import type { Change } from '../database/change.ts'
import { addFile } from '../files/add-file.ts'
import type { StoredObject } from '../files/file-store.ts'

export interface NewEntryFile {
  stored: StoredObject
  name: string
  material: string
}

/** Files of an entry: at archiving, and later beside what is there. Their serial numbers are never given again. */
export async function addEntryFiles(
  change: Change,
  entry_id: number,
  files: readonly NewEntryFile[],
): Promise<void> {
  let serial = await lastSerial(change, entry_id)
  for (const { stored, name, material } of files) {
    serial += 1
    const { id: file_id } = await addFile(change, stored, name)
    await change.db.insertInto('archive_files').values({ entry_id, serial, file_id, material }).execute()
  }
}

/** The files a matter was given as 佐证材料 are the first ones of its entry. */
export async function takeOverEvidence(
  change: Change,
  entries: readonly { entry_id: number; matter_id: number }[],
): Promise<void> {
  const idOf = new Map(entries.map(({ entry_id, matter_id }) => [matter_id, entry_id]))
  const evidence = await change.db
    .selectFrom('matter_files')
    .select(['matter_id', 'file_id'])
    .where('matter_id', 'in', [...idOf.keys()])
    .orderBy('id')
    .execute()
  const serials = new Map<number, number>()
  const rows = evidence.map(({ matter_id, file_id }) => {
    const entry_id = idOf.get(matter_id) ?? 0
    const serial = (serials.get(entry_id) ?? 0) + 1
    serials.set(entry_id, serial)
    return { entry_id, serial, file_id, material: '' }
  })
  for (let from = 0; from < rows.length; from += batch) {
    await change.db
      .insertInto('archive_files')
      .values(rows.slice(from, from + batch))
      .execute()
  }
}

const batch = 500

async function lastSerial(change: Change, entry_id: number): Promise<number> {
  const { last } = await change.db
    .selectFrom('archive_files')
    .select(sql<number>`coalesce(max(serial), 0)`.as('last'))
    .where('entry_id', '=', entry_id)
    .executeTakeFirstOrThrow()
  return last
}
