import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../src-shared/dates.ts'
import {
  type PeriodKind,
  period_words,
  periodAfter,
  periodBefore,
  periodOf,
  periodsBetween,
  weeksText,
} from '../../src-shared/periods.ts'
import { mondayOf, nextWeek } from '../../src-shared/week.ts'

const kinds = Object.keys(period_words) as PeriodKind[]

it('puts a week where its Thursday lies', () => {
  const titles = (monday: string) => kinds.map((kind) => periodOf({ kind, monday }).title)
  expect([titles('2026-11-16'), titles('2026-11-30'), titles('2026-12-28')]).toEqual([
    ['2026年第47周', '2026年11月', '2026年第四季度', '2026年下半年', '2026年'],
    ['2026年第49周', '2026年12月', '2026年第四季度', '2026年下半年', '2026年'],
    ['2026年第53周', '2026年12月', '2026年第四季度', '2026年下半年', '2026年'],
  ])
})

it('says its weeks', () => {
  expect([
    weeksText(periodOf({ kind: 'month', monday: '2026-11-16' })),
    weeksText(periodOf({ kind: 'year', monday: '2026-11-16' })),
    weeksText(periodOf({ kind: 'week', monday: '2026-11-16' })),
  ]).toEqual(['第45—48周', '第1—53周', '第47周'])
})

it('leaves no week out and has none twice, one period after the other', () => {
  const any_monday = fc.integer({ min: 0, max: 12_000 }).map((days) => mondayOf(addDays('1999-01-04', days)))
  fc.assert(
    fc.property(any_monday, fc.constantFrom(...kinds), (monday, kind) => {
      const period = periodOf({ kind, monday })
      expect(period.first_monday <= monday && monday <= period.last_monday).toBe(true)
      const after = periodAfter(period)
      expect(after.first_monday).toBe(nextWeek(period.last_monday))
      expect(periodBefore(after)).toEqual(period)
      expect(periodsBetween(kind, period.first_monday, after.last_monday)).toEqual([period, after])
    }),
  )
})
