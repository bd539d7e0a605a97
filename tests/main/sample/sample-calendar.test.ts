import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleCalendar, seasonOf } from '../../../src-main/sample/sample-calendar.ts'
import { addDays, weekdayOf } from '../../../src-shared/dates.ts'
import { type HolidayTable, handInDay, isWorkingDay } from '../../../src-shared/working-days.ts'
import { anyHolidays } from '../../helpers/any-holidays.ts'

const spring_festival: HolidayTable = {
  days: Object.fromEntries(days('2026-02-14', 10).map((day) => [day, 'off'] as const)),
  years: [2026],
}

function days(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => addDays(from, at))
}

describe('sampleCalendar', () => {
  it('leaves out the week that has no working day', () => {
    const calendar = sampleCalendar('2026-02-25', spring_festival)
    expect({
      last: calendar.past.slice(-2),
      this_monday: calendar.this_monday,
      next_monday: calendar.next_monday,
    }).toEqual({ last: ['2026-02-02', '2026-02-09'], this_monday: '2026-02-23', next_monday: '2026-03-02' })
  })

  it('takes the week after a holiday for the present one while the holiday lasts', () => {
    expect(sampleCalendar('2026-02-18', spring_festival).this_monday).toBe('2026-02-23')
  })

  it('has 51 earlier weeks, all with a working day, and counts only working days', () => {
    fc.assert(
      fc.property(
        anyHolidays,
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 6 }),
        (holidays, n, ahead) => {
          const today = addDays('2025-06-01', n)
          const calendar = sampleCalendar(today, holidays)
          expect(calendar.past).toHaveLength(51)
          expect(calendar.past.every((monday) => handInDay(monday, holidays) !== null)).toBe(true)
          const later = calendar.ahead(ahead)
          const between = days(addDays(today, 1), 400).filter(
            (day) => day <= later && isWorkingDay(day, holidays),
          )
          expect({ count: between.length, last: between.at(-1) }).toEqual({ count: ahead, last: later })
          expect(calendar.backToWork(later, '1900-01-01')).toBe(later)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('seasonOf', () => {
  it('gives every week a month and a place in it, one after the other', () => {
    let before = seasonOf('2019-12-30')
    for (let monday = '2020-01-06'; monday < '2040-01-01'; monday = addDays(monday, 7)) {
      expect(weekdayOf(monday)).toBe(1)
      const season = seasonOf(monday)
      const [month, week] = season.split('-').map(Number)
      const [month_before, week_before] = before.split('-').map(Number)
      const follows = month === month_before ? week === (week_before ?? 0) + 1 : week === 1
      expect({ monday, follows }).toEqual({ monday, follows: true })
      before = season
    }
  })
})
