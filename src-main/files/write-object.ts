// One file into the store: whole and forced to the disk, or not there at all.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, type FileHandle, mkdir, open, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { largest_file_bytes, sizeText } from '../../src-shared/files.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { digestOf, moveOver, syncFolder } from '../database/durable-file.ts'
import type { StoredObject } from './file-store.ts'
import { media_head_bytes, mediaOf } from './media-of.ts'

/** `name` only for what is said when it fails. */
export interface ObjectSource {
  name: string
  size: number
  source: { path: string } | { bytes: Uint8Array }
}

/** Bytes that stay free for the book itself. */
const reserve_bytes = 200 * 1024 * 1024

/**
 * Read once, written beside under a name of its own while it is hashed, forced to the disk, read back, protected
 * against writing, and only then given its name: whenever this is cut off, the object is whole or is not there.
 */
export async function writeObject(
  folder: string,
  source: ObjectSource,
  pathOf: (digest: string) => string,
  wanted?: string,
): Promise<StoredObject> {
  const temp = join(folder, 'tmp', randomUUID())
  await mkdir(dirname(temp), { recursive: true })
  await expectSpace(folder, source)
  try {
    const stored = await copyIn(source, temp)
    if (wanted !== undefined && stored.digest !== wanted) throw new OtherContent(wanted)
    if ((await digestOf(temp)) !== stored.digest) throw notKept(source.name)
    await chmod(temp, 0o444)
    await giveName(temp, pathOf(stored.digest), stored.digest)
    return stored
  } finally {
    await rm(temp, { force: true })
  }
}

/** What was to be copied is no longer what its digest says. */
export class OtherContent extends Error {
  constructor(wanted: string) {
    super(`the content of object ${wanted.slice(0, 12)} is another one`)
    this.name = 'OtherContent'
  }
}

async function copyIn({ name, source }: ObjectSource, temp: string): Promise<StoredObject> {
  const file = await open(temp, 'wx')
  try {
    const stored = await copyAndHash(name, source, file)
    await file.sync()
    return stored
  } finally {
    await file.close()
  }
}

async function copyAndHash(
  name: string,
  source: ObjectSource['source'],
  file: FileHandle,
): Promise<StoredObject> {
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  const chunks: AsyncIterable<Buffer> | Buffer[] =
    'path' in source
      ? createReadStream(source.path, { highWaterMark: media_head_bytes })
      : [Buffer.from(source.bytes)]
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > largest_file_bytes) throw tooLarge(name)
    if (head.length < media_head_bytes) head = Buffer.concat([head, chunk]).subarray(0, media_head_bytes)
    hash.update(chunk)
    await file.writeFile(chunk)
  }
  if (size === 0) throw empty(name)
  return { digest: hash.digest('hex'), size, media: mediaOf(head) }
}

/** The same content is there already, mostly sound; one that was damaged since is replaced by the good one. */
async function giveName(temp: string, path: string, digest: string): Promise<void> {
  if (await isThere(path)) {
    if ((await digestOf(path)) === digest) return
    await chmod(path, 0o600)
  } else if ((await mkdir(dirname(path), { recursive: true })) !== undefined) {
    syncFolder(dirname(dirname(path)))
  }
  await moveOver(temp, path)
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function expectSpace(folder: string, { name, size }: ObjectSource): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= size + reserve_bytes) return
  throw new UserProblem({
    code: 'disk_full',
    message: `磁盘只剩 ${sizeText(free)}，放不下“${name}”（${sizeText(size)}）。`,
    next: `请清理磁盘（放好以后至少还要留出 ${sizeText(reserve_bytes)}），然后再试一次。`,
  })
}

function tooLarge(name: string): UserProblem {
  return new UserProblem({
    code: 'file_too_large',
    message: `“${name}”超过了 ${sizeText(largest_file_bytes)} 的上限。`,
    next: '请压缩或拆分后再放入。',
  })
}

function empty(name: string): UserProblem {
  return new UserProblem({
    code: 'file_empty',
    message: `“${name}”是一个空文件，里面没有内容。`,
    next: '请检查这个文件，换成有内容的再放入。',
  })
}

function notKept(name: string): UserProblem {
  return new UserProblem({
    code: 'disk_trouble',
    message: `“${name}”写到磁盘上再读回来时内容变了，没有保存。`,
    next: '磁盘可能有坏道，请尽快备份到别的磁盘，并请维护人员检查。',
  })
}
