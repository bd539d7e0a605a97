import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holidayTable } from '../../src-main/holidays/holiday-table.ts'
import { addDays } from '../../src-shared/dates.ts'
import {
  type HolidayTable,
  handInDay,
  isProvisional,
  isWorkingDay,
  titleOfWeek,
  workingDaysUntil,
  workingSpan,
} from '../../src-shared/working-days.ts'
import { anyHolidays, anyRecentDate } from '../helpers/any-holidays.ts'
import { openTestBook, type TestBook } from '../helpers/open-test-book.ts'

let book: TestBook
let holidays: HolidayTable
beforeAll(async () => {
  book = await openTestBook()
  holidays = await holidayTable(book.db)
})
afterAll(() => book.close())

const year_2026 = Array.from({ length: 365 }, (_, n) => addDays('2026-01-01', n))
const mondays_2026 = Array.from({ length: 53 }, (_, n) => addDays('2025-12-29', 7 * n))

describe('working days of 2026', () => {
  // The State Council's notice of 2025-11-04, typed in by hand as the second source (domain.md §i.4).
  const off: readonly (readonly [string, string])[] = [
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ]
  const made_up = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

  it('follow the notice day by day', () => {
    const by_notice = year_2026.filter((day) => {
      if (made_up.includes(day)) return true
      if (off.some(([first, last]) => first <= day && day <= last)) return false
      return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
    })
    expect(year_2026.filter((day) => isWorkingDay(day, holidays))).toEqual(by_notice)
  })

  it('put the hand-in day before the holiday in the weeks whose Friday is off, and nowhere in the week that is off', () => {
    const moved = mondays_2026
      .map((monday) => [monday, handInDay(monday, holidays)] as const)
      .filter(([monday, day]) => day !== addDays(monday, 4))
    expect(moved).toEqual([
      ['2025-12-29', '2025-12-31'],
      ['2026-02-16', null],
      ['2026-04-27', '2026-04-30'],
      ['2026-06-15', '2026-06-18'],
      ['2026-09-21', '2026-09-24'],
      ['2026-09-28', '2026-09-30'],
    ])
  })

  it('do not move the hand-in day to a make-up Saturday, but show it in the title of the week', () => {
    expect([handInDay('2026-02-09', holidays), titleOfWeek('2026-02-09', holidays)]).toEqual([
      '2026-02-13',
      '第7周（2月9日—2月14日）',
    ])
  })

  it('give a week its true span, and Monday to Friday where nobody works', () => {
    expect([
      titleOfWeek('2026-11-16', holidays),
      titleOfWeek('2026-04-27', holidays),
      titleOfWeek('2026-09-28', holidays),
      titleOfWeek('2026-02-16', holidays),
      workingSpan('2026-02-16', holidays),
      workingSpan('2026-05-04', holidays),
    ]).toEqual([
      '第47周（11月16日—11月20日）',
      '第18周（4月27日—4月30日）',
      '第40周（9月28日—9月30日）',
      '第8周（2月16日—2月20日）',
      null,
      ['2026-05-06', '2026-05-09'],
    ])
  })
})

describe('a year without a notice', () => {
  it('is 暂算, and its New Year counts as a plain Friday until the notice is entered', () => {
    expect([
      isProvisional('2026-12-31', holidays),
      isProvisional('2027-01-01', holidays),
      isWorkingDay('2027-01-01', holidays),
      titleOfWeek('2026-12-28', holidays),
    ]).toEqual([false, true, true, '第53周（12月28日—1月1日，暂算）'])
  })
})

describe('counting working days', () => {
  it('leaves out the day it starts from and counts the day it ends on', () => {
    const count = (from: string, to: string) => workingDaysUntil(from, to, holidays)
    expect([
      count('2026-11-18', '2026-11-20'),
      count('2026-11-20', '2026-11-23'),
      count('2026-11-20', '2026-11-20'),
      count('2026-11-20', '2026-11-18'),
      count('2026-02-13', '2026-02-24'),
    ]).toEqual([2, 1, 0, 0, 2])
  })

  it('adds up over any day in between', () => {
    fc.assert(
      fc.property(
        anyHolidays,
        anyRecentDate,
        fc.nat({ max: 60 }),
        fc.nat({ max: 60 }),
        (table, from, days, more) => {
          const between = addDays(from, days)
          const to = addDays(between, more)
          expect(workingDaysUntil(from, to, table)).toBe(
            workingDaysUntil(from, between, table) + workingDaysUntil(between, to, table),
          )
        },
      ),
    )
  })

  it('hands in on a working day of Monday to Friday, after which none comes in that week', () => {
    fc.assert(
      fc.property(anyHolidays, fc.nat({ max: 150 }), (table, weeks) => {
        const monday = addDays('2025-01-06', 7 * weeks)
        const working = [0, 1, 2, 3, 4]
          .map((n) => addDays(monday, n))
          .filter((day) => isWorkingDay(day, table))
        expect(handInDay(monday, table)).toBe(working.at(-1) ?? null)
      }),
    )
  })
})
