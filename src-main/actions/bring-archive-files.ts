import type { ArchiveRequest, EntryFiles } from '../../src-shared/archive.ts'
import { addEntryFiles } from '../archive/entry-files.ts'
import { getArchiveEntry } from '../archive/get-archive-entry.ts'
import type { Desk } from '../desk.ts'
import { archiveMatters } from './archive-matters.ts'
import { type BroughtFile, changeWithFiles } from './change-with-files.ts'

type Bringing = Pick<Desk, 'books' | 'clock' | 'incoming'>

/** 归档 with the electronic files of the one matter they belong to. */
export function archiveWithFiles(
  desk: Bringing,
  { files = [], ...request }: ArchiveRequest,
): Promise<{ archived: number }> {
  const tokens = files.map(({ token }) => token)
  return changeWithFiles(desk, 'archive.add', tokens, (change, brought) =>
    archiveMatters(change, request, withMaterials(brought, files)),
  )
}

/** Files that come later lie beside those that were there. */
export function bringEntryFiles(desk: Bringing, { id, files }: EntryFiles): Promise<void> {
  const tokens = files.map(({ token }) => token)
  return changeWithFiles(desk, 'archive.addFiles', tokens, async (change, brought) => {
    const entry = await getArchiveEntry(change.db, id)
    await addEntryFiles(change, id, withMaterials(brought, files))
    change.describe(`给 ${entry.number} 补充 ${files.length} 个文件`)
  })
}

function withMaterials(brought: readonly BroughtFile[], files: EntryFiles['files']) {
  return brought.map(({ token: _, name, ...stored }, at) => ({
    stored,
    name,
    material: files[at]?.material ?? '',
  }))
}
