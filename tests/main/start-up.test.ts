import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import type { Migration } from '../../migrations/migration.ts'
import { openDatabase, openReadOnly } from '../../src-main/database/open-database.ts'
import type { Stopped } from '../../src-main/start-up.ts'
import { addPerson, clockOn, namesIn, startIn, startReady } from '../helpers/open-test-books.ts'
import { digestOfFile, tempFolder } from '../helpers/temp-folder.ts'

const clock = clockOn('2026-11-18')
const newest = migrations.length
const next_step: Migration = {
  version: newest + 1,
  words: 'a note for each group',
  up: (db) => db.exec("ALTER TABLE groups ADD COLUMN note TEXT NOT NULL DEFAULT ''"),
}
const broken_step: Migration = {
  version: newest + 2,
  words: 'breaks half-way',
  up(db) {
    db.exec('CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT')
    db.exec('DROP TABLE staff')
    throw new Error('no more')
  },
}

/** A folder with a closed book in which 张三 stands. */
async function folderWithBook(): Promise<{ folder: string; path: string }> {
  const folder = tempFolder()
  const { books } = await startReady(folder)
  await addPerson(books.own(), clock, '张三')
  await books.close()
  return { folder, path: join(folder, 'duty-ledger.db') }
}

async function startStopped(folder: string, more: Parameters<typeof startIn>[1] = {}): Promise<Stopped> {
  const started = await startIn(folder, more)
  if (started.state === 'ready') throw new Error('It started')
  return started
}

describe('a book that is not touched', () => {
  it.each(['folded', 'with a write-ahead log'])('newer than the program, %s', async (state) => {
    const { folder, path } = await folderWithBook()
    const newer = openDatabase(path)
    newer.sqlite.pragma(`user_version = ${newest + 3}`)
    if (state === 'folded') await newer.close()
    else leaveAsKilled(newer.sqlite, path)
    const files = [path, `${path}-wal`].filter((file) =>
      readdirSync(folder).includes(file.slice(folder.length + 1)),
    )
    expect(files).toHaveLength(state === 'folded' ? 1 : 2)
    const before = files.map(digestOfFile)
    const { problem, backups } = await startStopped(folder)
    expect(problem).toEqual({
      code: 'newer_book',
      message: `台账是由更新的程序保存的（数据版本 ${newest + 3}），现在的程序 0.1.0 只能打开数据版本 ${newest} 及以前的台账。`,
      where: path,
      next: '请安装更新的程序后再打开。台账文件没有改动。',
    })
    expect(backups).toEqual([])
    expect(files.map(digestOfFile)).toEqual(before)
  })

  const others: [name: string, code: string, make: (path: string, book: Buffer) => void][] = [
    ['a text file', 'not_a_database', (path) => writeFileSync(path, '我的台账')],
    ['an empty file', 'not_a_database', (path) => writeFileSync(path, '')],
    ['a database of another program', 'foreign_file', makeForeign],
    [
      'a book whose first page is zero',
      'not_a_database',
      (path, book) => writeFileSync(path, book.fill(0, 0, 4096)),
    ],
    [
      'a book whose header is bent',
      'database_damaged',
      (path, book) => writeFileSync(path, book.fill(255, 16, 60)),
    ],
    ['a book cut short', 'database_damaged', (path, book) => writeFileSync(path, book.subarray(0, -5000))],
  ]
  it.each(others)('%s', async (_name, code, make) => {
    const { folder, path } = await folderWithBook()
    make(path, readFileSync(path))
    const before = digestOfFile(path)
    expect((await startStopped(folder)).problem).toMatchObject({ code, where: path })
    expect(digestOfFile(path)).toBe(before)
  })
})

