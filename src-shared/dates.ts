// Calendar dates are text `YYYY-MM-DD`; this is the one place that counts with them and prints them.
import { z } from 'zod'

/** A real calendar date between 1900 and 2199: `2026-02-30` is refused. */
export const CalendarDate = z.iso
  .date('请填写日期，例如 2026-11-20。')
  .refine((date) => date >= '1900-01-01' && date <= '2199-12-31', '日期要在 1900 年到 2199 年之间。')

const day_ms = 86_400_000

/** By its numbers: reading them costs a third of parsing the text, and lists count with days by the thousand. */
function toUtc(date: string): number {
  const year = Number(date.slice(0, 4)) || Number.NaN
  return Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
}

const two = (number: number) => (number < 10 ? `0${number}` : `${number}`)

/** `addDays('2026-02-28', 1) // '2026-03-01'` */
export function addDays(date: string, days: number): string {
  const moved = new Date(toUtc(date) + days * day_ms)
  if (Number.isNaN(moved.getTime())) throw new RangeError(`${date} is no date`)
  return `${moved.getUTCFullYear()}-${two(moved.getUTCMonth() + 1)}-${two(moved.getUTCDate())}`
}

/** `daysBetween('2026-11-16', '2026-11-20') // 4`, negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / day_ms)
}

/** Monday 1 to Sunday 7, as ISO 8601 counts. */
export function weekdayOf(date: string): number {
  return new Date(toUtc(date)).getUTCDay() || 7
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

/** The date on the office PC's own calendar. `toCalendarDate(new Date()) // '2026-11-20'` */
export function toCalendarDate(moment: Date): string {
  const month = String(moment.getMonth() + 1).padStart(2, '0')
  const day = String(moment.getDate()).padStart(2, '0')
  return `${moment.getFullYear()}-${month}-${day}`
}

/** The time of day on the office PC's own clock, `16:30`. */
export function timeOfDay(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** `monthDay('2026-11-06') // '11月6日'` */
export function monthDay(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

/** `longDate('2026-11-06') // '2026年11月6日'`, the form of prose and of 填报时间. */
export function longDate(date: string): string {
  return `${yearOf(date)}年${monthDay(date)}`
}

/** `weekdayName('2026-11-20') // '星期五'` */
export function weekdayName(date: string): string {
  return `星期${'一二三四五六日'.charAt(weekdayOf(date) - 1)}`
}
