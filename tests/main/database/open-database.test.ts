import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrations } from '../../../migrations/index.ts'
import { makeChange } from '../../../src-main/database/change.ts'
import { migrate } from '../../../src-main/database/migrate.ts'
import { openDatabase } from '../../../src-main/database/open-database.ts'
import { addStaff } from '../../../src-main/staff/edit-staff.ts'
import { person } from '../../helpers/department.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

it('runs on a SQLite without the WAL-reset bug (fixed in 3.51.3)', () => {
  const { sqlite } = openDatabase(':memory:')
  const version = String(sqlite.prepare('SELECT sqlite_version()').pluck().get())
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  expect(major * 1_000_000 + minor * 1_000 + patch).toBeGreaterThanOrEqual(3_051_003)
})

it('has the same settings each time it is opened', async () => {
  const path = join(tempFolder(), 'book.db')
  const wanted = {
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    secure_delete: 1,
    recursive_triggers: 1,
    mmap_size: 0,
    temp_store: 2,
    busy_timeout: 5000,
    journal_size_limit: 67_108_864,
  }
  for (let time = 1; time <= 3; time += 1) {
    const book = openDatabase(path)
    migrate(book.sqlite, migrations)
    const found = Object.keys(wanted).map((name) => [name, book.sqlite.pragma(name, { simple: true })])
    expect(Object.fromEntries(found)).toEqual(wanted)
    await book.close()
  }
})

it('folds its log into the file and closes it, even when nothing was asked of it', async () => {
  const path = join(tempFolder(), 'book.db')
  const book = openDatabase(path)
  await book.close()
  expect([book.sqlite.open, existsSync(`${path}-wal`)]).toEqual([false, false])
  await book.close()
})

it('says in Chinese that a folder is not there', async () => {
  const opening = async () => openDatabase(join(tempFolder(), 'none', 'book.db'))
  expect(await problemOf(opening())).toMatchObject({ code: 'database_unreachable' })
})

it('keeps nothing of a change that runs out of disk, and says that this was why', async () => {
  const path = join(tempFolder(), 'book.db')
  const book = await openTestBook({ path })
  const pages = book.sqlite.pragma('page_count', { simple: true }) as number
  book.sqlite.pragma(`max_page_count = ${pages + 4}`)
  const filling = book.change(async (change) => {
    for (let nth = 0; nth < 500; nth += 1)
      await addStaff(change, person(`人员${nth}`, { note: '长'.repeat(500) }))
  })
  await expect(filling).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  expect(book.sqlite.inTransaction).toBe(false)
  expect(book.sqlite.prepare('SELECT count(*) FROM staff').pluck().get()).toBe(0)
  book.sqlite.pragma('max_page_count = 4294967294')
  await book.change((change) => addStaff(change, person('张三')))
  expect(book.sqlite.prepare('SELECT name FROM staff').pluck().all()).toEqual(['张三'])
  await book.close()
})

it('lets no row be written outside a change', async () => {
  const book = await openTestBook()
  const insert = sql`INSERT INTO groups (code, name, sort_order) VALUES ('ZZ', '组织组', 1)`
  await expect(insert.execute(book.db)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_NOTNULL' })
})

it('takes changes one after the other, however they are asked for', async () => {
  const book = await openTestBook()
  const names = Array.from({ length: 20 }, (_, nth) => `人员${nth}`)
  await Promise.all(names.map((name) => book.change((change) => addStaff(change, person(name)))))
  const trail = book.sqlite.prepare('SELECT id, title FROM changes WHERE id > 1').all()
  expect(trail).toEqual(names.map((name, nth) => ({ id: nth + 2, title: `新增人员 ${name}` })))
})

it('leaves no trace of a change that touched nothing', async () => {
  const book = await openTestBook()
  await makeChange(book, book.clock, { method: 'test' }, async (change) => change.describe('什么也没有做'))
  expect(book.sqlite.prepare('SELECT title FROM changes').pluck().all()).toEqual(['建立台账'])
})
