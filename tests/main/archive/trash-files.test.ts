import { expect, it } from 'vitest'
import { entryDetails } from '../../../src-main/archive/entry-details.ts'
import { addEntryFiles } from '../../../src-main/archive/entry-files.ts'
import { getArchiveEntry } from '../../../src-main/archive/get-archive-entry.ts'
import { putBackEntryFile, trashEntryFile } from '../../../src-main/archive/trash-files.ts'
import { openArchive } from '../../helpers/open-archive.ts'
import { problemOf } from '../../helpers/problem-of.ts'

const fileOf = (name: string, mark: string) => ({
  stored: { digest: mark.repeat(64), size: 9, media: 'pdf' as const },
  name,
  material: '',
})

it('a file set aside by mistake is put back; its serial is never given again', async () => {
  const { book, entry_ids } = await openArchive([{}])
  const [entry = 0] = entry_ids
  await book.change((change) => addEntryFiles(change, entry, [fileOf('一.pdf', 'a'), fileOf('二.pdf', 'b')]))
  const files = async () => (await entryDetails(book.db, entry)).files
  const id = (await files())[1]?.id ?? 0

  await book.change((change) => trashEntryFile(change, { id, reason: '放错了卷' }))
  await book.change((change) => addEntryFiles(change, entry, [fileOf('三.pdf', 'c')]))
  expect(
    (await files()).map(({ serial, name, trashed_on, trash_reason }) => [
      serial,
      name,
      trashed_on,
      trash_reason,
    ]),
  ).toEqual([
    [1, '一.pdf', null, ''],
    [2, '二.pdf', '2026-11-20', '放错了卷'],
    [3, '三.pdf', null, ''],
  ])
  expect((await getArchiveEntry(book.db, entry)).files).toBe(2)

  const again = book.change((change) => trashEntryFile(change, { id, reason: '再来' }))
  expect((await problemOf(again)).code).toBe('file_moved')
  await book.change((change) => putBackEntryFile(change, id))
  expect((await files())[1]).toMatchObject({ serial: 2, trashed_on: null, trash_reason: '' })
  expect((await problemOf(book.change((change) => putBackEntryFile(change, id)))).code).toBe('file_moved')
})
