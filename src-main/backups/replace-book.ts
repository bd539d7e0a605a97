// Restoring: the backup is copied, proven and brought up to date beside the book; only a finished file takes its place.
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'better-sqlite3'
import {
  digestOf,
  moveOver,
  removeDatabase,
  sidecars,
  syncFile,
  syncFolder,
} from '../database/durable-file.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open-database.ts'
import type { BackupRecord } from './backup-file.ts'
import { BrokenCopy, type CopyFacts, examineCopy } from './examine-copy.ts'
import type { BackupPlace } from './write-backup.ts'

/** The replacement of a book file while it is being made. */
export function replacementPath(book_path: string): string {
  return `${book_path}.tmp`
}

/** Folds the write-ahead log into the file and does without one; refused (BUSY) while somebody else has it open. */
export function leaveLog(sqlite: Database): void {
  const mode = sqlite.pragma('journal_mode = DELETE', { simple: true })
  if (mode !== 'delete') throw new Error(`SQLite stays in journal mode ${String(mode)}`)
}

/** Leaves a proven, migrated, closed copy of the backup at `replacementPath(book_path)`. */
export async function prepareReplacement(
  record: BackupRecord,
  place: BackupPlace,
  book_path: string,
): Promise<CopyFacts> {
  const copy = replacementPath(book_path)
  removeDatabase(copy)
  try {
    copyFileSync(join(place.folder, record.name), copy)
    // A backup that was protected against writing gives a protected copy.
    chmodSync(copy, 0o600)
    if ((await digestOf(copy)) !== record.sha256)
      throw new BrokenCopy('copy and record differ in their digests')
    const found = await examineCopy(copy, place.steps)
    if (!isDeepStrictEqual(found.counts, record.counts)) {
      throw new BrokenCopy('copy and record differ in their counts')
    }
    const book = openDatabase(copy)
    try {
      migrate(book.sqlite, place.steps)
      leaveLog(book.sqlite)
    } finally {
      await book.close()
    }
    const facts = await examineCopy(copy, place.steps)
    syncFile(copy)
    return facts
  } catch (error) {
    removeDatabase(copy)
    throw error
  }
}

/**
 * Puts a closed replacement in the place of a closed book. A write-ahead log left beside the book would be applied
 * to the new file (reliability.md §0.10), so logs go first and the rename comes last, each forced to the disk:
 * whenever this is cut off, the book is wholly the old one or wholly the new one. That holds because a sound book
 * was folded into its file before (`leaveLog`); for any other, `aside` names a copy of file and log made first.
 */
export async function putInPlace(book_path: string, aside: string | null): Promise<void> {
  if (aside !== null) keepAside(book_path, aside)
  for (const end of sidecars) rmSync(book_path + end, { force: true })
  syncFolder(dirname(book_path))
  await moveOver(replacementPath(book_path), book_path)
}

function keepAside(book_path: string, aside: string): void {
  for (const end of ['', ...sidecars]) {
    if (!existsSync(book_path + end)) continue
    copyFileSync(book_path + end, aside + end)
    syncFile(aside + end)
  }
  syncFolder(dirname(aside))
}
