// A file of the book on its way out: looked at, opened as a copy, saved as a copy. Its object is only ever read.
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Db } from '../database/tables.ts'
import type { FileStore } from './file-store.ts'
import { mayOpen } from './may-open.ts'
import { safeName } from './safe-name.ts'

export interface StoredFile {
  digest: string
  size: number
  name: string
  /** See `Media`. */
  media: string
}

/** @throws a `UserProblem` when the book has no such file any more */
export async function storedFile(db: Db, file_id: number): Promise<StoredFile> {
  const file = await db
    .selectFrom('files')
    .select(['digest', 'size', 'name', 'media'])
    .where('id', '=', file_id)
    .executeTakeFirst()
  if (file !== undefined) return file
  throw new UserProblem({
    code: 'file_gone',
    message: '这份文件已经移除了。',
    next: '请刷新后再看；要找回来，可在操作记录里撤销那一次移除。',
  })
}

/** Where the object lies, after a look at every byte of it. @throws a `UserProblem` when it is not as it was stored */
export async function soundPath(store: FileStore, { digest, size, name }: StoredFile): Promise<string> {
  const { state } = await store.examine({ digest, size })
  if (state === 'sound') return store.pathOf(digest)
  throw new UserProblem({
    code: 'file_not_sound',
    message: `“${name}”${state === 'missing' ? '不在附件文件夹里了' : '和登记时不一样，已经损坏'}。`,
    next: '请在“备份与恢复”里检查全部附件，从备份取回。',
  })
}

/** Copies for other programs; gone with the next start. */
export const copies_folder = join(tmpdir(), 'duty-ledger-copies')

export async function removeCopies(folder = copies_folder): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/**
 * A read-only copy for another program, which must be one of those that offices open papers with: a page of the web or
 * a program in disguise is not handed to the system. @throws a `UserProblem`
 */
export async function copyToOpen(
  store: FileStore,
  file: StoredFile,
  folder = copies_folder,
): Promise<string> {
  if (!mayOpen(file.name, file.media)) {
    throw new UserProblem({
      code: 'not_to_open',
      message: `“${file.name}”不是可以直接打开的办公文件。`,
      next: '为防止误开程序，只直接打开文档、表格、图片、PDF、OFD 和文本。确实需要的，请另存后自行打开。',
    })
  }
  const from = await soundPath(store, file)
  const room = join(folder, file.digest.slice(0, 16))
  await mkdir(room, { recursive: true })
  const path = join(room, safeName(file.name, '附件'))
  await rm(path, { force: true })
  await copyFile(from, path)
  await chmod(path, 0o444)
  return path
}

/** Copies the very bytes to where the clerk said; an ending she left out is put back. */
export async function saveCopy(store: FileStore, file: StoredFile, chosen: string): Promise<void> {
  const from = await soundPath(store, file)
  await copyFile(from, extname(chosen) === '' ? `${chosen}${extname(safeName(file.name, ''))}` : chosen)
}
