// The bytes of files, each once, under the digest of its content: `objects/ab/abcd…`. A name never becomes a path.
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../database/durable-file.ts'
import type { Media } from './media-of.ts'
import { type ObjectSource, writeObject } from './write-object.ts'

/** What is known of an object without a look at it. */
export interface ObjectId {
  digest: string
  size: number
}

export interface StoredObject extends ObjectId {
  media: Media
}

/** How an object is found: as it was stored, not there, other bytes, or the disk does not give it. */
export type Condition =
  | { state: 'sound' }
  | { state: 'missing' }
  | { state: 'changed'; size: number }
  | { state: 'unreadable'; code: string }

export interface FileStore {
  readonly folder: string
  /** Durable when it answers; the row that points at it is written only then. `wanted` is a digest it must have. */
  put(source: ObjectSource, wanted?: string): Promise<StoredObject>
  pathOf(digest: string): string
  read(digest: string): Promise<Buffer>
  /** Reads the object from end to end. */
  examine(object: ObjectId): Promise<Condition>
  /** Only whether it is there in its size. */
  seems(object: ObjectId): Promise<boolean>
  /** Every object that lies in the store. */
  list(): Promise<string[]>
  /** What a crash left half written. */
  sweep(): Promise<void>
}

const digest_pattern = /^[0-9a-f]{64}$/

export function isDigest(text: string): boolean {
  return digest_pattern.test(text)
}

export function createFileStore(folder: string): FileStore {
  const pathOf = (digest: string) => {
    if (!isDigest(digest)) throw new Error('An object is asked for by something that is no digest')
    return join(folder, 'objects', digest.slice(0, 2), digest)
  }
  return {
    folder,
    put: (source, wanted) => writeObject(folder, source, pathOf, wanted),
    pathOf,
    read: (digest) => readFile(pathOf(digest)),
    examine: ({ digest, size }) => examine(pathOf(digest), digest, size),
    async seems({ digest, size }) {
      const found = await stat(pathOf(digest)).catch(nothingThere)
      return found?.size === size
    },
    list: () => listObjects(join(folder, 'objects')),
    sweep: () => rm(join(folder, 'tmp'), { recursive: true, force: true }),
  }
}

async function examine(path: string, digest: string, size: number): Promise<Condition> {
  try {
    const found = await stat(path)
    if (found.size !== size || (await digestOf(path)) !== digest) {
      return { state: 'changed', size: found.size }
    }
    return { state: 'sound' }
  } catch (error) {
    const code = codeOf(error)
    if (code === null) throw error
    return code === 'ENOENT' ? { state: 'missing' } : { state: 'unreadable', code }
  }
}

async function listObjects(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { recursive: true }).catch(nothingThere)) ?? []
  return entries.map((entry) => entry.slice(-64)).filter(isDigest)
}

export function nothingThere(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
