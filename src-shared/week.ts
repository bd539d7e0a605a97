import { addDays, CalendarDate, daysBetween, monthDay, weekdayOf, yearOf } from './dates.ts'

/** The Monday a week is known by. */
export const Monday = CalendarDate.refine((date) => weekdayOf(date) === 1, '一周以星期一的日期为准。')

export interface Week {
  monday: string
  week_year: number
  /** 1 to 53; 2026 has 53. */
  week: number
}

/** `mondayOf('2026-11-22') // '2026-11-16'` */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date))
}

/** ISO 8601: a week belongs to the year its Thursday lies in. `weekOf('2027-01-01') // 2026, week 53` */
export function weekOf(date: string): Week {
  const monday = mondayOf(date)
  const thursday = addDays(monday, 3)
  const week_year = yearOf(thursday)
  return { monday, week_year, week: Math.floor(daysBetween(`${week_year}-01-01`, thursday) / 7) + 1 }
}

export function nextWeek(monday: string): string {
  return addDays(monday, 7)
}

export function previousWeek(monday: string): string {
  return addDays(monday, -7)
}

/** `nameOfIsoWeek('2026-11-16') // '第47周'` */
export function nameOfIsoWeek(monday: string): string {
  return `第${weekOf(monday).week}周`
}

/**
 * The title with the true working days in it, `第47周（11月16日—11月20日）`.
 * `span` is the first and last working day, or null when the whole week is off: then Monday to Friday stand there.
 */
export function weekTitle(
  monday: string,
  span: readonly [string, string] | null,
  { name = nameOfIsoWeek(monday), is_provisional = false } = {},
): string {
  const [first, last] = span ?? [monday, addDays(monday, 4)]
  return `${name}（${monthDay(first)}—${monthDay(last)}${is_provisional ? '，暂算' : ''}）`
}
