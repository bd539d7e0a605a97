import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lastUndoable } from '../../../src-main/changes/last-undoable.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import { brokenRules, differencesFromTrail } from '../../helpers/broken-rules.ts'
import { addDepartment } from '../../helpers/department.ts'
import { dumpOf, trail_tables } from '../../helpers/dump.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { type Step, steps } from '../../helpers/random-step.ts'

const anyStep = fc.record({
  name: fc.constantFrom(...Object.keys(steps)),
  any: fc.nat(1000),
  other: fc.nat(1000),
})
/** Beginning with rows to work on makes most of the later steps possible. */
const first = ['addMatter', 'addMatter', 'addMatter', 'addDuty', 'addStaff'].map((name, any) => ({
  name,
  any,
  other: any + 1,
}))
const anySteps = fc.array(anyStep, { minLength: 5, maxLength: 25 }).map((more) => [...first, ...more])

async function takeStep(book: TestBook, name: string, any: number, other: number): Promise<boolean> {
  const step = steps[name] as Step
  try {
    await book.change((change) => step(change, any, other))
    return true
  } catch (error) {
    if (error instanceof UserProblem) return false
    throw error
  }
}

async function openBookWithSteps(random: { name: string; any: number; other: number }[]) {
  const book = await openTestBook()
  await addDepartment(book)
  const beginning = (await lastUndoable(book.db))?.id ?? 0
  const before = dumpOf(book.sqlite, trail_tables)
  let taken = 0
  for (const { name, any, other } of random) if (await takeStep(book, name, any, other)) taken += 1
  const ids = book.sqlite.prepare('SELECT id FROM changes WHERE id > ?').pluck().all(beginning) as number[]
  return { book, before, ids, beginning, taken }
}

it('undoes any steps of the clerk, last first, until everything is as it was', async () => {
  let taken_in_all = 0
  await fc.assert(
    fc.asyncProperty(anySteps, async (random) => {
      const { book, before, ids, beginning, taken } = await openBookWithSteps(random)
      taken_in_all += taken
      for (const id of ids.toReversed()) {
        expect(await lastUndoable(book.db)).toMatchObject({ id })
        await undoChange(book, book.clock, id)
      }
      expect(dumpOf(book.sqlite, trail_tables)).toEqual(before)
      expect(await lastUndoable(book.db)).toMatchObject({ id: beginning })
      expect(brokenRules(book.sqlite)).toEqual([])
      await book.close()
    }),
    { numRuns: 40 },
  )
  expect(taken_in_all).toBeGreaterThan(400)
})

it('undoes in any order, or names what stands on the change and does nothing', async () => {
  let refused = 0
  let undone = 0
  const anyOrder = fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(anySteps, anyOrder, async (random, order) => {
      const { book, ids } = await openBookWithSteps(random)
      for (const pick of order) {
        const all = book.sqlite
          .prepare('SELECT id FROM changes WHERE id >= ?')
          .pluck()
          .all(ids[0]) as number[]
        const whole = dumpOf(book.sqlite)
        try {
          await undoChange(book, book.clock, all[pick % all.length] ?? 0)
          undone += 1
        } catch (error) {
          if (!(error instanceof UserProblem)) throw error
          if (error.problem.code === 'stood_upon') {
            refused += 1
            expect(error.problem.details?.length).toBeGreaterThan(0)
          } else {
            expect(error.problem.code).toBe('undone_already')
          }
          expect(dumpOf(book.sqlite)).toEqual(whole)
        }
      }
      expect(brokenRules(book.sqlite)).toEqual([])
      expect(differencesFromTrail(book.sqlite)).toEqual([])
      await book.close()
    }),
    { numRuns: 25 },
  )
  expect(refused).toBeGreaterThan(100)
  expect(undone).toBeGreaterThan(100)
})
