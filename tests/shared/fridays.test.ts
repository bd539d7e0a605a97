import { afterAll, beforeAll, expect, it } from 'vitest'
import { holidayTable } from '../../src-main/holidays/holiday-table.ts'
import { addDays } from '../../src-shared/dates.ts'
import { weekOf } from '../../src-shared/week.ts'
import { type HolidayTable, handInDay, titleOfWeek } from '../../src-shared/working-days.ts'
import { openTestBook, type TestBook } from '../helpers/open-test-book.ts'

let book: TestBook
let holidays: HolidayTable
beforeAll(async () => {
  book = await openTestBook()
  holidays = await holidayTable(book.db)
})
afterAll(() => book.close())

/** Every Friday from 2025 to 2027. */
const fridays = Array.from({ length: 157 }, (_, n) => addDays('2025-01-03', 7 * n))

// Known from domain.md §c.4: the Fridays that the notices of both years take off.
it('is on Friday in every week of three years but those whose Friday a notice takes off', () => {
  const moved = fridays
    .map((friday) => [friday, handInDay(addDays(friday, -4), holidays)])
    .filter(([friday, day]) => day !== friday)
  expect(moved).toEqual([
    ['2025-01-31', '2025-01-27'],
    ['2025-04-04', '2025-04-03'],
    ['2025-05-02', '2025-04-30'],
    ['2025-10-03', '2025-09-30'],
    ['2026-01-02', '2025-12-31'],
    ['2026-02-20', null],
    ['2026-05-01', '2026-04-30'],
    ['2026-06-19', '2026-06-18'],
    ['2026-09-25', '2026-09-24'],
    ['2026-10-02', '2026-09-30'],
  ])
})

it('counts the weeks of three years without a gap: 52, 53 and 52', () => {
  const weeks = fridays.map((friday) => weekOf(friday)).map(({ week_year, week }) => `${week_year}-${week}`)
  const expected = [
    [2025, 52],
    [2026, 53],
    [2027, 52],
  ].flatMap(([year = 0, count]) => Array.from({ length: count ?? 0 }, (_, n) => `${year}-${n + 1}`))
  expect(weeks).toEqual(expected)
})

it('says 暂算 on the title of every week that reaches into a year without a notice, and on no other', () => {
  const titles = fridays.map((friday) => ({ friday, title: titleOfWeek(addDays(friday, -4), holidays) }))
  const provisional = titles.filter(({ title }) => title.includes('暂算')).map(({ friday }) => friday)
  expect(provisional).toEqual(fridays.filter((friday) => addDays(friday, 2) >= '2027-01-01'))
})
