import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src-shared/dates.ts'
import { type Light, light_words, lightOf } from '../../src-shared/light.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import { workingDaysUntil } from '../../src-shared/working-days.ts'
import { anyHolidays, anyRecentDate } from '../helpers/any-holidays.ts'

const no_holidays: HolidayTable = { days: {}, years: [2026] }
const open = (due_on: string | null) => ({ due_on, finished_on: null })
const order: readonly Light[] = ['green', 'amber', 'red']
const anyAmberDays = fc.nat({ max: 30 })

describe('the light of a matter due on Friday 2026-11-20', () => {
  it.each([
    ['2026-11-13', 'green'],
    ['2026-11-16', 'green'],
    ['2026-11-17', 'amber'],
    ['2026-11-20', 'amber'],
    ['2026-11-21', 'red'],
    ['2026-12-31', 'red'],
  ] as const)('is on %s %s', (today, light) => {
    expect(lightOf(open('2026-11-20'), today, no_holidays, 3)).toBe(light)
  })

  it('turns amber earlier when holidays lie before the due date', () => {
    const holidays: HolidayTable = { days: { '2026-11-18': 'off', '2026-11-19': 'off' }, years: [2026] }
    expect(lightOf(open('2026-11-20'), '2026-11-13', holidays, 3)).toBe('amber')
  })

  it('is on the day itself amber even when the office wants no days of warning', () => {
    expect([
      lightOf(open('2026-11-20'), '2026-11-19', no_holidays, 0),
      lightOf(open('2026-11-20'), '2026-11-20', no_holidays, 0),
    ]).toEqual(['green', 'amber'])
  })
})

describe('any light', () => {
  it('has its word', () => {
    expect(light_words).toEqual({ green: '按期', amber: '将到期', red: '逾期' })
  })

  it('is green once the matter is finished or reported as done, and without a due date', () => {
    fc.assert(
      fc.property(anyHolidays, anyRecentDate, anyRecentDate, anyAmberDays, (holidays, due, today, days) => {
        expect([
          lightOf({ due_on: due, finished_on: today }, today, holidays, days),
          lightOf({ due_on: due, finished_on: null, is_reported_done: true }, today, holidays, days),
          lightOf(open(null), today, holidays, days),
        ]).toEqual(['green', 'green', 'green'])
      }),
    )
  })

  it('is red exactly when the due date is past, whatever the holidays', () => {
    fc.assert(
      fc.property(anyHolidays, anyRecentDate, anyRecentDate, anyAmberDays, (holidays, due, today, days) => {
        expect(lightOf(open(due), today, holidays, days) === 'red').toBe(due < today)
      }),
    )
  })

  it('is amber exactly within the amber working days', () => {
    fc.assert(
      fc.property(
        anyHolidays,
        anyRecentDate,
        fc.nat({ max: 60 }),
        anyAmberDays,
        (holidays, today, n, days) => {
          const due = addDays(today, n)
          const expected = workingDaysUntil(today, due, holidays) <= days ? 'amber' : 'green'
          expect(lightOf(open(due), today, holidays, days)).toBe(expected)
        },
      ),
    )
  })

  it('never goes back as the days pass', () => {
    fc.assert(
      fc.property(anyHolidays, anyRecentDate, anyRecentDate, anyAmberDays, (holidays, due, today, days) => {
        const now = order.indexOf(lightOf(open(due), today, holidays, days))
        const tomorrow = order.indexOf(lightOf(open(due), addDays(today, 1), holidays, days))
        expect(tomorrow).toBeGreaterThanOrEqual(now)
      }),
    )
  })
})
