// A month of a real book, filled at random, against a walk through every duty and half day of it.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { monthRisk } from '../../../src-main/absences/month-risk.ts'
import { holidayTable } from '../../../src-main/holidays/holiday-table.ts'
import { addDays } from '../../../src-shared/dates.ts'
import type { Half, HalfDaySpan } from '../../../src-shared/half-days.ts'
import { isWorkingDay } from '../../../src-shared/working-days.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

const people = 6
const duties = 4
const month = '2026-09'
const days = Array.from({ length: 30 }, (_, n) => addDays('2026-09-01', n))

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ today: '2026-09-01' })
  await book.change(async ({ db, describe }) => {
    const group = { code: 'ZZ', name: '组织组', sort_order: 1, voided_on: null }
    const { id } = await db.insertInto('groups').values(group).returning('id').executeTakeFirstOrThrow()
    for (let n = 1; n <= people; n += 1) {
      const text = { staff_code: '', post: '', phone: '', note: '' }
      await db
        .insertInto('staff')
        .values({ ...text, name: `人员${n}`, group_id: id, sort_order: n, joined_on: null, left_on: null })
        .execute()
    }
    for (let n = 1; n <= duties; n += 1) {
      const number = `ZZ-DJ-00${n}`
      await db
        .insertInto('number_register')
        .values({ kind: 'duty', scope: 'ZZ-DJ', serial: n, number, state: 'used', reason: '' })
        .execute()
      const text = {
        content: '职责',
        frequency: '',
        due_rule: '',
        basis: '',
        standard: '',
        output: '',
        remark: '',
      }
      await db
        .insertInto('duties')
        .values({
          ...text,
          number,
          group_id: id,
          category_id: 1,
          sort_order: n,
          voided_on: null,
          void_reason: '',
        })
        .execute()
    }
    describe('建立处室')
  })
})
afterAll(() => book.close())

const anyDay = fc.integer({ min: -4, max: 33 }).map((n) => addDays('2026-09-01', n))
const anyHalf = fc.constantFrom<Half>('am', 'pm')
const anySpan = fc.tuple(anyDay, anyHalf, fc.integer({ min: 0, max: 9 }), anyHalf).map(
  ([from_on, from_half, length, to_half]): HalfDaySpan => ({
    from_on,
    from_half,
    to_on: addDays(from_on, length),
    to_half: length === 0 ? from_half : to_half,
  }),
)
const anyPerson = fc.integer({ min: 1, max: people })
const anyDuty = fc.integer({ min: 1, max: duties })

interface Month {
  posts: { duty_id: number; a: number | null; bs: number[]; from_on: string }[]
  absences: (HalfDaySpan & { staff_id: number })[]
  stand_ins: (HalfDaySpan & { duty_id: number; staff_id: number; absence: number })[]
  left: { staff_id: number; left_on: string } | null
}

const anyMonth: fc.Arbitrary<Month> = fc.record({
  posts: fc.tuple(
    ...Array.from({ length: duties }, (_, n) =>
      fc.record({
        duty_id: fc.constant(n + 1),
        a: fc.option(anyPerson, { nil: null }),
        bs: fc.uniqueArray(anyPerson, { maxLength: 3 }),
        from_on: fc.constantFrom('2026-08-01', '2026-09-10'),
      }),
    ),
  ),
  absences: fc
    .array(fc.tuple(anyPerson, anySpan), { maxLength: 9 })
    .map((all) => apart(all.map(([staff_id, span]) => ({ staff_id, ...span })))),
  stand_ins: fc
    .array(fc.tuple(anyDuty, anyPerson, anySpan, fc.nat({ max: 8 })), { maxLength: 3 })
    .map((all) => all.map(([duty_id, staff_id, span, absence]) => ({ duty_id, staff_id, absence, ...span }))),
  left: fc.option(fc.record({ staff_id: anyPerson, left_on: anyDay }), { nil: null }),
})

const moment = (day: string, half: Half) => day + half
const covers = (span: HalfDaySpan, at: string) =>
  moment(span.from_on, span.from_half) <= at && at <= moment(span.to_on, span.to_half)

