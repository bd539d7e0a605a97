// 回收站 of an entry: a file put in by mistake is set aside with the reason and can be put back; its serial stays taken.
import type { EntryFileTrash } from '../../src-shared/archive.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'

export async function trashEntryFile(change: Change, { id, reason }: EntryFileTrash): Promise<void> {
  const file = await entryFile(change, id)
  if (file.trashed_on !== null) throw notWhereItWas()
  await change.db
    .updateTable('archive_files')
    .set({ trashed_on: change.today, trashed_by: change.who, trash_reason: reason })
    .where('id', '=', id)
    .execute()
  change.describe(`把 ${file.number} 的“${file.name}”移入回收站`)
}

export async function putBackEntryFile(change: Change, id: number): Promise<void> {
  const file = await entryFile(change, id)
  if (file.trashed_on === null) throw notWhereItWas()
  await change.db
    .updateTable('archive_files')
    .set({ trashed_on: null, trashed_by: '', trash_reason: '' })
    .where('id', '=', id)
    .execute()
  change.describe(`把 ${file.number} 的“${file.name}”从回收站放回`)
}

async function entryFile(change: Change, id: number) {
  const file = await change.db
    .selectFrom('archive_files as f')
    .innerJoin('files', 'files.id', 'f.file_id')
    .innerJoin('archive_entries as e', 'e.id', 'f.entry_id')
    .innerJoin('matters as m', 'm.id', 'e.matter_id')
    .select(['f.trashed_on', 'files.name', 'm.number'])
    .where('f.id', '=', id)
    .executeTakeFirst()
  if (file === undefined) throw notWhereItWas()
  return file
}

function notWhereItWas(): UserProblem {
  return new UserProblem({
    code: 'file_moved',
    message: '这份文件已经不在原来的位置。',
    next: '请刷新后再看。',
  })
}
