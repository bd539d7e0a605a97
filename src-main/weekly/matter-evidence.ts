import type { MatterEvidence, MatterPaper } from '../../src-shared/matter-evidence.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { addFile, removeFile } from '../files/add-file.ts'
import type { StoredObject } from '../files/file-store.ts'
import { getMatters, type KeptMatter } from './get-matters.ts'
import { refuseMatters } from './refuse-matters.ts'

export async function matterEvidence(db: Db, matter_id: number): Promise<MatterEvidence> {
  const files = await db
    .selectFrom('matter_files as m')
    .innerJoin('files as f', 'f.id', 'm.file_id')
    .select(['m.id', 'm.file_id', 'f.digest', 'f.name', 'f.size', 'f.media', 'f.added_on'])
    .where('m.matter_id', '=', matter_id)
    .orderBy('m.id')
    .execute()
  const paper = await db
    .selectFrom('matter_papers')
    .select('place')
    .where('matter_id', '=', matter_id)
    .executeTakeFirst()
  return { files, paper: paper?.place ?? '' }
}

/** In the store already; a file with the very same content as one that is there is not added once more. */
export async function addMatterFiles(
  change: Change,
  matter_id: number,
  files: readonly (StoredObject & { name: string })[],
): Promise<{ added: number; known: number }> {
  const matter = await getChangeable(change, matter_id)
  const there = new Set((await matterEvidence(change.db, matter_id)).files.map(({ digest }) => digest))
  let added = 0
  for (const { name, ...stored } of files) {
    if (there.has(stored.digest)) continue
    there.add(stored.digest)
    const { id: file_id } = await addFile(change, stored, name)
    await change.db.insertInto('matter_files').values({ matter_id, file_id }).execute()
    added += 1
  }
  change.describe(`登记佐证材料 ${matter.number}（${added} 份）`)
  return { added, known: files.length - added }
}

/** The file stays in the store, so that undo brings it back. */
export async function removeMatterFile(change: Change, id: number): Promise<void> {
  const found = await change.db
    .selectFrom('matter_files as m')
    .innerJoin('files as f', 'f.id', 'm.file_id')
    .select(['m.matter_id', 'm.file_id', 'f.name'])
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw fileGone()
  const matter = await getChangeable(change, found.matter_id)
  await change.db.deleteFrom('matter_files').where('id', '=', id).execute()
  await removeFile(change, found.file_id)
  change.describe(`移除佐证材料 ${matter.number} ${found.name}`)
}

/** 纸质材料的存放处; an empty one says that there is no paper. */
export async function setMatterPaper(change: Change, { matter_id, place }: MatterPaper): Promise<void> {
  const matter = await getChangeable(change, matter_id)
  change.describe(place === '' ? `取消 ${matter.number} 的纸质材料` : `登记纸质材料 ${matter.number}`)
  const old = await change.db
    .selectFrom('matter_papers')
    .select('id')
    .where('matter_id', '=', matter_id)
    .executeTakeFirst()
  if (place === '') {
    await change.db.deleteFrom('matter_papers').where('matter_id', '=', matter_id).execute()
  } else if (old === undefined) {
    await change.db.insertInto('matter_papers').values({ matter_id, place }).execute()
  } else {
    await change.db.updateTable('matter_papers').set({ place }).where('id', '=', old.id).execute()
  }
}

export interface KeptMatterFile {
  digest: string
  size: number
  name: string
}

/** @throws a `UserProblem` when it is no longer there */
export async function getMatterFile(db: Db, id: number): Promise<KeptMatterFile> {
  const found = await db
    .selectFrom('matter_files as m')
    .innerJoin('files as f', 'f.id', 'm.file_id')
    .select(['f.digest', 'f.size', 'f.name'])
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw fileGone()
  return found
}

async function getChangeable(change: Change, matter_id: number): Promise<KeptMatter> {
  const matters = await getMatters(change.db, [matter_id])
  const closed = matters.filter(({ state }) => state === 'archived' || state === 'withdrawn')
  const [matter] = matters
  if (closed.length > 0 || matter === undefined) throw refuseMatters('改动佐证材料', closed)
  return matter
}

function fileGone(): UserProblem {
  return new UserProblem({
    code: 'file_gone',
    message: '这份佐证材料已经不在这项事项里。',
    next: '可能刚被移除或撤销了，请刷新后再看。',
  })
}