describe('the way out of a damaged book', () => {
  it('is a backup; what lies there is kept with its log, which never reaches the restored book', async () => {
    const folder = tempFolder()
    const path = join(folder, 'duty-ledger.db')
    const { books, backups } = await startReady(folder)
    const { name } = await backups.make('manual')
    await addPerson(books.own(), clock, '张三')
    leaveAsKilled(books.own().sqlite, path)
    writeFileSync(path, readFileSync(path).fill(0, 0, 100))
    const damaged = [path, `${path}-wal`].map(digestOfFile)

    const stopped = await startStopped(folder)
    expect(stopped.problem).toMatchObject({ code: 'not_a_database' })
    expect(stopped.backups.map((backup) => backup.name)).toEqual([name])
    const started = await stopped.restore(name)
    if (started.state === 'stopped') throw new Error('It stopped again')
    expect(namesIn(started.books.current())).toEqual([])
    expect(await started.afterFirstScreen()).toBeNull()
    await started.books.close()
    const aside = join(folder, 'backups', 'damaged-20261118-090000.db')
    expect([aside, `${aside}-wal`].map(digestOfFile)).toEqual(damaged)
    expect(readdirSync(folder).sort()).toEqual(['backups', 'duty-ledger.db'])
  })

  it('is offered when the file is gone: no empty book quietly takes its place', async () => {
    const folder = tempFolder()
    const { books, backups } = await startReady(folder)
    await addPerson(books.own(), clock, '张三')
    const { name } = await backups.make('manual')
    await books.close()
    const gone = join(folder, 'moved.db')
    copyFileSync(join(folder, 'duty-ledger.db'), gone)
    writeFileSync(join(folder, 'duty-ledger.db'), '')
    expect((await startStopped(folder)).backups).toHaveLength(1)
    rmSync(join(folder, 'duty-ledger.db'))
    const stopped = await startStopped(folder)
    expect(stopped.problem).toMatchObject({ code: 'book_missing', message: '台账文件不见了，但备份还在。' })
    const started = await stopped.restore(name)
    if (started.state === 'stopped') throw new Error('It stopped again')
    expect(namesIn(started.books.current())).toEqual(['张三'])
    await started.books.close()
  })
})

describe('a book of an earlier version', () => {
  it('is backed up, proven and then migrated', async () => {
    const { folder } = await folderWithBook()
    const { books, backups } = await startReady(folder, { steps: [...migrations, next_step] })
    expect(books.own().sqlite.pragma('user_version', { simple: true })).toBe(newest + 1)
    expect(namesIn(books.own())).toEqual(['张三'])
    const [backup] = await backups.list()
    expect(backup).toMatchObject({ reason: 'migration', counts: { staff: 1 }, unusable: null })
    const copy = openReadOnly(join(backups.folder, backup?.name ?? ''))
    expect(copy.pragma('user_version', { simple: true })).toBe(newest)
    copy.close()
    await books.close()
  })

  it('comes back migrated when that backup is restored', async () => {
    const { folder } = await folderWithBook()
    const { books, backups } = await startReady(folder, { steps: [...migrations, next_step] })
    await addPerson(books.own(), clock, '李四')
    await backups.restore((await backups.list())[0]?.name ?? '')
    expect(namesIn(books.own())).toEqual(['张三'])
    expect(books.own().sqlite.pragma('user_version', { simple: true })).toBe(newest + 1)
    await books.close()
  })

  it('stays as it was when the migration fails, and the backup is named', async () => {
    const { folder, path } = await folderWithBook()
    const before = digestOfFile(path)
    const { problem } = await startStopped(folder, { steps: [...migrations, next_step, broken_step] })
    expect(problem).toMatchObject({ code: 'migration_failed', where: path })
    expect(problem.message).toContain('升级前的备份是 backup-20261118-090000-migration.db')
    expect(digestOfFile(path)).toBe(before)
    const { books } = await startReady(folder)
    expect(namesIn(books.own())).toEqual(['张三'])
    await books.close()
  })

  it('is not migrated when the backup cannot be made', async () => {
    const { folder, path } = await folderWithBook()
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
    const before = digestOfFile(path)
    const { problem } = await startStopped(folder, { steps: [...migrations, next_step] })
    expect(problem).toMatchObject({ code: 'migration_backup_failed' })
    expect(digestOfFile(path)).toBe(before)
  })
})

