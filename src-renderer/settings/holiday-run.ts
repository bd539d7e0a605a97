import { addDays, daysBetween, monthDay, yearOf } from '../../src-shared/dates.ts'
import type { HolidayDay } from '../../src-shared/settings.ts'

/** A line of the State Council's notice: 国庆节，10月1日至7日放假. */
export interface HolidayRun {
  name: string
  kind: HolidayDay['kind']
  from_on: string | null
  /** The same as `from_on` when empty. */
  to_on: string | null
}

const longest_run = 31

/** The days meant, or what is wrong with them. */
export function daysOf({ name, kind, from_on, to_on }: HolidayRun, year: number): HolidayDay[] | string {
  if (from_on === null) return '请填写开始日期。'
  const last = to_on ?? from_on
  if (yearOf(from_on) !== year || yearOf(last) !== year) return `${year}年的表里只登记${year}年的日期。`
  const count = daysBetween(from_on, last) + 1
  if (count < 1) return `结束日期早于开始日期${monthDay(from_on)}。`
  if (count > longest_run) return `一次最多加入 ${longest_run} 天。`
  return Array.from({ length: count }, (_, index) => ({
    day: addDays(from_on, index),
    kind,
    name: name.trim(),
  }))
}
