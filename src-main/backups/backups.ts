// The copies the book can be taken back to: made, proven, counted and kept in a folder beside it.
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Backup, BackupReason, Restored } from '../../src-shared/backups.ts'
import type { BookName } from '../../src-shared/book.ts'
import { toCalendarDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { removeDatabase } from '../database/durable-file.ts'
import { isDamage } from '../database/inspect-file.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import { countRows } from '../database/schema.ts'
import { troublesOf } from '../files/check-files.ts'
import { type BackupRecord, readRecords, stampOf, toBackup, troubleOf } from './backup-file.ts'
import { backupStore, readManifest } from './backup-store.ts'
import { bringFilesBack, mendFiles } from './bring-files-back.ts'
import { BrokenCopy } from './examine-copy.ts'
import { prepareReplacement, replacementPath } from './replace-book.ts'
import { type BackupPlace, keepNewest, writeBackup } from './write-backup.ts'

export interface Backups {
  readonly folder: string
  /** Newest first. */
  list(): Promise<Backup[]>
  make(reason: BackupReason): Promise<Backup>
  /** The day's backup, unless it was made already. */
  makeDaily(): Promise<Backup | null>
  /** Answers the name of the copy that takes it back. */
  restore(name: string): Promise<Restored>
  /** Brings damaged files of the own book back from the backups; answers how many could be. */
  mendFiles(digests: readonly string[]): Promise<{ mended: number }>
}

/** The clerk's own book; the sample is never backed up. */
export interface OwnBook {
  readonly name: BookName
  own(): OpenDatabase
  /** Closes the own book, puts the prepared replacement in its place and opens it. */
  replaceOwn(aside: string | null): Promise<void>
}

export function createBackups(books: OwnBook, place: BackupPlace): Backups {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    // The one who asked is told; the next in line does not care.
    last = next.catch(() => undefined)
    return next
  }
  const make = async (reason: BackupReason) => {
    const record = await writeBackup(books.own(), reason, place)
    await keepNewest(place.folder)
    return toBackup(record, null)
  }
  return {
    folder: place.folder,
    list: () => inTurn(() => listBackups(place.folder)),
    make: (reason) => inTurn(() => make(reason)),
    makeDaily: () => inTurn(async () => (isMadeToday(place) ? null : make('daily'))),
    restore: (name) => inTurn(() => restore(books, place, name)),
    mendFiles: (digests) => inTurn(() => mendFiles(books.own(), place, digests)),
  }
}

export async function listBackups(folder: string): Promise<Backup[]> {
  const listed: Backup[] = []
  const kept = new Set(await backupStore(folder).list())
  for (const record of readRecords(folder)) {
    const manifest = await readManifest(folder, record.name)
    const there = manifest?.filter((digest) => kept.has(digest)).length ?? 0
    listed.push(toBackup(record, await troubleOf(folder, record), record.files.count - there))
  }
  return listed
}

/** The record of a backup that can be restored; a sentence otherwise. */
export async function findUsable(folder: string, name: string): Promise<BackupRecord> {
  const record = readRecords(folder).find((one) => one.name === name)
  const trouble = record ? await troubleOf(folder, record) : '没有这个备份。'
  if (record && trouble === null) return record
  throw new UserProblem({
    code: 'backup_unusable',
    message: trouble ?? '没有这个备份。',
    where: join(folder, name),
    next: '请选择列表中的另一个备份。现在的数据没有改动。',
  })
}

function isMadeToday(place: BackupPlace): boolean {
  return readRecords(place.folder).some(
    (record) => record.reason === 'daily' && toCalendarDate(new Date(record.made_at)) === place.clock.today(),
  )
}

async function restore(books: OwnBook, place: BackupPlace, name: string): Promise<Restored> {
  if (books.name === 'sample') {
    throw new UserProblem({
      code: 'sample_open',
      message: '现在打开的是示例数据，不能恢复备份。',
      next: '请先退出示例数据，回到自己的台账，再恢复备份。',
    })
  }
  const record = await findUsable(place.folder, name)
  const book_path = books.own().path
  const { counts, files } = await prepareReplacement(record, place, book_path).catch(refuseBroken)
  const lost = await bringFilesBack(files, place)
  const safety_copy = await replaceBook(books, place).finally(() =>
    removeDatabase(replacementPath(book_path)),
  )
  if (!isDeepStrictEqual(countRows(books.own().sqlite), counts)) {
    throw new BrokenCopy(`restored book differs from ${name} in its counts`)
  }
  return {
    safety_copy,
    lost: await troublesOf(
      books.own(),
      lost.map((file) => ({ ...file, words: lost_words })),
    ),
  }
}

const lost_words = '文件不见了或已损坏，备份里也没有完好的。'

async function replaceBook(books: OwnBook, place: BackupPlace): Promise<string> {
  const { safety_copy, aside } = await keepPresent(books, place)
  await books.replaceOwn(aside)
  return safety_copy
}

/** What is there now goes into a proven backup; a damaged book cannot be proven and is copied as it lies. */
async function keepPresent(
  books: OwnBook,
  place: BackupPlace,
): Promise<{ safety_copy: string; aside: string | null }> {
  try {
    const { name } = await writeBackup(books.own(), 'restore', place)
    await keepNewest(place.folder)
    return { safety_copy: name, aside: null }
  } catch (error) {
    if (!(error instanceof BrokenCopy) && !isDamage(error)) throw error
    const safety_copy = damagedName(place.clock.now())
    return { safety_copy, aside: join(place.folder, safety_copy) }
  }
}

/** `damaged-20261122-153012.db`: kept for whoever can save something from it, never listed, never removed. */
export function damagedName(moment: Date): string {
  return `damaged-${stampOf(moment)}.db`
}

export function refuseBroken(error: unknown): never {
  if (!(error instanceof BrokenCopy) && !isDamage(error)) throw error
  throw new UserProblem(
    {
      code: 'backup_unusable',
      message: '这个备份没有通过检查，不能用来恢复。',
      next: '请选择列表中的另一个备份。现在的数据没有改动。',
    },
    { cause: error },
  )
}
