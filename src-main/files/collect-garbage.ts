import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileStore, nothingThere } from './file-store.ts'

const day_ms = 86_400_000
/** A file is in the store before its row is written: what came in lately may still get one. */
const young_ms = day_ms
/** How long the trash is kept. */
const trash_ms = 30 * day_ms

function trashPath(store: FileStore, digest: string): string {
  return join(store.folder, 'trash', digest)
}

/**
 * Moves objects that nothing needs into the trash, and empties the trash of what has lain there for long. `isNeeded`
 * must know the rows, the audit trail and every backup. Answers how many were moved.
 */
export async function collectGarbage(
  store: FileStore,
  isNeeded: (digest: string) => boolean,
  now: Date,
): Promise<number> {
  let moved = 0
  for (const digest of await store.list()) {
    if (isNeeded(digest) || (await ageOf(store.pathOf(digest), now)) < young_ms) continue
    await mkdir(join(store.folder, 'trash'), { recursive: true })
    await rename(store.pathOf(digest), trashPath(store, digest))
    await utimes(trashPath(store, digest), now, now)
    moved += 1
  }
  for (const name of (await readdir(join(store.folder, 'trash')).catch(nothingThere)) ?? []) {
    const path = join(store.folder, 'trash', name)
    if ((await ageOf(path, now)) > trash_ms) await rm(path, { force: true })
  }
  return moved
}

/** Brings an object back from the trash; false when it is not there. */
export async function takeFromTrash(store: FileStore, digest: string): Promise<boolean> {
  const path = trashPath(store, digest)
  const found = await stat(path).catch(nothingThere)
  if (found === null) return false
  await store.put({ name: digest, size: found.size, source: { path } }, digest)
  await rm(path, { force: true })
  return true
}

async function ageOf(path: string, now: Date): Promise<number> {
  const found = await stat(path).catch(nothingThere)
  return found === null ? 0 : now.getTime() - found.mtimeMs
}
