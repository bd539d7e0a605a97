import { addDays } from '../../src-shared/dates.ts'
import { nextWeek, previousWeek } from '../../src-shared/week.ts'
import {
  type HolidayTable,
  handInDay,
  isWorkingDay,
  nextWorkWeek,
  workWeekOf,
} from '../../src-shared/working-days.ts'

/** Where the sample year lies: 52 weeks with a working day, the present one last, and the one after it. */
export interface SampleCalendar {
  today: string
  /** Oldest first; weeks without a working day are left out. */
  past: string[]
  this_monday: string
  next_monday: string
  /** The working day itself or the one before it, but not before `earliest`. */
  backToWork(date: string, earliest: string): string
  /** `ahead(2)` is the second working day after today, `ahead(-2)` the second before it. */
  ahead(days: number): string
  firstDayOf(monday: string): string
  /** 上报日; the sample has only weeks that have one. */
  handInOf(monday: string): string
  /** The week a day is worked in, as far as the sample has it. */
  weekAt(day: string): string
}

const past_weeks = 51
const long_ago = '1900-01-01'

export function sampleCalendar(today: string, holidays: HolidayTable): SampleCalendar {
  const isWork = (day: string) => isWorkingDay(day, holidays)
  const this_monday = workWeekOf(today, holidays)
  const next_monday = nextWorkWeek(this_monday, holidays)
  const past: string[] = []
  for (let monday = previousWeek(this_monday); past.length < past_weeks; monday = previousWeek(monday)) {
    if (handInDay(monday, holidays) !== null) past.unshift(monday)
  }
  const mondays = [...past, this_monday, next_monday]
  return {
    today,
    past,
    this_monday,
    next_monday,
    backToWork(date, earliest) {
      let day = date
      while (day > earliest && !isWork(day)) day = addDays(day, -1)
      return day < earliest ? earliest : day
    },
    ahead(days) {
      const step = Math.sign(days)
      let day = today
      for (let left = Math.abs(days); left > 0; ) {
        day = addDays(day, step)
        if (isWork(day)) left--
      }
      return day
    },
    firstDayOf(monday) {
      let day = monday
      while (!isWork(day) && day < nextWeek(monday)) day = addDays(day, 1)
      return day
    },
    handInOf: (monday) => handInDay(monday, holidays) ?? monday,
    weekAt: (day) => mondays.findLast((monday) => monday <= day) ?? this_monday,
  }
}

/** Latest working day up to and including `day`. */
export function workdayUpTo(calendar: SampleCalendar, day: string): string {
  return calendar.backToWork(day, long_ago)
}

/** `seasonOf('2026-11-16') // '11-3'`: the month its Thursday lies in, and which Thursday of it. */
export function seasonOf(monday: string): string {
  const thursday = addDays(monday, 3)
  return `${thursday.slice(5, 7)}-${Math.ceil(Number(thursday.slice(8)) / 7)}`
}
