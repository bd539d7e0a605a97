import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFileStore } from '../../../src-main/files/file-store.ts'
import { OtherContent } from '../../../src-main/files/write-object.ts'
import { toProblem } from '../../../src-main/to-problem.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

afterEach(() => vi.restoreAllMocks())

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const fromBytes = (bytes: Uint8Array, name = '材料.bin') => ({ name, size: bytes.length, source: { bytes } })

function everyFile(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('putting a file into the store', () => {
  it('keeps the bytes under their digest, once, protected against writing', async () => {
    const store = createFileStore(tempFolder())
    const bytes = randomBytes(200_000)
    const path = join(tempFolder(), '扫描件.dat')
    writeFileSync(path, bytes)
    const digest = digestOf(bytes)
    const stored = { digest, size: 200_000, media: 'other' }
    expect(await store.put({ name: '扫描件.dat', size: 200_000, source: { path } })).toEqual(stored)
    expect(await store.put(fromBytes(bytes, '另一个名字.dat'))).toEqual(stored)
    expect(everyFile(store.folder)).toEqual([digest])
    expect(store.pathOf(digest)).toBe(join(store.folder, 'objects', digest.slice(0, 2), digest))
    expect(statSync(store.pathOf(digest)).mode & 0o222).toBe(0)
    expect(await store.read(digest)).toEqual(bytes)
    expect(await store.examine({ digest, size: 200_000 })).toEqual({ state: 'sound' })
    expect(await store.list()).toEqual([digest])
  })

  it('mends an object that was damaged since, when its content is put in again', async () => {
    const store = createFileStore(tempFolder())
    const bytes = randomBytes(5000)
    const { digest, size } = await store.put(fromBytes(bytes))
    chmodSync(store.pathOf(digest), 0o600)
    truncateSync(store.pathOf(digest), 100)
    expect(await store.examine({ digest, size })).toEqual({ state: 'changed', size: 100 })
    expect(await store.seems({ digest, size })).toBe(false)
    await store.put(fromBytes(bytes))
    expect(await store.examine({ digest, size })).toEqual({ state: 'sound' })
  })

  it('refuses content that is not the wanted one, an empty file, and a path that is no digest', async () => {
    const store = createFileStore(tempFolder())
    const other = store.put(fromBytes(randomBytes(10)), digestOf(Buffer.from('x')))
    await expect(other).rejects.toThrow(OtherContent)
    expect(await problemOf(store.put(fromBytes(new Uint8Array(0), '空.txt')))).toMatchObject({
      code: 'file_empty',
      message: '“空.txt”是一个空文件，里面没有内容。',
    })
    expect(() => store.pathOf('../../../etc/passwd')).toThrow('no digest')
    expect(everyFile(store.folder)).toEqual([])
  })

  it('asks for room before it writes', async () => {
    const store = createFileStore(tempFolder())
    const problem = await problemOf(
      store.put({ name: '大.iso', size: 2 ** 60, source: { path: '/dev/zero' } }),
    )
    expect(problem).toMatchObject({ code: 'disk_full', next: expect.stringContaining('200 MB') })
    expect(problem.message).toMatch(/^磁盘只剩 .+，放不下“大.iso”（.+）。$/)
  })
})

describe('a disk that fails', () => {
  /** What every open file is made of. */
  async function fileHandles() {
    const file = await open(join(tempFolder(), 'probe'), 'w')
    await file.close()
    return Object.getPrototypeOf(file) as { writeFile(): Promise<void>; sync(): Promise<void> }
  }

  it.each([
    ['writeFile', 'ENOSPC', 'disk_full'],
    ['writeFile', 'EIO', 'disk_trouble'],
    ['sync', 'EIO', 'disk_trouble'],
  ] as const)('in %s with %s leaves nothing behind and is told as %s', async (step, code, told) => {
    const store = createFileStore(tempFolder())
    const failing = vi
      .spyOn(await fileHandles(), step)
      .mockRejectedValueOnce(Object.assign(new Error('injected'), { code }))
    const error = await store.put(fromBytes(randomBytes(1000))).catch((thrown: unknown) => thrown)
    expect(failing).toHaveBeenCalledTimes(1)
    expect(toProblem(error).code).toBe(told)
    expect(everyFile(store.folder)).toEqual([])
    failing.mockRestore()
    await store.put(fromBytes(randomBytes(1000)))
    expect(everyFile(store.folder)).toHaveLength(1)
  })

  it('that gives back other bytes than were written is noticed before the object has a name', async () => {
    const store = createFileStore(tempFolder())
    const handles = await fileHandles()
    const sync = handles.sync
    const spoiling = vi.spyOn(handles, 'sync').mockImplementationOnce(async function (this: unknown) {
      await Reflect.apply(sync, this, [])
      const [temp = ''] = readdirSync(join(store.folder, 'tmp'))
      const path = join(store.folder, 'tmp', temp)
      const bytes = readFileSync(path)
      bytes[7] = (bytes[7] ?? 0) ^ 1
      writeFileSync(path, bytes)
    })
    expect(await problemOf(store.put(fromBytes(randomBytes(1000), '聘书.pdf')))).toMatchObject({
      message: '“聘书.pdf”写到磁盘上再读回来时内容变了，没有保存。',
    })
    expect(spoiling).toHaveBeenCalledTimes(1)
    expect(everyFile(store.folder)).toEqual([])
  })
})

it('sweeps what a crash left half written, and nothing else', async () => {
  const store = createFileStore(tempFolder())
  const { digest } = await store.put(fromBytes(randomBytes(100)))
  writeFileSync(join(store.folder, 'tmp', 'half'), 'x')
  await store.sweep()
  expect(existsSync(join(store.folder, 'tmp'))).toBe(false)
  expect(everyFile(store.folder)).toEqual([digest])
})
