import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holidayTable } from '../../../src-main/holidays/holiday-table.ts'
import { addDays, daysBetween } from '../../../src-shared/dates.ts'
import type { CalendarSchedule } from '../../../src-shared/schedule.ts'
import { datesOfYear } from '../../../src-shared/scheduled-dates.ts'
import { mondayOf } from '../../../src-shared/week.ts'
import { type HolidayTable, workWeekOf } from '../../../src-shared/working-days.ts'
import { openRoutines } from './open-routines.ts'

const day = fc.oneof(
  fc.integer({ min: 1, max: 31 }),
  fc.constant('last' as const),
  fc.record({ working_day: fc.integer({ min: 1, max: 15 }) }),
)
const schedule: fc.Arbitrary<CalendarSchedule> = fc.oneof(
  fc.record({ kind: fc.constant('weekly' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ kind: fc.constant('monthly' as const), day }),
  fc.record({ kind: fc.constant('quarterly' as const), month: fc.integer({ min: 1, max: 3 }), day }),
  fc.record({
    kind: fc.constant('yearly' as const),
    dates: fc.array(fc.record({ month: fc.integer({ min: 1, max: 12 }), day }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)
/** Days on which she generates, and how many weeks ahead she looks. */
const runs = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 25 }),
    weeks: fc.integer({ min: 0, max: 5 }),
    undo: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
)

interface Run {
  today: string
  to_monday: string
  undo: boolean
}

function daysOf(steps: readonly { after: number; weeks: number; undo: boolean }[]): Run[] {
  let today = '2026-08-31'
  return steps.map(({ after, weeks, undo }) => {
    today = addDays(today, after)
    return { today, undo, to_monday: addDays(mondayOf(today), 7 * weeks) }
  })
}

/** By the words of the rule: what is due from the running week on and begins in the weeks looked at. */
function expected(of: CalendarSchedule, done: readonly Run[], holidays: HolidayTable): string[] {
  const dates = [2026, 2027].flatMap((year) => datesOfYear(of, year, holidays))
  return dates
    .filter(({ due_on }) =>
      done.some(({ today, to_monday }) => {
        const this_monday = workWeekOf(today, holidays)
        return due_on >= this_monday && daysBetween(due_on, addDays(to_monday, 6)) >= 0
      }),
    )
    .map(({ rule_on }) => rule_on)
    .sort()
}

it('whatever is generated when, and undone in between, every date comes exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(schedule, { minLength: 1, maxLength: 3 }), runs, async (schedules, steps) => {
      const { book, addDuty, listAll, undoLast } = await openRoutines('2026-08-31')
      const holidays = await holidayTable(book.db)
      const ids: number[] = []
      for (const one of schedules) ids.push((await addDuty({ schedule: one })).id)
      const done: Run[] = []
      for (const run of daysOf(steps)) {
        book.setToday(run.today)
        const listed = await listAll(run.to_monday)
        if (run.undo && listed.length > 0) await undoLast()
        else done.push(run)
      }
      for (const [at, one] of schedules.entries()) {
        const rows = await book.db
          .selectFrom('routine_dates')
          .innerJoin('matters', 'matters.id', 'routine_dates.matter_id')
          .select('rule_on')
          .where('routine_dates.duty_id', '=', ids[at] ?? 0)
          .orderBy('rule_on')
          .execute()
        expect(rows.map(({ rule_on }) => rule_on)).toEqual(expected(one, done, holidays))
      }
      book.sqlite.close()
    }),
    { numRuns: 40 },
  )
})
