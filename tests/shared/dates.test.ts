import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  CalendarDate,
  daysBetween,
  longDate,
  monthDay,
  toCalendarDate,
  weekdayName,
  weekdayOf,
  yearOf,
} from '../../src-shared/dates.ts'

// Shanghai had summer time from 1986 to 1991: local arithmetic would lose an hour there.
process.env.TZ = 'Asia/Shanghai'

const anyDate = fc.integer({ min: 0, max: 109_500 }).map((days) => addDays('1900-01-01', days))

describe('addDays', () => {
  it('comes to the day that the calendar of the world comes to', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const moment = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000
        fc.pre(moment >= Date.parse('1900-01-01T00:00:00Z'))
        expect(addDays(date, days)).toBe(new Date(moment).toISOString().slice(0, 10))
      }),
    )
  })

  it('takes nothing that is no date', () => {
    expect(() => addDays('', 1)).toThrow('no date')
  })
})

describe('a calendar date', () => {
  it.each([
    ['2026-11-20', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-01-01', true],
    ['2199-12-31', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-5', false],
    ['1899-12-31', false],
    ['2200-01-01', false],
    ['2026-11-20T00:00:00Z', false],
    ['', false],
    ['明天', false],
  ])('takes %s: %s', (date, is_taken) => {
    expect(CalendarDate.safeParse(date).success).toBe(is_taken)
  })

  it('says in Chinese what it wants', () => {
    expect(CalendarDate.safeParse('2026-02-30').error?.issues.map((issue) => issue.message)).toEqual([
      '请填写日期，例如 2026-11-20。',
    ])
    expect(CalendarDate.safeParse('2200-01-01').error?.issues.map((issue) => issue.message)).toEqual([
      '日期要在 1900 年到 2199 年之间。',
    ])
  })
})

describe('counting days', () => {
  it('crosses months, leap days and years', () => {
    expect([
      addDays('2026-02-28', 1),
      addDays('2024-02-28', 1),
      addDays('2026-12-31', 1),
      addDays('2026-01-01', -1),
      addDays('2026-11-20', 0),
    ]).toEqual(['2026-03-01', '2024-02-29', '2027-01-01', '2025-12-31', '2026-11-20'])
    expect([daysBetween('2026-11-16', '2026-11-20'), daysBetween('2026-11-20', '2026-11-16')]).toEqual([
      4, -4,
    ])
  })

  it('comes back to where it began, whatever the date', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        const there = addDays(date, days)
        expect([daysBetween(date, there), addDays(there, -days)]).toEqual([days, date])
      }),
    )
  })

  it('is not thrown off by the hour that summer time once took in Shanghai', () => {
    expect([addDays('1988-04-09', 2), daysBetween('1988-04-09', '1988-09-12')]).toEqual(['1988-04-11', 156])
  })
})

describe('weekdays', () => {
  it('counts Monday as 1 and Sunday as 7', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays('2026-11-16', n))
    expect(week.map((day) => [weekdayOf(day), weekdayName(day)])).toEqual([
      [1, '星期一'],
      [2, '星期二'],
      [3, '星期三'],
      [4, '星期四'],
      [5, '星期五'],
      [6, '星期六'],
      [7, '星期日'],
    ])
  })
})

describe('printing', () => {
  it('writes months and days without leading noughts', () => {
    expect([
      monthDay('2026-11-06'),
      monthDay('2026-01-31'),
      longDate('2026-11-06'),
      yearOf('2026-11-06'),
    ]).toEqual(['11月6日', '1月31日', '2026年11月6日', 2026])
  })

  it('takes the date from the calendar of the office PC, a minute after midnight and a minute before', () => {
    expect([
      toCalendarDate(new Date(2026, 10, 20, 0, 1)),
      toCalendarDate(new Date(2026, 10, 20, 23, 59)),
      toCalendarDate(new Date(2026, 0, 1, 0, 0)),
    ]).toEqual(['2026-11-20', '2026-11-20', '2026-01-01'])
  })
})