describe('after the first screen', () => {
  it('the day’s backup is made once', async () => {
    const folder = tempFolder()
    const first = await startReady(folder)
    expect(await first.backups.list()).toEqual([])
    expect(await first.afterFirstScreen()).toBeNull()
    await first.books.close()
    const second = await startReady(folder)
    expect(await second.afterFirstScreen()).toBeNull()
    expect((await second.backups.list()).map(({ name }) => name)).toEqual(['backup-20261118-090000-daily.db'])
    await second.books.close()
  })

  it('damage inside the book is told, and no backup of it is made', async () => {
    const { folder, path } = await folderWithBook()
    const page = pageOf(path, 'change_rows')
    writeFileSync(path, readFileSync(path).fill(0xff, page, page + 4096))
    const { afterFirstScreen, backups, books } = await startReady(folder)
    expect(await afterFirstScreen()).toMatchObject({ code: 'database_damaged', where: path })
    expect(await backups.list()).toEqual([])
    await books.close()
  })

  it('a schema that cannot be read stops the start, with the backups as the way out', async () => {
    const folder = tempFolder()
    const path = join(folder, 'duty-ledger.db')
    const { books, backups } = await startReady(folder)
    const { name } = await backups.make('manual')
    await books.close()
    writeFileSync(path, readFileSync(path).fill(0xff, 100, 4096))
    const stopped = await startStopped(folder)
    expect(stopped.problem).toMatchObject({ code: 'database_damaged', where: path })
    expect(stopped.backups.map((backup) => backup.name)).toEqual([name])
  })

  it('a broken reference is told', async () => {
    const { folder, path } = await folderWithBook()
    const raw = new Database(path)
    raw.pragma('foreign_keys = OFF')
    raw.exec('DROP TRIGGER staff_audit_update')
    raw.exec('UPDATE staff SET group_id = 77')
    raw.close()
    const { afterFirstScreen, books } = await startReady(folder)
    expect(await afterFirstScreen()).toMatchObject({ code: 'database_damaged' })
    await books.close()
  })

  it('a backup that cannot be made is told', async () => {
    const { folder } = await folderWithBook()
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
    const { afterFirstScreen, books } = await startReady(folder)
    expect((await afterFirstScreen())?.message).toMatch(/^今天的备份没有做成：/)
    await books.close()
  })
})

describe('the folder', () => {
  it('is made when it is not there', async () => {
    const { books } = await startReady(join(tempFolder(), '新建', '台账'))
    expect(books.name).toBe('own')
    await books.close()
  })

  it('that cannot be written is named', async () => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    const { problem } = await startStopped(join(file, 'data'))
    expect(problem).toMatchObject({
      code: 'folder_not_writable',
      message: '数据文件夹不能写入。',
      where: join(file, 'data'),
    })
  })

  it('is swept of what a crash left half made, and of nothing else', async () => {
    const { folder } = await folderWithBook()
    const backups = join(folder, 'backups')
    mkdirSync(backups, { recursive: true })
    const left = ['duty-ledger.db.tmp', 'duty-ledger.db.tmp-wal', 'sample.db.tmp', 'sample.db-wal']
    for (const name of left) writeFileSync(join(folder, name), 'x')
    for (const name of ['backup-1.db.tmp', 'backup-1.json.tmp']) writeFileSync(join(backups, name), 'x')
    for (const name of ['我的.tmp', 'other.db']) writeFileSync(join(folder, name), 'x')
    const { books } = await startReady(folder)
    await books.close()
    expect(readdirSync(folder).sort()).toEqual(['backups', 'duty-ledger.db', 'other.db', '我的.tmp'])
    expect(readdirSync(backups)).toEqual([])
  })
})

/** Leaves book and log on the disk as a killed process does: a copy is put back after closing has folded them. */
function leaveAsKilled(sqlite: Database.Database, path: string): void {
  const ends = ['', '-wal']
  for (const end of ends) copyFileSync(path + end, `${path}.killed${end}`)
  sqlite.close()
  for (const end of ends) {
    copyFileSync(`${path}.killed${end}`, path + end)
    rmSync(`${path}.killed${end}`)
  }
}

/** Where a page with rows of the table begins in the file. */
function pageOf(path: string, table: string): number {
  const raw = new Database(path, { readonly: true })
  const found = raw
    .prepare("SELECT pgoffset FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .pluck()
    .get(table)
  raw.close()
  return found as number
}

function makeForeign(path: string): void {
  rmSync(path)
  const other = new Database(path)
  other.exec('CREATE TABLE notes (id INTEGER)')
  other.close()
}
