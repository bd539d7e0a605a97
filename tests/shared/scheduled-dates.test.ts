import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '../../src-shared/dates.ts'
import { readSchedule } from '../../src-shared/read-schedule.ts'
import type { Schedule, Trigger } from '../../src-shared/schedule.ts'
import { datesOfYear, dueAfter } from '../../src-shared/scheduled-dates.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { isWorkingDay } from '../../src-shared/working-days.ts'
import { anyHolidays } from '../helpers/any-holidays.ts'
import { anyCalendarSchedule } from '../helpers/any-schedule.ts'

/** National Day 2026 off from 1 to 7 October, 10 October worked; 30 June is a plain Tuesday. */
const holidays = {
  years: [2026],
  days: Object.fromEntries([
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => [`2026-10-0${n}`, 'off' as const]),
    ['2026-10-10', 'work' as const],
    ['2026-01-01', 'off' as const],
  ]),
}

function read(words: string): Schedule {
  const schedule = readSchedule(words)
  if (schedule === null) throw new Error(`no schedule: ${words}`)
  return schedule
}

describe('the dates of a year', () => {
  it('fall on the working day before when they fall on a day off', () => {
    expect(datesOfYear(read('每月5日前'), 2026, holidays).slice(8, 11)).toEqual([
      { period: '2026-09', rule_on: '2026-09-05', due_on: '2026-09-04' },
      { period: '2026-10', rule_on: '2026-10-05', due_on: '2026-09-30' },
      { period: '2026-11', rule_on: '2026-11-05', due_on: '2026-11-05' },
    ])
  })

  it('count working days where the rule does', () => {
    expect(datesOfYear(read('每月第3个工作日前'), 2026, holidays)[9]).toEqual({
      period: '2026-10',
      rule_on: '2026-10-10',
      due_on: '2026-10-10',
    })
  })

  it('take the last day of a month that is too short', () => {
    const dates = datesOfYear(read('每月31日前'), 2028, { years: [], days: {} })
    expect(dates.map(({ rule_on }) => rule_on.slice(8))).toEqual([
      '31',
      '29',
      '31',
      '30',
      '31',
      '30',
      '31',
      '31',
      '30',
      '31',
      '30',
      '31',
    ])
  })

  it('stay in their own week, go behind the days off where those come first, and skip a week without working days', () => {
    const monday = datesOfYear(read('每周一前'), 2026, holidays).filter(({ rule_on }) =>
      rule_on.startsWith('2026-10'),
    )
    expect(monday[0]).toEqual({ period: '2026-W41', rule_on: '2026-10-05', due_on: '2026-10-08' })
    const days = Object.fromEntries([0, 1, 2, 3, 4].map((n) => [addDays('2026-10-05', n), 'off' as const]))
    const all_off = datesOfYear(read('每周一前'), 2026, { years: [2026], days })
    expect(all_off.map(({ period }) => period)).not.toContain('2026-W41')
  })

  it('know the 53rd week of 2026, whose Friday lies in 2027', () => {
    const weeks = (year: number) => datesOfYear(read('每周五前'), year, { years: [], days: {} })
    expect([weeks(2026).at(-1)?.period, weeks(2027)[0]?.period]).toEqual(['2026-W52', '2026-W53'])
  })

  it('are named once each, lie in their year by the rule, and end on working days not after it', () => {
    fc.assert(
      fc.property(
        anyCalendarSchedule,
        fc.integer({ min: 2024, max: 2030 }),
        anyHolidays,
        (schedule, year, table) => {
          const dates = datesOfYear(schedule, year, table)
          const periods = dates.map(({ period }) => period)
          expect(new Set(periods).size).toBe(periods.length)
          expect(dates.map(({ rule_on }) => rule_on)).toEqual(dates.map(({ rule_on }) => rule_on).sort())
          for (const { rule_on, due_on } of dates) {
            if (schedule.kind !== 'weekly') expect(due_on <= rule_on).toBe(true)
            else expect(mondayOf(due_on)).toBe(mondayOf(rule_on))
            expect([rule_on.slice(0, 4), isWorkingDay(due_on, table)]).toEqual([String(year), true])
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('cover every week of two years that follow each other once, whichever the weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 2020, max: 2030 }), (weekday, year) => {
        const schedule = { kind: 'weekly', weekday } as const
        const dates = [year, year + 1].flatMap((of) => datesOfYear(schedule, of, { years: [], days: {} }))
        for (const [at, date] of dates.entries()) {
          expect(weekdayOf(date.rule_on)).toBe(weekday)
          if (at > 0) expect(date.rule_on).toBe(addDays(dates[at - 1]?.rule_on ?? '', 7))
        }
        expect(new Set(dates.map(({ period }) => period)).size).toBe(dates.length)
      }),
    )
  })
})

describe('a deadline after something happened', () => {
  const due = (words: string, on: string) => dueAfter(read(words) as Trigger, on, holidays)
  it('counts days, working days and months, and ends on a working day', () => {
    expect([
      due('收到申请后3日内', '2026-11-17'),
      due('收到申请后4日内', '2026-11-17'),
      due('收到申请后5个工作日内', '2026-09-30'),
      due('收到申请后1个月内', '2026-01-31'),
      due('合同到期前30日', '2026-11-18'),
      due('会议召开前2个工作日', '2026-10-09'),
    ]).toEqual(['2026-11-20', '2026-11-20', '2026-10-13', '2026-02-27', '2026-10-19', '2026-09-30'])
  })

  it('is never before the thing itself', () => {
    expect(due('事发后1日内', '2026-11-20')).toBe('2026-11-20')
    expect(due('事发后1日内', '2026-11-21')).toBe('2026-11-22')
  })
})
