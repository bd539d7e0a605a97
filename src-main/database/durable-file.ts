// Files that must be whole or not there at all: written beside, forced to the disk, then renamed.
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** What SQLite keeps beside a database file. */
export const sidecars = ['-wal', '-shm', '-journal'] as const

/** Forces what was written to the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes new, renamed and removed names last through a power cut. Windows does not open folders; NTFS logs names. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Renames over what is there. A virus scanner may hold a fresh file for a moment, so it tries ten times. */
export async function moveOver(from: string, to: string): Promise<void> {
  for (let wait_ms = 5; ; wait_ms = Math.min(wait_ms * 2, 250)) {
    try {
      renameSync(from, to)
      break
    } catch (error) {
      if (wait_ms >= 250 || !isHeldByOthers(error)) throw error
      await setTimeout(wait_ms)
    }
  }
  syncFolder(dirname(to))
}

/** Removes a database file with what SQLite keeps beside it; the file first, so that no log is ever left without need. */
export function removeDatabase(path: string): void {
  for (const end of ['', ...sidecars]) rmSync(path + end, { force: true })
}

export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

function isHeldByOthers(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code))
  )
}
