// When a schedule falls due: on the day itself or, when that is no working day, on the working day before it.
import { addDays, weekdayOf, yearOf } from './dates.ts'
import type { DayOfMonth, Schedule, Trigger } from './schedule.ts'
import { weekOf } from './week.ts'
import { type HolidayTable, isWorkingDay, workingDayBefore } from './working-days.ts'

export interface ScheduledDate {
  /** What it is the deadline of, once for each schedule: 2026-W53, 2026-11, 2026-Q4, 2026-H2, or month of a year 2026-06. */
  period: string
  /** The date as the rule names it. */
  rule_on: string
  /** The deadline. */
  due_on: string
}

/**
 * Every date that the rule names in a calendar year, in order; none for a trigger. A weekly date whose whole week is off
 * is left out, and never leaves its own week.
 */
export function datesOfYear(schedule: Schedule, year: number, holidays: HolidayTable): ScheduledDate[] {
  switch (schedule.kind) {
    case 'weekly':
      return weeksOf(schedule.weekday, year, holidays)
    case 'monthly':
      return months(1).map((month) => dateOf(monthName(year, month), year, month, schedule.day, holidays))
    case 'quarterly':
      return months(3).map((first, at) =>
        dateOf(`${year}-Q${at + 1}`, year, first + schedule.month - 1, schedule.day, holidays),
      )
    case 'half_yearly':
      return months(6).map((first, at) =>
        dateOf(`${year}-H${at + 1}`, year, first + schedule.month - 1, schedule.day, holidays),
      )
    case 'yearly':
      return yearlyDates(schedule.dates, year, holidays)
    case 'trigger':
      return []
  }
}

/** The first months of each period of so many months. */
function months(step: number): number[] {
  return Array.from({ length: 12 / step }, (_, at) => at * step + 1)
}

function monthName(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

function yearlyDates(
  dates: readonly { month: number; day: DayOfMonth }[],
  year: number,
  holidays: HolidayTable,
): ScheduledDate[] {
  const found = dates.map(({ month, day }) => dateOf(monthName(year, month), year, month, day, holidays))
  const once = new Map(found.map((date) => [date.rule_on, date]))
  // Two dates of one month are told apart by their day.
  const inMonth = (period: string) => [...once.values()].filter((date) => date.period === period).length
  return [...once.values()]
    .map((date) => (inMonth(date.period) > 1 ? { ...date, period: date.rule_on } : date))
    .sort((one, other) => (one.rule_on < other.rule_on ? -1 : 1))
}

function dateOf(
  period: string,
  year: number,
  month: number,
  day: DayOfMonth,
  holidays: HolidayTable,
): ScheduledDate {
  const first = `${monthName(year, month)}-01`
  if (typeof day === 'object') {
    const on = workingDayAfter(addDays(first, -1), day.working_day, holidays)
    return { period, rule_on: on, due_on: on }
  }
  const last = lastOfMonth(first)
  const asked = day === 'last' ? last : addDays(first, day - 1)
  const rule_on = asked < last ? asked : last
  return { period, rule_on, due_on: workingDayBefore(rule_on, holidays) }
}

function lastOfMonth(first: string): string {
  return addDays(`${addDays(first, 31).slice(0, 8)}01`, -1)
}

function weeksOf(weekday: number, year: number, holidays: HolidayTable): ScheduledDate[] {
  const dates: ScheduledDate[] = []
  const begin = `${year}-01-01`
  const first = addDays(begin, (weekday - weekdayOf(begin) + 7) % 7)
  for (let rule_on = first; yearOf(rule_on) === year; rule_on = addDays(rule_on, 7)) {
    const due_on = dayOfSameWeek(rule_on, holidays)
    const { week_year, week } = weekOf(rule_on)
    if (due_on !== null) {
      dates.push({ period: `${week_year}-W${String(week).padStart(2, '0')}`, rule_on, due_on })
    }
  }
  return dates
}

/** The last working day of the week up to the date; when there is none, the first after it. */
function dayOfSameWeek(date: string, holidays: HolidayTable): string | null {
  const { monday } = weekOf(date)
  const days = [0, 1, 2, 3, 4, 5, 6]
    .map((n) => addDays(monday, n))
    .filter((day) => isWorkingDay(day, holidays))
  return days.findLast((day) => day <= date) ?? days[0] ?? null
}

/** The deadline of what happened (or is to happen) on `event_on`. */
export function dueAfter(trigger: Trigger, event_on: string, holidays: HolidayTable): string {
  const { side, count, unit } = trigger
  if (unit === 'working_day') {
    return side === 'after'
      ? workingDayAfter(event_on, count, holidays)
      : workingDaysEarlier(event_on, count, holidays)
  }
  const step = side === 'after' ? count : -count
  const rule_on = unit === 'day' ? addDays(event_on, step) : addMonths(event_on, step)
  const due_on = workingDayBefore(rule_on, holidays)
  // Never before the thing itself has happened.
  return side === 'after' && due_on < event_on ? rule_on : due_on
}

function workingDayAfter(date: string, count: number, holidays: HolidayTable): string {
  let day = date
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) left -= 1
  }
  return day
}

function workingDaysEarlier(date: string, count: number, holidays: HolidayTable): string {
  let day = date
  for (let left = count; left > 0; left -= 1) day = workingDayBefore(addDays(day, -1), holidays)
  return day
}

/** `addMonths('2026-01-31', 1) // '2026-02-28'` */
function addMonths(date: string, count: number): string {
  const at = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + count
  const first = `${monthName(Math.floor(at / 12), (at % 12) + 1)}-01`
  const same = addDays(first, Number(date.slice(8)) - 1)
  const last = lastOfMonth(first)
  return same < last ? same : last
}
