// Fixity: every object is read from end to end and compared with its digest, a slice at a time.
import { type FilesSlice, type FilesSliceWish, type FileTrouble, sizeText } from '../../src-shared/files.ts'
import { alone, type OpenDatabase } from '../database/open-database.ts'
import { recordsOfObjects } from './file-records.ts'
import type { Condition, FileStore } from './file-store.ts'
import { type NeededFile, neededFiles } from './needed-files.ts'

/** Whoever asks goes on until there is no next slice. */
export async function checkSlice(
  book: OpenDatabase,
  store: FileStore,
  wish: FilesSliceWish,
): Promise<FilesSlice> {
  const all = await alone(book, () => neededFiles(book.sqlite))
  const from = all.findIndex(({ digest }) => digest > wish.after)
  const found: Found[] = []
  let at = from === -1 ? all.length : from
  for (let left = wish.bytes; left > 0; at += 1) {
    const file = all[at]
    if (file === undefined) break
    const condition = await store.examine(file)
    if (condition.state !== 'sound') found.push({ ...file, words: wordsOf(file, condition) })
    left -= file.size
  }
  return {
    done: at,
    total: all.length,
    bytes: all.reduce((sum, { size }) => sum + size, 0),
    next: at < all.length ? (all[at - 1]?.digest ?? null) : null,
    troubles: await troublesOf(book, found),
  }
}

/** An object that is not as it was stored, and what is wrong with it. */
export interface Found extends NeededFile {
  words: string
}

/** Each with its name and the records it belongs to. */
export async function troublesOf({ db }: OpenDatabase, found: readonly Found[]): Promise<FileTrouble[]> {
  const records = await recordsOfObjects(
    db,
    found.map(({ digest }) => digest),
  )
  return found.map(({ digest, name, words }) => {
    const rows = records.filter((row) => row.digest === digest)
    const owners = rows.map(({ record }) => record).filter((record) => record !== '')
    return { digest, name: rows[0]?.name ?? name, records: owners, words }
  })
}

function wordsOf({ size }: NeededFile, condition: Condition): string {
  switch (condition.state) {
    case 'sound':
      return '完好。'
    case 'missing':
      return '文件不见了。'
    case 'unreadable':
      return `磁盘读不出这个文件（${condition.code}）。`
    case 'changed':
      return condition.size === size
        ? '内容在保存以后被改动或损坏。'
        : `内容不完整或被换过：应为 ${sizeText(size)}，现在是 ${sizeText(condition.size)}。`
  }
}
