// Before the first screen: look at the book without touching it, bring it up to date, open it. Checks come after.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../migrations/index.ts'
import type { Migration } from '../migrations/migration.ts'
import type { Backup } from '../src-shared/backups.ts'
import type { Problem } from '../src-shared/problem.ts'
import { readRecords, sweepBackups } from './backups/backup-file.ts'
import { backupStore } from './backups/backup-store.ts'
import {
  type Backups,
  createBackups,
  damagedName,
  findUsable,
  listBackups,
  refuseBroken,
} from './backups/backups.ts'
import { bringFilesBack } from './backups/bring-files-back.ts'
import { collectFiles } from './backups/collect-files.ts'
import { BrokenCopy } from './backups/examine-copy.ts'
import { migrateSafely } from './backups/migrate-safely.ts'
import { prepareReplacement, putInPlace, replacementPath } from './backups/replace-book.ts'
import type { BackupPlace } from './backups/write-backup.ts'
import { type Books, openBooks, ownBookPath, ownFilesFolder, samplePath } from './books.ts'
import { checkBook } from './check-book.ts'
import type { Clock } from './clock.ts'
import { createBookFile } from './create-book.ts'
import { removeDatabase } from './database/durable-file.ts'
import { inspectFile, isDamage } from './database/inspect-file.ts'
import { newestVersion } from './database/migrate.ts'
import type { OpenDatabase } from './database/open-database.ts'
import { checkSomeFiles } from './files/check-some-files.ts'
import { createFileStore } from './files/file-store.ts'
import { logInfo, logTrouble, openLog } from './log.ts'
import { mendIndex } from './search/mend-index.ts'
import { damageProblem, fileProblem, folderProblem, missingProblem } from './start-problems.ts'
import { toProblem } from './to-problem.ts'

export interface StartOptions {
  folder: string
  clock: Clock
  app_version: string
  fillSample: (book: OpenDatabase, clock: Clock) => Promise<void>
  steps?: readonly Migration[]
}

export type Started = Ready | Stopped

export interface Ready {
  state: 'ready'
  books: Books
  backups: Backups
  /** To be called once the window is shown: the slow checks and the day's backup. What they find, or null. */
  afterFirstScreen(): Promise<Problem | null>
}

export interface Stopped {
  state: 'stopped'
  problem: Problem
  /** The way out: what the book can be taken back to. Empty where that would do harm, as with a newer book. */
  backups: Backup[]
  /** Keeps what lies there under another name, puts the backup in its place and starts again. */
  restore(name: string): Promise<Started>
}

export async function startUp(options: StartOptions): Promise<Started> {
  const { folder, clock, app_version, steps = migrations } = options
  const own_files = createFileStore(ownFilesFolder(folder))
  const place: BackupPlace = { folder: join(folder, 'backups'), own_files, clock, steps, app_version }
  try {
    makeReady(folder)
    openLog(join(folder, 'logs'))
    await sweep(folder, place)
    const refused = await makeUpToDate(ownBookPath(folder), place)
    if (refused) return stopped(options, place, refused, refused.code !== 'newer_book')
    return ready(openBooks({ ...options, steps }), place)
  } catch (error) {
    if (!comesOfDamage(error)) return stopped(options, place, toProblem(error), false)
    logTrouble(error)
    return stopped(options, place, damageProblem(ownBookPath(folder)), true)
  }
}

function comesOfDamage(error: unknown): boolean {
  if (isDamage(error) || error instanceof BrokenCopy) return true
  return error instanceof Error && error.cause !== undefined && comesOfDamage(error.cause)
}

function ready(books: Books, place: BackupPlace): Ready {
  const backups = createBackups(books, place)
  const afterFirstScreen = async () =>
    (await checkAndBackUp(books, backups, place.clock)) ?? (await checkOwnFiles(books, place))
  return { state: 'ready', books, backups, afterFirstScreen }
}

