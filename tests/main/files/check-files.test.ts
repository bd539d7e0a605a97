import { chmodSync, copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { checkSlice } from '../../../src-main/files/check-files.ts'
import { checkSomeFiles } from '../../../src-main/files/check-some-files.ts'
import { createFileStore, type FileStore } from '../../../src-main/files/file-store.ts'
import { neededFiles } from '../../../src-main/files/needed-files.ts'
import { removePhoto } from '../../../src-main/staff/photos.ts'
import type { FileTrouble } from '../../../src-shared/files.ts'
import { addPersonWithPhoto, photoBytes } from '../../helpers/add-photo.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { randomNumbers } from '../../helpers/random-numbers.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

async function checkAll(book: TestBook, store: FileStore, bytes = 1000): Promise<FileTrouble[]> {
  const troubles: FileTrouble[] = []
  let after: string | null = ''
  while (after !== null) {
    const slice: Awaited<ReturnType<typeof checkSlice>> = await checkSlice(book, store, { after, bytes })
    troubles.push(...slice.troubles)
    after = slice.next
  }
  return troubles
}

describe('the check of all files', () => {
  it('goes through every object once, a slice at a time', async () => {
    const book = await openTestBook()
    const store = createFileStore(tempFolder())
    for (const name of ['张三', '李四', '王五']) await addPersonWithPhoto(book, book.clock, store, name)
    const all = neededFiles(book.sqlite)
    const first = await checkSlice(book, store, { after: '', bytes: 500 })
    expect(first).toEqual({ done: 2, total: 3, bytes: 1200, next: all[1]?.digest, troubles: [] })
    const last = await checkSlice(book, store, { after: first.next ?? '', bytes: 500 })
    expect(last).toEqual({ done: 3, total: 3, bytes: 1200, next: null, troubles: [] })
  })

  it('names the file, its record and what is wrong', async () => {
    const book = await openTestBook()
    const store = createFileStore(tempFolder())
    const lost = await addPersonWithPhoto(book, book.clock, store, '张三')
    const cut = await addPersonWithPhoto(book, book.clock, store, '李四', photoBytes('李四', 4096))
    rmSync(store.pathOf(lost.digest))
    chmodSync(store.pathOf(cut.digest), 0o600)
    truncateSync(store.pathOf(cut.digest), 1024)
    const troubles = await checkAll(book, store)
    expect(troubles.sort((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
      { digest: lost.digest, name: '张三.jpg', records: ['人员 张三 的照片'], words: '文件不见了。' },
      {
        digest: cut.digest,
        name: '李四.jpg',
        records: ['人员 李四 的照片'],
        words: '内容不完整或被换过：应为 4 KB，现在是 1 KB。',
      },
    ])
  })

  it('looks at what only undo would bring back, and undo finds it', async () => {
    const book = await openTestBook()
    const store = createFileStore(tempFolder())
    const { digest, staff_id } = await addPersonWithPhoto(book, book.clock, store, '张三')
    await book.change((change) => removePhoto(change, staff_id))
    const removal = book.sqlite.prepare('SELECT max(id) FROM changes').pluck().get() as number
    expect(book.sqlite.prepare('SELECT count(*) FROM files').pluck().get()).toBe(0)
    expect(neededFiles(book.sqlite)).toEqual([{ digest, size: 400, name: '张三.jpg' }])
    await undoChange(book, book.clock, removal)
    expect(await checkAll(book, store)).toEqual([])
    expect(book.sqlite.prepare('SELECT digest FROM files').pluck().all()).toEqual([digest])
  })

  it('takes a part at each start and goes on there at the next', async () => {
    const book = await openTestBook()
    const store = createFileStore(tempFolder())
    const { digest } = await addPersonWithPhoto(book, book.clock, store, '张三')
    expect(await checkSomeFiles(book, store)).toBeNull()
    expect(readFileSync(join(store.folder, 'check.json'), 'utf8')).toBe('{"after":""}')
    rmSync(store.pathOf(digest))
    expect(await checkSomeFiles(book, store)).toEqual({
      code: 'files_damaged',
      message: '检查发现 1 个附件有损坏或不见了。',
      details: ['人员 张三 的照片：“张三.jpg”文件不见了。'],
      next: '请到“备份与恢复”检查附件，能从备份取回的可以当场取回。',
    })
    writeFileSync(join(store.folder, 'check.json'), '{"after": "../../x"}')
    expect((await checkSomeFiles(book, store))?.code).toBe('files_damaged')
  })
})

it('finds every one of 1,000 flipped bytes, truncations, swaps and losses, and accuses nothing else', {
  timeout: 120_000,
}, async () => {
  const book = await openTestBook()
  const store = createFileStore(tempFolder())
  const sound = new Map<string, Buffer>()
  for (let nth = 0; nth < 40; nth += 1) {
    const bytes = photoBytes(`人员${nth}`, 300 + nth * 97)
    const { digest } = await addPersonWithPhoto(book, book.clock, store, `人员${nth}`, bytes)
    sound.set(digest, bytes)
    chmodSync(store.pathOf(digest), 0o600)
  }
  const digests = [...sound.keys()]
  const random = randomNumbers(20_261_122)
  const pick = () => digests[Math.floor(random() * digests.length)] as string
  const restore = (digest: string) => writeFileSync(store.pathOf(digest), sound.get(digest) as Buffer)
  for (let nth = 0; nth < 1000; nth += 1) {
    const kind = nth % 4
    const one = pick()
    let other = pick()
    while (other === one) other = pick()
    const path = store.pathOf(one)
    const bytes = Buffer.from(sound.get(one) as Buffer)
    const at = Math.floor(random() * bytes.length)
    if (kind === 0) {
      bytes[at] = (bytes[at] as number) ^ (1 + Math.floor(random() * 255))
      writeFileSync(path, bytes)
    } else if (kind === 1) {
      truncateSync(path, at)
    } else if (kind === 2) {
      copyFileSync(store.pathOf(other), path)
      writeFileSync(store.pathOf(other), bytes)
    } else {
      rmSync(path)
    }
    const harmed = kind === 2 ? [one, other] : [one]
    const found = await Promise.all(
      digests.map(async (digest) => {
        const size = sound.get(digest)?.length ?? 0
        return { digest, state: (await store.examine({ digest, size })).state }
      }),
    )
    const accused = found.filter(({ state }) => state !== 'sound').map(({ digest }) => digest)
    expect([nth, accused.sort()]).toEqual([nth, harmed.sort()])
    if (nth % 50 === 0) {
      const troubles = await checkAll(book, store, 100_000)
      expect(troubles.map(({ digest }) => digest).sort()).toEqual(harmed.sort())
      expect(troubles.every(({ records }) => /^人员 人员\d+ 的照片$/.test(records[0] ?? ''))).toBe(true)
    }
    for (const digest of harmed) restore(digest)
  }
})
