// Working days by the State Council's yearly notice: a table of exceptions over plain Monday to Friday, and the
// office's own habits of weeks.
import { addDays, weekdayOf, yearOf } from './dates.ts'
import { mondayOf, nameOfIsoWeek, nextWeek, previousWeek, weekTitle } from './week.ts'

/** What an office may settle for itself about its weeks; domain.md §c.4 has the usual ways. */
export interface WeekHabits {
  /** The neighbour that a week without a working day is merged with. */
  empty_week: 'next' | 'previous'
  /** Friday off: reports come on the last working day before it, or on the first one after it. */
  friday_off: 'before' | 'after'
  /** Whether a make-up Saturday or Sunday can be the day reports come. */
  makeup_days: 'aside' | 'counted'
}

export const usual_habits: WeekHabits = {
  empty_week: 'next',
  friday_off: 'before',
  makeup_days: 'aside',
}

export interface HolidayTable {
  /** `off` is a holiday, `work` a make-up working day (调休上班); a date that is absent follows its weekday. */
  days: Readonly<Record<string, 'off' | 'work'>>
  /** Years the table has rows for; working days of any other year are 暂算 (provisional). */
  years: readonly number[]
  /** `usual_habits` where it says nothing. */
  habits?: WeekHabits
  /** Names that weeks have of their own, by Monday: 教学第12周. */
  names?: Readonly<Record<string, string>>
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

/** True as soon as one of its days lies in a year without a notice. */
export function isProvisionalWeek(monday: string, holidays: HolidayTable): boolean {
  return isProvisional(monday, holidays) || isProvisional(addDays(monday, 6), holidays)
}

const week_days = [0, 1, 2, 3, 4, 5, 6]

/** First and last working day from Monday to Sunday, or null when the whole week is off. */
export function workingSpan(monday: string, holidays: HolidayTable): [string, string] | null {
  const days = week_days.map((n) => addDays(monday, n)).filter((day) => isWorkingDay(day, holidays))
  const first = days[0]
  const last = days.at(-1)
  return first && last ? [first, last] : null
}

/** A day on which reports can come: a working day, and at the weekend only if the office counts make-up days. */
function isReportDay(day: string, holidays: HolidayTable): boolean {
  const { makeup_days } = holidays.habits ?? usual_habits
  return isWorkingDay(day, holidays) && (weekdayOf(day) <= 5 || makeup_days === 'counted')
}

/** A week without a day on which reports can come is merged with its neighbour. */
export function isEmptyWeek(monday: string, holidays: HolidayTable): boolean {
  return !week_days.some((n) => isReportDay(addDays(monday, n), holidays))
}

/**
 * The day reports are handed in (上报日): Friday, or a make-up day behind it where those count. When Friday is off, the
 * last working day before the break, or the first one after it. Null for a week that is merged with its neighbour.
 */
export function handInDay(monday: string, holidays: HolidayTable): string | null {
  if (isEmptyWeek(monday, holidays)) return null
  const friday = addDays(monday, 4)
  const { friday_off } = holidays.habits ?? usual_habits
  if (friday_off === 'after' && !isWorkingDay(friday, holidays)) {
    let day = friday
    while (!isReportDay(day, holidays)) day = addDays(day, 1)
    return day
  }
  let day = addDays(monday, 6)
  while (!isReportDay(day, holidays)) day = addDays(day, -1)
  return day
}

/** The Monday of the week that `date` is worked in. `workWeekOf('2026-02-18', …) // '2026-02-23'` */
export function workWeekOf(date: string, holidays: HolidayTable): string {
  const { empty_week } = holidays.habits ?? usual_habits
  let monday = mondayOf(date)
  while (isEmptyWeek(monday, holidays)) {
    monday = empty_week === 'next' ? nextWeek(monday) : previousWeek(monday)
  }
  return monday
}

/** The next week that is not merged with its neighbour. `nextWorkWeek('2026-02-09', …) // '2026-02-23'` */
export function nextWorkWeek(monday: string, holidays: HolidayTable): string {
  let next = nextWeek(monday)
  while (isEmptyWeek(next, holidays)) next = nextWeek(next)
  return next
}

export function previousWorkWeek(monday: string, holidays: HolidayTable): string {
  let previous = previousWeek(monday)
  while (isEmptyWeek(previous, holidays)) previous = previousWeek(previous)
  return previous
}

/** The week and the weeks that are merged into it, newest first. */
export function mergedMondays(monday: string, holidays: HolidayTable): string[] {
  const { empty_week } = holidays.habits ?? usual_habits
  const step = empty_week === 'next' ? previousWeek : nextWeek
  const mondays = [monday]
  for (let other = step(monday); isEmptyWeek(other, holidays); other = step(other)) mondays.push(other)
  return empty_week === 'next' ? mondays : mondays.reverse()
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later than `from`. */
export function workingDaysUntil(from: string, to: string, holidays: HolidayTable): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count++
  }
  return count
}

/** 第47周, or the name the office gave it. */
export function nameOfWeek(monday: string, holidays: HolidayTable): string {
  return holidays.names?.[monday] ?? nameOfIsoWeek(monday)
}

/** `第47周（11月16日—11月20日）`, and with 暂算 where the days rest on no notice. */
export function titleOfWeek(monday: string, holidays: HolidayTable): string {
  return weekTitle(monday, workingSpan(monday, holidays), {
    name: nameOfWeek(monday, holidays),
    is_provisional: isProvisionalWeek(monday, holidays),
  })
}
