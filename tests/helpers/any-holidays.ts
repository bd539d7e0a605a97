import fc from 'fast-check'
import { addDays } from '../../src-shared/dates.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'

const first_day = '2025-01-01'

/** A day of three years. */
export const anyRecentDate = fc.nat({ max: 1094 }).map((days) => addDays(first_day, days))

/** Holidays and make-up days anywhere in the same three years, sensible or not. */
export const anyHolidays: fc.Arbitrary<HolidayTable> = fc
  .dictionary(anyRecentDate, fc.constantFrom('off' as const, 'work' as const), { maxKeys: 120 })
  .map((days) => ({ days, years: [2025, 2026, 2027] }))