function filesNotBackedUp(count: number): Problem {
  return {
    code: 'files_not_backed_up',
    message: `今天的备份已做成，但有 ${count} 个附件没有备份进去。`,
    next: '可能是磁盘空间不足，或者附件已经损坏。请到“备份与恢复”检查附件，清理磁盘后再备份一次。',
  }
}

/** A damaged book is not backed up: its copies would push out the good ones. */
async function checkAndBackUp(books: Books, backups: Backups, clock: Clock): Promise<Problem | null> {
  return (await checkOwn(books)) ?? (await mendSearch(books, clock)) ?? (await backUpOwn(backups))
}

/** An index that is damaged is made anew without a word: it holds nothing of its own, but no copy of it would be trusted. */
async function mendSearch(books: Books, clock: Clock): Promise<Problem | null> {
  try {
    for (const book of new Set([books.current(), books.own()])) {
      if (await mendIndex(book, clock)) logInfo('the search index was damaged and is made anew')
    }
    return null
  } catch (error) {
    return toProblem(error)
  }
}

/** Part of the files every day, so that all have been read within a month. */
async function checkOwnFiles(books: Books, place: BackupPlace): Promise<Problem | null> {
  try {
    await collectFiles(books.own(), place)
    return await checkSomeFiles(books.own(), place.own_files)
  } catch (error) {
    return toProblem(error)
  }
}

function checkOwn(books: Books): Promise<Problem | null> {
  return checkBook(books.own()).catch(toProblem)
}

async function backUpOwn(backups: Backups): Promise<Problem | null> {
  try {
    const made = await backups.makeDaily()
    return made === null || made.files.missing === 0 ? null : filesNotBackedUp(made.files.missing)
  } catch (error) {
    const problem = toProblem(error)
    return { ...problem, message: `今天的备份没有做成：${problem.message}` }
  }
}

async function stopped(
  options: StartOptions,
  place: BackupPlace,
  problem: Problem,
  can_restore: boolean,
): Promise<Stopped> {
  const backups = can_restore ? await usableBackups(place.folder) : []
  const restore = async (name: string) => {
    const record = await findUsable(place.folder, name)
    const path = ownBookPath(options.folder)
    const { files } = await prepareReplacement(record, place, path).catch(refuseBroken)
    // What stays lost is named by the check of the files after the start.
    await bringFilesBack(files, place)
    await putInPlace(path, join(place.folder, damagedName(place.clock.now())))
    return startUp(options)
  }
  return { state: 'stopped', problem, backups, restore }
}

async function usableBackups(folder: string): Promise<Backup[]> {
  try {
    return (await listBackups(folder)).filter((backup) => backup.unusable === null)
  } catch (error) {
    logTrouble(error)
    return []
  }
}

/** Null when the own book lies there, ours and of this program's version; otherwise why it is not touched. */
async function makeUpToDate(path: string, place: BackupPlace): Promise<Problem | null> {
  const newest = newestVersion(place.steps)
  const found = inspectFile(path, newest)
  if (found.kind === 'missing') {
    if (readRecords(place.folder).length > 0) return missingProblem(path)
    await createBookFile(replacementPath(path), place)
    await putInPlace(path, null)
    return null
  }
  if (found.kind !== 'ours') return fileProblem(found, path, newest, place.app_version)
  if (found.version < newest) await migrateSafely(path, place)
  return null
}

/** @throws a `UserProblem` when the folder cannot be made or written to */
export function makeReady(folder: string): void {
  const probe = join(folder, 'write-test.tmp')
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    throw folderProblem(folder, error)
  }
}

/** What a crash left half made: no name that is listed or opened is among it. */
async function sweep(folder: string, place: BackupPlace): Promise<void> {
  for (const path of [ownBookPath(folder), samplePath(folder)]) removeDatabase(replacementPath(path))
  if (!existsSync(samplePath(folder))) removeDatabase(samplePath(folder))
  try {
    sweepBackups(place.folder)
    for (const store of [place.own_files, backupStore(place.folder)]) await store.sweep()
  } catch (error) {
    // Trouble with the backups must not keep the clerk from the book; it is told when the next one is made.
    logTrouble(error)
  }
}
