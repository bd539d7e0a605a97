// Working days by the State Council's yearly notice: a table of exceptions over plain Monday to Friday.
import { addDays, weekdayOf, yearOf } from './dates.ts'
import { mondayOf, nextWeek, weekTitle } from './week.ts'

export interface HolidayTable {
  /** `off` is a holiday, `work` a make-up working day (调休上班); a date that is absent follows its weekday. */
  days: Readonly<Record<string, 'off' | 'work'>>
  /** Years the table has rows for; working days of any other year are 暂算 (provisional). */
  years: readonly number[]
}

export function isWorkingDay(date: string, holidays: HolidayTable): boolean {
  const exception = holidays.days[date]
  if (exception) return exception === 'work'
  return weekdayOf(date) <= 5
}

/** The date itself when it is a working day, else the last one before it. */
export function workingDayBefore(date: string, holidays: HolidayTable): string {
  let day = date
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1)
  return day
}

/** True when no notice for that year is in the table, so that counts are only 暂算. */
export function isProvisional(date: string, holidays: HolidayTable): boolean {
  return !holidays.years.includes(yearOf(date))
}

/** First and last working day from Monday to Sunday, or null when the whole week is off. */
export function workingSpan(monday: string, holidays: HolidayTable): [string, string] | null {
  const days = [0, 1, 2, 3, 4, 5, 6]
    .map((n) => addDays(monday, n))
    .filter((day) => isWorkingDay(day, holidays))
  const first = days[0]
  const last = days.at(-1)
  return first && last ? [first, last] : null
}

/**
 * The day reports are handed in (上报日): Friday, or the last working day of Monday to Thursday when Friday is off.
 * Null when the week has no working day: it is then merged with the next. Rule: domain.md §c.4.
 */
export function handInDay(monday: string, holidays: HolidayTable): string | null {
  for (let n = 4; n >= 0; n--) {
    const day = addDays(monday, n)
    if (isWorkingDay(day, holidays)) return day
  }
  return null
}

/** The Monday of the week that `date` is worked in. `workWeekOf('2026-02-18', …) // '2026-02-23'` */
export function workWeekOf(date: string, holidays: HolidayTable): string {
  let monday = mondayOf(date)
  while (handInDay(monday, holidays) === null) monday = nextWeek(monday)
  return monday
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later than `from`. */
export function workingDaysUntil(from: string, to: string, holidays: HolidayTable): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count++
  }
  return count
}

export function titleOfWeek(monday: string, holidays: HolidayTable): string {
  return weekTitle(monday, workingSpan(monday, holidays))
}
