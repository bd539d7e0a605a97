import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import type { Migration } from '../../migrations/migration.ts'
import { migrate, newestVersion } from '../../src-main/database/migrate.ts'
import { application_id, openDatabase } from '../../src-main/database/open-database.ts'
import { schemaOf } from '../../src-main/database/schema.ts'
import { dumpOf } from '../helpers/dump.ts'
import { countStatements, failingAt } from '../helpers/failing-database.ts'
import { openTestBook } from '../helpers/open-test-book.ts'
import { digestOfFile, tempFolder } from '../helpers/temp-folder.ts'

function stateOf(sqlite: Database) {
  return {
    version: sqlite.pragma('user_version', { simple: true }),
    application_id: sqlite.pragma('application_id', { simple: true }),
    schema: schemaOf(sqlite),
    rows: dumpOf(sqlite),
  }
}

/** A step that rewrites rows of a table in use, so that content is at stake as well as schema. */
const rewriting: Migration = {
  version: newestVersion(migrations) + 1,
  words: 'rewrites rows',
  up(db) {
    db.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT')
    db.exec('INSERT INTO notes (words) SELECT name FROM categories')
    db.exec('UPDATE open_change SET change_id = 2')
    db.exec("UPDATE categories SET name = name || '类'")
    db.exec("INSERT INTO changes VALUES (2, '2026-11-18T01:00:00Z', '升级', 'migration', '升级台账', NULL)")
    db.prepare('UPDATE open_change SET change_id = ?').run(null)
  },
}

describe('the steps', () => {
  it('lead from an empty file to the newest version, and nowhere when taken again', () => {
    const { sqlite } = openDatabase(':memory:')
    migrate(sqlite, migrations)
    const first = stateOf(sqlite)
    expect(first).toMatchObject({ version: newestVersion(migrations), application_id })
    migrate(sqlite, migrations)
    expect(stateOf(sqlite)).toEqual(first)
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('lead to the same schema whether taken at once or one by one', () => {
    const at_once = openDatabase(':memory:').sqlite
    migrate(at_once, migrations)
    const one_by_one = openDatabase(':memory:').sqlite
    for (const { version } of migrations) {
      migrate(
        one_by_one,
        migrations.filter((step) => step.version <= version),
      )
    }
    expect(stateOf(one_by_one)).toEqual(stateOf(at_once))
  })

  it('are numbered 1, 2, 3 … in their order', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1))
  })
})

describe('a throw after any statement of any step', () => {
  const from = migrations.map((step) => step.version - 1)
  it.each(from)('leaves the database of version %i wholly as it was', async (version) => {
    const taken = migrations.filter((step) => step.version <= version)
    const pending = migrations.filter((step) => step.version > version)
    // Every statement of the next step, and the very last one: the steps are taken as one.
    const [first_end = 0, last_end = 0] = [pending.slice(0, 1), pending].map((steps) =>
      countStatements(taken, steps),
    )
    const throwing = new Set([...Array.from({ length: first_end }, (_, at) => at + 1), last_end])
    expect(throwing.size).toBeGreaterThanOrEqual(first_end)
    expect(first_end).toBeGreaterThan(0)
    const { sqlite } = openDatabase(':memory:')
    migrate(sqlite, taken)
    const before = stateOf(sqlite)
    for (const nth of throwing) {
      const { steps, hits } = failingAt(pending, nth)
      expect(() => migrate(sqlite, steps)).toThrow(`statement ${nth}`)
      expect([nth, hits()]).toEqual([nth, 1])
      expect([nth, stateOf(sqlite)]).toEqual([nth, before])
    }
    migrate(sqlite, pending)
    expect(sqlite.pragma('user_version', { simple: true })).toBe(newestVersion(migrations))
    sqlite.close()
  })

  it('leaves a book in use wholly as it was, to the byte of its file', async () => {
    const path = join(tempFolder(), 'book.db')
    const first = await openTestBook({ path })
    const before = stateOf(first.sqlite)
    await first.close()
    const digest = digestOfFile(path)
    const statements = countStatements(migrations, [rewriting])
    expect(statements).toBe(6)
    for (let nth = 1; nth <= statements; nth += 1) {
      const book = openDatabase(path)
      const { steps, hits } = failingAt([rewriting], nth)
      expect(() => migrate(book.sqlite, steps)).toThrow(`statement ${nth}`)
      expect([hits(), stateOf(book.sqlite)]).toEqual([1, before])
      await book.close()
      expect(digestOfFile(path)).toBe(digest)
    }
    const book = openDatabase(path)
    migrate(book.sqlite, [...migrations, rewriting])
    expect(book.sqlite.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(6)
    await book.close()
  })
})

it('a step that breaks a reference is not taken', async () => {
  const { sqlite } = await openTestBook()
  const before = stateOf(sqlite)
  const breaking: Migration = {
    version: newestVersion(migrations) + 1,
    words: 'breaks a reference',
    up(db) {
      db.exec(
        `INSERT INTO change_rows (change_id, table_name, row_id, operation) VALUES (999, 'staff', 1, 'insert')`,
      )
    },
  }
  expect(() => migrate(sqlite, [...migrations, breaking])).toThrow('broken references')
  expect(stateOf(sqlite)).toEqual(before)
})
