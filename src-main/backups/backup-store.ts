// The files that belong to a backup: in a store of their own beside the backups, shared by all of them, so that a
// daily backup copies only what is new. A manifest beside each backup lists them as `sha256sum -c` reads it.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserProblem } from '../../src-shared/problem.ts'
import { moveOver, syncFile } from '../database/durable-file.ts'
import { codeOf, createFileStore, type FileStore, nothingThere } from '../files/file-store.ts'
import type { NeededFile } from '../files/needed-files.ts'
import { OtherContent } from '../files/write-object.ts'
import { logTrouble } from '../log.ts'

export function backupStore(folder: string): FileStore {
  return createFileStore(join(folder, 'files'))
}

export function manifestPath(folder: string, backup_name: string): string {
  return join(folder, backup_name.replace(/\.db$/, '.sha256'))
}

/**
 * Copies what `to` does not have yet, checked on the way; answers what could not be had. A damaged file or a full disk
 * must not cost the backup of the book itself, so nothing is thrown for them.
 */
export async function copyFiles(
  files: readonly NeededFile[],
  from: FileStore,
  to: FileStore,
  isThere: (file: NeededFile) => Promise<boolean>,
): Promise<NeededFile[]> {
  const lost: NeededFile[] = []
  for (const file of files) {
    if (await isThere(file)) continue
    try {
      await to.put(
        { name: file.name, size: file.size, source: { path: from.pathOf(file.digest) } },
        file.digest,
      )
    } catch (error) {
      if (!isOutside(error)) throw error
      logTrouble(error)
      lost.push(file)
    }
  }
  return lost
}

function isOutside(error: unknown): boolean {
  return error instanceof OtherContent || error instanceof UserProblem || codeOf(error) !== null
}

export async function writeManifest(
  folder: string,
  backup_name: string,
  files: readonly NeededFile[],
): Promise<void> {
  if (files.length === 0) return
  const path = manifestPath(folder, backup_name)
  const lines = files.map(({ digest }) => `${digest}  files/objects/${digest.slice(0, 2)}/${digest}\n`)
  await writeFile(`${path}.tmp`, lines.join(''))
  syncFile(`${path}.tmp`)
  await moveOver(`${path}.tmp`, path)
}

/** The digests of a backup's files; null when it has no manifest. */
export async function readManifest(folder: string, backup_name: string): Promise<string[] | null> {
  const text = await readFile(manifestPath(folder, backup_name), 'utf8').catch(nothingThere)
  return text === null ? null : text.split('\n').flatMap((line) => /^[0-9a-f]{64}/.exec(line)?.[0] ?? [])
}