/** As the book keeps them: no two of one person at one time. */
function apart(all: Month['absences']): Month['absences'] {
  const kept: Month['absences'] = []
  for (const one of all) {
    const clashes = kept.some(
      (other) =>
        other.staff_id === one.staff_id &&
        moment(other.from_on, other.from_half) <= moment(one.to_on, one.to_half) &&
        moment(one.from_on, one.from_half) <= moment(other.to_on, other.to_half),
    )
    if (!clashes) kept.push(one)
  }
  return kept
}

async function fill({ posts, absences, stand_ins, left }: Month): Promise<void> {
  await book.change(async ({ db, describe }) => {
    for (const table of ['stand_ins', 'absences', 'duty_holders'] as const)
      await db.deleteFrom(table).execute()
    await db.updateTable('staff').set({ left_on: null }).execute()
    if (left)
      await db.updateTable('staff').set({ left_on: left.left_on }).where('id', '=', left.staff_id).execute()
    for (const { duty_id, a, bs, from_on } of posts) {
      const post = { duty_id, from_on, to_on: null }
      if (a !== null)
        await db
          .insertInto('duty_holders')
          .values({ ...post, staff_id: a, role: 'A', rank: 1 })
          .execute()
      for (const [at, staff_id] of bs.entries()) {
        await db
          .insertInto('duty_holders')
          .values({ ...post, staff_id, role: 'B', rank: at + 1 })
          .execute()
      }
    }
    const ids: number[] = []
    for (const absence of absences) {
      const words = {
        kind: '出差',
        approver: '',
        reachable: '',
        note: '',
        cancelled_on: null,
        cancel_reason: '',
      }
      const { id } = await db
        .insertInto('absences')
        .values({ ...absence, ...words })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids.push(id)
    }
    for (const { absence, ...stand_in } of stand_ins) {
      const absence_id = ids[absence]
      if (absence_id === undefined) continue
      const facts = { absence_id, appointed_by: '处长', appointed_on: '2026-09-01' }
      await db
        .insertInto('stand_ins')
        .values({ ...stand_in, ...facts })
        .execute()
    }
    describe('随机')
  })
}

/** Which duties nobody answers for, half day by half day. */
function naiveGaps(filled: Month, isWork: (day: string) => boolean): string[] {
  const gaps: string[] = []
  for (const { duty_id, a, bs, from_on } of filled.posts) {
    for (const day of days) {
      for (const half of ['am', 'pm'] as const) {
        const at = moment(day, half)
        const isThere = (id: number) =>
          !filled.absences.some((absence) => absence.staff_id === id && covers(absence, at)) &&
          !(filled.left?.staff_id === id && day > filled.left.left_on)
        const holders = day < from_on ? [] : [a, ...bs].filter((id) => id !== null)
        const appointed = filled.stand_ins
          .filter(({ absence, ...one }) => {
            const whole = filled.absences[absence]
            return one.duty_id === duty_id && covers(one, at) && whole !== undefined && covers(whole, at)
          })
          .map(({ staff_id }) => staff_id)
        const is_answered = [...holders, ...appointed].some(isThere)
        if (holders.length > 0 && !is_answered && isWork(day)) gaps.push(`${duty_id} ${at}`)
      }
    }
  }
  return gaps.sort()
}

it('has the risks that a naive walk finds, duty by duty and half day by half day', async () => {
  const holidays = await holidayTable(book.db)
  const isWork = (day: string) => isWorkingDay(day, holidays)
  await fc.assert(
    fc.asyncProperty(anyMonth, async (filled) => {
      await fill(filled)
      const risk = await monthRisk(book.db, { month })
      const found = risk.risks.flatMap((row) =>
        days.flatMap((day) =>
          (['am', 'pm'] as const).flatMap((half) => {
            const at = moment(day, half)
            return isWork(day) && covers(row, at) ? [`${row.duty_id} ${at}`] : []
          }),
        ),
      )
      const wanted = naiveGaps(filled, isWork)
      expect(found.sort()).toEqual(wanted)
      // The line under the calendar counts the same.
      const counted = risk.days.reduce((sum, { risks }) => sum + risks.am + risks.pm, 0)
      expect(counted).toBe(wanted.length)
    }),
    { numRuns: 60 },
  )
})
