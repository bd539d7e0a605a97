import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeChange } from '../../../src-main/database/change.ts'
import { createFileStore } from '../../../src-main/files/file-store.ts'
import { removePhoto } from '../../../src-main/staff/photos.ts'
import { addPersonWithPhoto } from '../../helpers/add-photo.ts'
import { clockOn, namesIn, startIn, startReady } from '../../helpers/open-test-books.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const clock = clockOn('2026-11-18')

async function startWithPhotos(names: string[], folder = tempFolder()) {
  const { books, backups } = await startReady(folder, { clock })
  const photos = []
  for (const name of names) photos.push(await addPersonWithPhoto(books.own(), clock, books.ownFiles(), name))
  return {
    folder,
    books,
    backups,
    photos,
    store: books.ownFiles(),
    pool: createFileStore(join(backups.folder, 'files')),
  }
}

describe('a backup of a book with files', () => {
  it('holds them in a store that all backups share, and lists them as sha256sum reads it', async () => {
    const { books, backups, photos, pool } = await startWithPhotos(['张三', '李四'])
    const digests = photos.map(({ digest }) => digest).sort()
    const first = await backups.make('manual')
    expect(first.files).toEqual({ count: 2, missing: 0 })
    const second = await backups.make('manual')
    expect((await pool.list()).sort()).toEqual(digests)
    const manifest = join(backups.folder, second.name.replace('.db', '.sha256'))
    expect(readFileSync(manifest, 'utf8')).toBe(
      digests.map((digest) => `${digest}  files/objects/${digest.slice(0, 2)}/${digest}\n`).join(''),
    )
    expect((await backups.list()).map(({ files }) => files)).toEqual([
      { count: 2, missing: 0 },
      { count: 2, missing: 0 },
    ])
    await books.close()
  })

  it('has copies of its own: a damage of the one does not reach the other', async () => {
    const { books, backups, photos, store, pool } = await startWithPhotos(['张三'])
    const [photo] = photos
    if (!photo) throw new Error('No photo')
    await backups.make('manual')
    chmodSync(store.pathOf(photo.digest), 0o600)
    truncateSync(store.pathOf(photo.digest), 3)
    expect(await pool.examine(photo)).toEqual({ state: 'sound' })
    expect(await backups.mendFiles([photo.digest])).toEqual({ mended: 1 })
    expect(await store.examine(photo)).toEqual({ state: 'sound' })
    await books.close()
  })

  it('is made even when a file is damaged or lost, and says how many are missing', async () => {
    const { books, backups, photos, store } = await startWithPhotos(['张三', '李四', '王五'])
    const [lost, bent] = photos
    if (!lost || !bent) throw new Error('No photos')
    rmSync(store.pathOf(lost.digest))
    chmodSync(store.pathOf(bent.digest), 0o600)
    writeFileSync(store.pathOf(bent.digest), 'x'.repeat(bent.size))
    expect((await backups.make('manual')).files).toEqual({ count: 3, missing: 2 })
    expect((await backups.list())[0]?.files).toEqual({ count: 3, missing: 2 })
    await books.close()
  })
})

describe('restoring a book with files', () => {
  it('brings back files that were lost or damaged since', async () => {
    const { folder, books, backups, photos, store } = await startWithPhotos(['张三', '李四'])
    const backup = await backups.make('manual')
    const [one, other] = photos
    if (!one || !other) throw new Error('No photos')
    rmSync(store.pathOf(one.digest))
    chmodSync(store.pathOf(other.digest), 0o600)
    truncateSync(store.pathOf(other.digest), 10)
    await makeChange(books.own(), clock, { method: 'test' }, (change) => removePhoto(change, one.staff_id))
    expect((await backups.restore(backup.name)).lost).toEqual([])
    expect(await store.examine(one)).toEqual({ state: 'sound' })
    expect(await store.examine(other)).toEqual({ state: 'sound' })
    expect(books.own().sqlite.prepare('SELECT count(*) FROM staff_photos').pluck().get()).toBe(2)
    await books.close()
    expect(readdirSync(folder).sort()).toEqual(['backups', 'duty-ledger.db', 'files'])
  })

  it('names what neither the store nor the backup has whole', async () => {
    const { books, backups, photos, store, pool } = await startWithPhotos(['张三', '李四'])
    const backup = await backups.make('manual')
    const [one] = photos
    if (!one) throw new Error('No photo')
    rmSync(store.pathOf(one.digest))
    rmSync(pool.pathOf(one.digest))
    expect((await backups.list())[0]?.files).toEqual({ count: 2, missing: 1 })
    const { lost } = await backups.restore(backup.name)
    expect(lost).toEqual([
      {
        digest: one.digest,
        name: '张三.jpg',
        records: ['人员 张三 的照片'],
        words: '文件不见了或已损坏，备份里也没有完好的。',
      },
    ])
    expect(namesIn(books.own())).toEqual(['张三', '李四'])
    await books.close()
  })

  it('works on a new PC from the copied backup folder alone', async () => {
    const { books, backups, photos } = await startWithPhotos(['张三'])
    const backup = await backups.make('manual')
    await books.close()
    const there = tempFolder()
    const fresh = await startReady(there, { clock })
    cpSync(backups.folder, fresh.backups.folder, { recursive: true })
    expect((await fresh.backups.restore(backup.name)).lost).toEqual([])
    const [photo] = photos
    if (!photo) throw new Error('No photo')
    expect(await fresh.books.ownFiles().examine(photo)).toEqual({ state: 'sound' })
    await fresh.books.close()
  })

  it('from a stopped start brings the files back too', async () => {
    const { folder, books, backups, photos, store } = await startWithPhotos(['张三'])
    const backup = await backups.make('manual')
    await books.close()
    const [photo] = photos
    if (!photo) throw new Error('No photo')
    rmSync(store.pathOf(photo.digest))
    writeFileSync(join(folder, 'duty-ledger.db'), 'not a database at all')
    const stopped = await startIn(folder, { clock })
    if (stopped.state !== 'stopped') throw new Error('It started')
    const again = await stopped.restore(backup.name)
    expect(again.state).toBe('ready')
    expect(await store.examine(photo)).toEqual({ state: 'sound' })
    if (again.state === 'ready') await again.books.close()
  })
})

describe('putting aside', () => {
  it('touches nothing that the book, its audit trail or a backup needs', async () => {
    const { books, backups, photos, store, folder } = await startWithPhotos(['张三', '李四'])
    await backups.make('manual')
    const [gone] = photos
    if (!gone) throw new Error('No photo')
    await makeChange(books.own(), clock, { method: 'test' }, (change) => removePhoto(change, gone.staff_id))
    const orphan = await store.put({ name: '没有记录', size: 3, source: { bytes: Buffer.from('abc') } })
    await books.close()
    const later = clockOn('2099-01-01')
    const again = await startReady(folder, { clock: later })
    expect(await again.afterFirstScreen()).toBeNull()
    const kept = await again.books.ownFiles().list()
    expect(kept.sort()).toEqual(photos.map(({ digest }) => digest).sort())
    expect(existsSync(join(folder, 'files', 'trash', orphan.digest))).toBe(true)
    expect((await again.backups.list()).map(({ files }) => files.missing)).toEqual([0, 0])
    await again.books.close()
  })
})
