import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src-shared/dates.ts'
import { type Light, type LightQuestion, light_of, light_words, lightCause } from '../../src-shared/light.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import { workingDaysUntil } from '../../src-shared/working-days.ts'
import { anyHolidays, anyRecentDate } from '../helpers/any-holidays.ts'

const no_holidays: HolidayTable = { days: {}, years: [2026] }
const lightOf = (matter: LightQuestion, today: string, holidays: HolidayTable, amber_days: number) =>
  light_of[lightCause(matter, today, holidays, { amber_days, stalled_weeks: 0 })]
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

describe('a matter of which nothing is written', () => {
  const rules = { amber_days: 3, stalled_weeks: 2 }
  const silent = { due_on: '2026-12-31', finished_on: null, silent_from: '2026-11-02' }
  const causeOn = (today: string, parts: Partial<LightQuestion> = {}) =>
    lightCause({ ...silent, ...parts }, today, no_holidays, rules)

  it('is stalled once two whole weeks have gone by, until something is written or it is due', () => {
    expect([
      causeOn('2026-11-15'),
      causeOn('2026-11-16'),
      causeOn('2026-11-20'),
      causeOn('2026-11-20', { silent_from: '2026-11-23' }),
      causeOn('2026-12-30'),
      causeOn('2027-01-01'),
      causeOn('2026-11-20', { due_on: null }),
    ]).toEqual(['on_time', 'stalled', 'stalled', 'on_time', 'due_soon', 'overdue', 'stalled'])
  })

  it('is never stalled when it is reported as done, and not at all where the rule is off', () => {
    expect([
      causeOn('2026-12-11', { is_reported_done: true }),
      lightCause(silent, '2026-12-11', no_holidays, { amber_days: 3, stalled_weeks: 0 }),
    ]).toEqual(['on_time', 'on_time'])
  })
})

describe('any light', () => {
  it('has its word', () => {
    expect(light_words).toEqual({
      on_time: '按期',
      due_soon: '将到期',
      stalled: '久无进展',
      overdue: '逾期',
    })
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
