// 佐证材料 as files: into the store and onto their matter, and a copy out again.
import { copyFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { NewMatterFiles } from '../../src-shared/matter-evidence.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Desk } from '../desk.ts'
import { addMatterFiles, getMatterFile } from '../weekly/matter-evidence.ts'
import { changeWithFiles } from './change-with-files.ts'

export function bringMatterFilesIn(
  desk: Pick<Desk, 'books' | 'clock' | 'incoming'>,
  { matter_id, tokens }: NewMatterFiles,
): Promise<{ added: number; known: number }> {
  return changeWithFiles(desk, 'matters.addFiles', tokens, (change, files) =>
    addMatterFiles(
      change,
      matter_id,
      files.map(({ token: _, ...file }) => file),
    ),
  )
}

/** The very bytes under a name of the clerk's choice. False when she changed her mind. */
export async function saveMatterFile(
  { books, dialogs }: Pick<Desk, 'books' | 'dialogs'>,
  id: number,
): Promise<{ saved: boolean }> {
  const { digest, size, name } = await getMatterFile(books.current().db, id)
  const store = books.files()
  const { state } = await store.examine({ digest, size })
  if (state !== 'sound') {
    throw new UserProblem({
      code: 'file_not_sound',
      message: `“${name}”${state === 'missing' ? '不在附件文件夹里了' : '和登记时不一样，已经损坏'}。`,
      next: '请在“备份与恢复”里检查全部附件，从备份取回。',
    })
  }
  const path = await dialogs.chooseWhereToSave('另存佐证材料', name)
  if (path === null) return { saved: false }
  await copyFile(store.pathOf(digest), extname(path) === '' ? `${path}${extname(name)}` : path)
  return { saved: true }
}
