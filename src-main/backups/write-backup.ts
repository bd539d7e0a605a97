import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Migration } from '../../migrations/migration.ts'
import type { BackupReason } from '../../src-shared/backups.ts'
import type { Clock } from '../clock.ts'
import { runAside } from '../database/aside.ts'
import { digestOf, moveOver, removeDatabase, syncFile } from '../database/durable-file.ts'
import { alone, type OpenDatabase } from '../database/open-database.ts'
import { countRows } from '../database/schema.ts'
import type { FileStore } from '../files/file-store.ts'
import { logTrouble } from '../log.ts'
import {
  type BackupRecord,
  freeName,
  readRecords,
  removeBackup,
  troubleOf,
  writeRecord,
} from './backup-file.ts'
import { backupStore, copyFiles, writeManifest } from './backup-store.ts'
import { BrokenCopy, examineCopy } from './examine-copy.ts'

export interface BackupPlace {
  folder: string
  /** The files of the clerk's own book. */
  own_files: FileStore
  clock: Clock
  steps: readonly Migration[]
  app_version: string
}

/** Newest copies kept, by count and never by date: a wrong clock must not cost a backup. */
const kept_daily = 14
const kept_others = 10

/**
 * Copies the book to a temporary file, opens that, reads it from end to end, compares every table's count with the
 * book's in the same moment, forces it to the disk, and only then gives it its name.
 */
export async function writeBackup(
  book: OpenDatabase,
  reason: BackupReason,
  place: BackupPlace,
): Promise<BackupRecord> {
  mkdirSync(place.folder, { recursive: true })
  const made_at = place.clock.now()
  const name = freeName(place.folder, made_at, reason)
  const temp = join(place.folder, `${name}.tmp`)
  try {
    const live = await copyBook(book, temp)
    const facts = await examineCopy(temp, place.steps)
    if (!isDeepStrictEqual(facts.counts, live)) throw new BrokenCopy('copy and book differ in their counts')
    syncFile(temp)
    const pool = backupStore(place.folder)
    const lost = await copyFiles(facts.files, place.own_files, pool, pool.seems)
    const record: BackupRecord = {
      name,
      sequence: (readRecords(place.folder)[0]?.sequence ?? 0) + 1,
      made_at: made_at.toISOString(),
      reason,
      bytes: statSync(temp).size,
      sha256: await digestOf(temp),
      version: facts.version,
      app_version: place.app_version,
      counts: facts.counts,
      files: { count: facts.files.length, lost: lost.length },
    }
    // The record goes first: a file with a name always has one, so a crash in between leaves nothing unproven.
    await writeManifest(place.folder, name, facts.files)
    await writeRecord(place.folder, record)
    await moveOver(temp, join(place.folder, name))
    return record
  } catch (error) {
    removeDatabase(temp)
    removeBackup(place.folder, name)
    throw error
  }
}

/** The change that is running is waited for and comes along. Answers the book's counts in the moment of the copy. */
async function copyBook(book: OpenDatabase, path: string): Promise<Record<string, number>> {
  const isInMemory = await alone(book, () => book.sqlite.memory)
  if (!isInMemory) return runAside({ kind: 'copy', path: book.path, to: path })
  rmSync(path, { force: true })
  return alone(book, () => {
    book.sqlite.prepare('VACUUM INTO ?').run(path)
    return countRows(book.sqlite)
  })
}

/** Only backups that can be restored count, so rotten ones never push out good ones. */
export async function keepNewest(folder: string): Promise<void> {
  const usable: BackupRecord[] = []
  for (const record of readRecords(folder)) {
    if ((await troubleOf(folder, record)) === null) usable.push(record)
  }
  const daily = usable.filter((record) => record.reason === 'daily')
  const others = usable.filter((record) => record.reason !== 'daily')
  for (const { name } of [...daily.slice(kept_daily), ...others.slice(kept_others)]) {
    try {
      removeBackup(folder, name)
    } catch (error) {
      // One too many is no harm: the new backup is made all the same, and the next one tries again.
      logTrouble(error)
    }
  }
}
