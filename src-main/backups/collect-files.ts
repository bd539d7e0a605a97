import { alone, type OpenDatabase } from '../database/open-database.ts'
import { collectGarbage } from '../files/collect-garbage.ts'
import { neededFiles } from '../files/needed-files.ts'
import { readRecords } from './backup-file.ts'
import { backupStore, readManifest } from './backup-store.ts'
import type { BackupPlace } from './write-backup.ts'

/**
 * Puts aside what neither the book with its audit trail nor any backup needs: files whose record was never saved, and
 * those of backups that are gone. In the backups' own store only the backups count.
 */
export async function collectFiles(book: OpenDatabase, place: BackupPlace): Promise<void> {
  const { folder, own_files, clock } = place
  const kept = await filesOfBackups(folder)
  if (kept === null) return
  const needed = new Set((await alone(book, () => neededFiles(book.sqlite))).map(({ digest }) => digest))
  await collectGarbage(own_files, (digest) => needed.has(digest) || kept.has(digest), clock.now())
  await collectGarbage(backupStore(folder), (digest) => kept.has(digest), clock.now())
}

/** Every object that any backup names; null when a manifest is not there, and nothing may be thought unneeded. */
async function filesOfBackups(folder: string): Promise<Set<string> | null> {
  const all = new Set<string>()
  for (const { name, files } of readRecords(folder)) {
    if (files.count === 0) continue
    const manifest = await readManifest(folder, name)
    if (manifest === null || manifest.length !== files.count) return null
    for (const digest of manifest) all.add(digest)
  }
  return all
}
