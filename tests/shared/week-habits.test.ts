import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '../../src-shared/dates.ts'
import {
  type HolidayTable,
  handInDay,
  isEmptyWeek,
  isWorkingDay,
  mergedMondays,
  nextWorkWeek,
  previousWorkWeek,
  titleOfWeek,
  type WeekHabits,
  workWeekOf,
} from '../../src-shared/working-days.ts'
import { anyHolidays, anyRecentDate } from '../helpers/any-holidays.ts'

const anyHabits: fc.Arbitrary<WeekHabits> = fc.record({
  empty_week: fc.constantFrom('next' as const, 'previous' as const),
  friday_off: fc.constantFrom('before' as const, 'after' as const),
  makeup_days: fc.constantFrom('aside' as const, 'counted' as const),
})
const anyOffice = fc
  .tuple(anyHolidays, anyHabits)
  .map(([holidays, habits]): HolidayTable => ({ ...holidays, habits }))
const anyMonday = fc.nat({ max: 150 }).map((weeks) => addDays('2025-01-06', 7 * weeks))

/** The week of the National Day of 2023: off until Friday, at work on Saturday and Sunday. */
const october: HolidayTable = {
  days: {
    ...Object.fromEntries([29, 30].map((day) => [`2023-09-${day}`, 'off' as const])),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [`2023-10-0${day}`, 'off' as const])),
    '2023-10-07': 'work',
    '2023-10-08': 'work',
  },
  years: [2023],
}
const withHabits = (habits: Partial<WeekHabits>): HolidayTable => ({
  ...october,
  habits: { empty_week: 'next', friday_off: 'before', makeup_days: 'aside', ...habits },
})

describe('what an office may settle about its weeks', () => {
  it('moves the hand-in day before a Friday off, or behind it, and to a make-up day only where those count', () => {
    const days = (habits: Partial<WeekHabits>) =>
      ['2023-09-18', '2023-09-25', '2023-10-02', '2023-10-09'].map((monday) =>
        handInDay(monday, withHabits(habits)),
      )
    expect([
      days({}),
      days({ friday_off: 'after' }),
      days({ makeup_days: 'counted' }),
      days({ friday_off: 'after', makeup_days: 'counted' }),
    ]).toEqual([
      ['2023-09-22', '2023-09-28', null, '2023-10-13'],
      ['2023-09-22', '2023-10-09', null, '2023-10-13'],
      ['2023-09-22', '2023-09-28', '2023-10-08', '2023-10-13'],
      ['2023-09-22', '2023-10-07', '2023-10-07', '2023-10-13'],
    ])
  })

  it('merges a week without a working day with the one after it, or with the one before it', () => {
    const around = (habits: Partial<WeekHabits>) => {
      const office = withHabits(habits)
      return [
        workWeekOf('2023-10-04', office),
        mergedMondays('2023-09-25', office),
        mergedMondays('2023-10-09', office),
        nextWorkWeek('2023-09-25', office),
        previousWorkWeek('2023-10-09', office),
      ]
    }
    expect([around({}), around({ empty_week: 'previous' })]).toEqual([
      ['2023-10-09', ['2023-09-25'], ['2023-10-09', '2023-10-02'], '2023-10-09', '2023-09-25'],
      ['2023-09-25', ['2023-10-02', '2023-09-25'], ['2023-10-09'], '2023-10-09', '2023-09-25'],
    ])
  })

  it('names a week, and keeps 暂算 in its title', () => {
    const named = { ...october, names: { '2023-09-18': '教学第3周', '2024-01-01': '教学第18周' } }
    expect([titleOfWeek('2023-09-18', named), titleOfWeek('2024-01-01', named)]).toEqual([
      '教学第3周（9月18日—9月22日）',
      '教学第18周（1月1日—1月5日，暂算）',
    ])
  })

  it('has reports come on a working day, never before their week, and in the order of the weeks', () => {
    fc.assert(
      fc.property(anyOffice, anyMonday, (office, monday) => {
        const day = handInDay(monday, office)
        expect(day === null).toBe(isEmptyWeek(monday, office))
        if (day === null) return
        const is_weekend = weekdayOf(day) > 5
        expect([isWorkingDay(day, office), day >= monday]).toEqual([true, true])
        if (office.habits?.makeup_days === 'aside') expect(is_weekend).toBe(false)
        if (office.habits?.friday_off === 'before') expect(day <= addDays(monday, 6)).toBe(true)
        const next = handInDay(nextWorkWeek(monday, office), office) ?? ''
        expect(next >= day).toBe(true)
      }),
    )
  })

  it('hands in on Friday whenever Friday is a working day and nobody counts make-up days', () => {
    fc.assert(
      fc.property(anyOffice, anyMonday, (office, monday) => {
        const friday = addDays(monday, 4)
        fc.pre(isWorkingDay(friday, office) && office.habits?.makeup_days === 'aside')
        expect(handInDay(monday, office)).toBe(friday)
      }),
    )
  })

  it('gives every day exactly one week to be worked in, which the weeks merged into it are read with', () => {
    fc.assert(
      fc.property(anyOffice, anyRecentDate, (office, day) => {
        const monday = workWeekOf(day, office)
        const mondays = mergedMondays(monday, office)
        const holding = mondays.filter((first) => first <= day && day <= addDays(first, 6))
        expect([isEmptyWeek(monday, office), holding.length]).toEqual([false, 1])
        expect(mondays.filter((first) => !isEmptyWeek(first, office))).toEqual([monday])
        const next = nextWorkWeek(monday, office)
        expect(previousWorkWeek(next, office)).toBe(monday)
        expect(mergedMondays(next, office).filter((first) => mondays.includes(first))).toEqual([])
      }),
    )
  })
})
