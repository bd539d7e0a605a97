// 风险表 of a month in a unit of 300 people, 3,000 duties and 500 absences, over the bare SQL that reads the same rows.
import { dutyBoard } from '../../src-main/absences/duty-board.ts'
import { monthRisk } from '../../src-main/absences/month-risk.ts'
import type { Db } from '../../src-main/database/tables.ts'
import { addDays } from '../../src-shared/dates.ts'
import { openTestBook, type TestBook } from '../helpers/open-test-book.ts'
import { randomNumbers } from '../helpers/random-numbers.ts'
import { watchQueries } from '../helpers/watch-queries.ts'
import { type Figure, medianOf } from './figure.ts'

const today = '2026-11-20'
const people = 300
const duties = 3000
const absences = 500
const rounds = 25
const batch = 300

async function inBatches<Row>(
  rows: readonly Row[],
  insert: (some: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) await insert(rows.slice(at, at + batch))
}

/** Each duty has an A and two Bs; absences of up to a fortnight begin in October, November or December. */
async function openUnit(): Promise<TestBook> {
  const book = await openTestBook({ today })
  const random = randomNumbers(2026)
  const any = (below: number) => Math.floor(random() * below)
  await book.change(async ({ db, describe }) => {
    const group = { code: 'ZZ', name: '组织组', sort_order: 1, voided_on: null }
    const { id } = await db.insertInto('groups').values(group).returning('id').executeTakeFirstOrThrow()
    const numbers = Array.from({ length: duties }, (_, n) => `ZZ-DJ-${String(n + 1).padStart(4, '0')}`)
    const plain = { staff_code: '', post: '', phone: '', note: '', joined_on: null, left_on: null }
    await inBatches(
      Array.from({ length: people }, (_, n) => ({ ...plain, name: `人员${n}`, group_id: id, sort_order: n })),
      (some) => db.insertInto('staff').values(some).execute(),
    )
    await inBatches(
      numbers.map((number, n) => ({ number, scope: 'ZZ-DJ', serial: n + 1 })),
      (some) =>
        db
          .insertInto('number_register')
          .values(some.map((row) => ({ ...row, kind: 'duty', state: 'used', reason: '' })))
          .execute(),
    )
    const text = { frequency: '', due_rule: '', basis: '', standard: '', output: '', remark: '' }
    await inBatches(
      numbers.map((number, n) => ({
        ...{
          ...text,
          number,
          content: `第${n}项职责`,
          group_id: id,
          category_id: 1 + (n % 6),
          sort_order: n,
        },
        ...{ voided_on: null, void_reason: '' },
      })),
      (some) => db.insertInto('duties').values(some).execute(),
    )
    await inBatches(
      numbers.flatMap((_, n) => {
        const a = any(people)
        const post = (role: 'A' | 'B', rank: number, person: number) => ({
          ...{ duty_id: n + 1, staff_id: 1 + (person % people), role, rank },
          ...{ from_on: '2026-01-01', to_on: null },
        })
        return [post('A', 1, a), post('B', 1, a + 1 + any(5)), post('B', 2, a + 7 + any(5))]
      }),
      (some) => db.insertInto('duty_holders').values(some).execute(),
    )
    const words = {
      kind: '出差',
      approver: '',
      reachable: '',
      note: '',
      cancelled_on: null,
      cancel_reason: '',
    }
    await inBatches(
      Array.from({ length: absences }, (_, n) => {
        // Two places in the year for each person at most, so that no two of one person meet.
        const from_on = addDays(n < people ? '2026-10-20' : '2026-11-14', any(12))
        const span = {
          from_on,
          from_half: 'am' as const,
          to_on: addDays(from_on, any(12)),
          to_half: 'pm' as const,
        }
        return { ...words, ...span, staff_id: 1 + (n % people) }
      }),
      (some) => db.insertInto('absences').values(some).execute(),
    )
    describe('建立大单位')
  })
  return book
}

/** The question over its own statements run one by one. */
function riskFigure(name: string, bound: number, question: (db: Db) => Promise<unknown>): Figure {
  return {
    name,
    bound,
    async measure() {
      const book = await openUnit()
      const { db, queries } = watchQueries(book)
      await question(db)
      const statements = queries.map(({ sql, parameters }) => ({
        parameters,
        statement: book.sqlite.prepare(sql),
      }))
      const ours: number[] = []
      const theirs: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        let started = performance.now()
        await question(book.db)
        ours.push(performance.now() - started)
        started = performance.now()
        for (const { statement, parameters } of statements) statement.all(...parameters)
        theirs.push(performance.now() - started)
      }
      const { risks } = await monthRisk(book.db, { month: '2026-11' })
      await book.close()
      const [asked, raw] = [medianOf(ours), medianOf(theirs)]
      return {
        value: asked / raw,
        information: [
          `${asked.toFixed(1)} ms over ${raw.toFixed(1)} ms of bare SQL; ${risks.length} risks among ${duties} duties of ${people} people with ${absences} absences`,
        ],
      }
    },
  }
}

/** Room for the rule itself, for 3,000 duties with every moment at which somebody comes or goes, and for candidates. */
export const monthRisks: readonly Figure[] = [
  riskFigure('month-risk', 10, (db) => monthRisk(db, { month: '2026-11' })),
  riskFigure('duty-board', 5, (db) => dutyBoard(db, { day: today, half: 'am' }, { at: null })),
]
