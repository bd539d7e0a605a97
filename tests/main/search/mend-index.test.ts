import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../../migrations/index.ts'
import { lastUndoable } from '../../../src-main/changes/last-undoable.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { checkBook } from '../../../src-main/check-book.ts'
import { makeChange } from '../../../src-main/database/change.ts'
import { migrate } from '../../../src-main/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../../src-main/database/open-database.ts'
import { findEverywhere } from '../../../src-main/search/find.ts'
import { mendIndex } from '../../../src-main/search/mend-index.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import { addDepartment, addDuties, duty } from '../../helpers/department.ts'
import { archiveMatter, insertMatter } from '../../helpers/matter.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { clockOn } from '../../helpers/open-test-books.ts'
import { type Step, steps } from '../../helpers/random-step.ts'
import { dumpOfIndex, emptyIndexOf } from '../../helpers/search-index.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

async function openFilledBook(path?: string): Promise<TestBook> {
  const book = await openTestBook(path === undefined ? {} : { path })
  const { organisation } = await addDepartment(book)
  await addDuties(book, [duty(organisation, { content: '党费收缴' })])
  await insertMatter(book, '党费公示')
  await archiveMatter(book, await insertMatter(book, '党费核算'))
  return book
}

const found = async (book: TestBook) =>
  (await findEverywhere(book.db, '2026-11-18', '党费')).map((hit) => `${hit.subject} ${hit.title}`)
const all = ['duty ZZ-DJ-001', 'matter 2026-DJ-0001', 'archive 2026-DJ-0002']

const before_search = migrations.findIndex(({ words }) => words === 'search index')

/** Written as the program of that time did, which knew of no index. */
function fillOldBook({ sqlite }: OpenDatabase, count: number): void {
  sqlite.exec(`BEGIN;
    UPDATE open_change SET change_id = 1;
    INSERT INTO groups (code, name, sort_order) VALUES ('ZZ', '组织组', 1);
    INSERT INTO categories (code, name, sort_order) VALUES ('DJ', '党建', 1);
    WITH RECURSIVE numbers (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM numbers WHERE value < ${count})
    INSERT INTO number_register (kind, scope, serial, number, state, reason)
    SELECT 'matter', '2026-DJ', value, format('2026-DJ-%04d', value), 'used', '' FROM numbers;
    INSERT INTO matters (number, title, detail, category_id, group_id, helpers, leader, source, listed_on, due_text,
      state, signed_off_by, evidence, remark)
    SELECT number, '年终总结' || serial, '', 1, 1, '', '', '', '2026-11-16', '', 'in_progress', '', '', ''
    FROM number_register;
    INSERT INTO changes VALUES (1, '2026-11-18T01:00:00Z', '', 'book.create', '建立台账', NULL);
    UPDATE open_change SET change_id = NULL;
    COMMIT`)
}

const anyStep = fc.record({
  name: fc.constantFrom('undo', ...Object.keys(steps)),
  any: fc.nat(1000),
  other: fc.nat(1000),
})

async function takeStep(book: TestBook, { name, any, other }: { name: string; any: number; other: number }) {
  try {
    const last = name === 'undo' ? await lastUndoable(book.db) : null
    if (last) await undoChange(book, book.clock, last.id)
    else if (name !== 'undo') await book.change((change) => (steps[name] as Step)(change, any, other))
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error
  }
}

describe('the index', () => {
  it('is after any steps and undos what making it anew gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 30 }), async (random) => {
        const book = await openFilledBook()
        for (const step of random) await takeStep(book, step)
        const kept = dumpOfIndex(book.sqlite)
        expect(kept.noted).toEqual([])
        expect(await mendIndex(book, book.clock)).toBe(false)
        emptyIndexOf(book.sqlite)
        expect(await mendIndex(book, book.clock)).toBe(
          kept.duties?.length !== 0 || kept.matters?.length !== 0,
        )
        expect(dumpOfIndex(book.sqlite)).toEqual(kept)
        await book.close()
      }),
      { numRuns: 15 },
    )
  })

  it('does not keep what a change indexed that failed', async () => {
    const book = await openFilledBook()
    const before = dumpOfIndex(book.sqlite)
    const failing = book.change(async (change) => {
      await change.db.updateTable('duties').set({ content: '换届选举' }).execute()
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(dumpOfIndex(book.sqlite)).toEqual(before)
  })

  it('has nothing left to do after a change that writes a record as it was', async () => {
    const book = await openFilledBook()
    const whole = dumpOfIndex(book.sqlite)
    await book.change((change) => change.db.updateTable('duties').set({ content: '党费收缴' }).execute())
    expect(dumpOfIndex(book.sqlite)).toEqual(whole)
    expect(await found(book)).toEqual(all)
  })

  it('of a book from before it is made after the first start, and changes in between are indexed at once', async () => {
    const old = openDatabase(':memory:')
    const clock = clockOn('2026-11-18')
    migrate(old.sqlite, migrations.slice(0, before_search))
    fillOldBook(old, 450)
    migrate(old.sqlite, migrations)
    const find = async (text: string) => (await findEverywhere(old.db, '2026-11-18', text)).length
    expect(await find('年终总结')).toBe(0)
    await makeChange(old, clock, { method: 'test' }, async ({ db }) => {
      await db.updateTable('matters').set({ title: '年终总结会' }).where('id', '=', 7).execute()
    })
    expect(await find('年终总结')).toBe(1)
    expect(await mendIndex(old, clock)).toBe(false)
    expect(await find('年终总结')).toBe(8)
    expect(await find('2026-DJ-0450')).toBe(1)
    expect(dumpOfIndex(old.sqlite).noted).toEqual([])
  })

  it('that lost a record, or holds one that is not there, is made anew', async () => {
    const book = await openFilledBook()
    const whole = dumpOfIndex(book.sqlite)
    for (const damage of [
      'DELETE FROM search_duties WHERE rowid = 1',
      "INSERT INTO search_matters (rowid, words, initials, facets) VALUES (99, '党费', '', '')",
    ]) {
      book.sqlite.exec(damage)
      expect([damage, await mendIndex(book, book.clock)]).toEqual([damage, true])
      expect(dumpOfIndex(book.sqlite)).toEqual(whole)
    }
    expect(await found(book)).toEqual(all)
  })

  it('whose pages are overwritten is made anew, and the book is not called damaged', async () => {
    const path = join(tempFolder(), 'book.db')
    const book = await openFilledBook(path)
    const whole = dumpOfIndex(book.sqlite)
    book.sqlite.exec('DROP TABLE temp.tokens_of_duties')
    book.sqlite
      .unsafeMode(true)
      .exec('UPDATE search_duties_data SET block = zeroblob(length(block)) WHERE id > 10')
    await book.close()
    const reopened = openDatabase(path)
    expect(await checkBook(reopened)).toBeNull()
    expect(await mendIndex(reopened, book.clock)).toBe(true)
    expect(await checkBook(reopened)).toBeNull()
    expect(dumpOfIndex(reopened.sqlite)).toEqual(whole)
    await reopened.close()
  })
})
