import { alone, type OpenDatabase } from '../database/open-database.ts'
import { takeFromTrash } from '../files/collect-garbage.ts'
import { type NeededFile, neededFiles } from '../files/needed-files.ts'
import { backupStore, copyFiles } from './backup-store.ts'
import type { BackupPlace } from './write-backup.ts'

/**
 * Sees to it that every file a book needs lies whole in its store, from the backups where it does not. Nothing that is
 * there is taken away, so this may come before the book itself is replaced. Answers what could not be had.
 */
export function bringFilesBack(files: readonly NeededFile[], place: BackupPlace): Promise<NeededFile[]> {
  const { folder, own_files } = place
  const isSound = async (file: NeededFile) =>
    (await own_files.examine(file)).state === 'sound' || takeFromTrash(own_files, file.digest)
  return copyFiles(files, backupStore(folder), own_files, isSound)
}

export async function mendFiles(
  book: OpenDatabase,
  place: BackupPlace,
  digests: readonly string[],
): Promise<{ mended: number }> {
  const wanted = new Set(digests)
  const needed = await alone(book, () => neededFiles(book.sqlite))
  const damaged = needed.filter(({ digest }) => wanted.has(digest))
  const lost = await bringFilesBack(damaged, place)
  return { mended: damaged.length - lost.length }
}
