import { toCalendarDate } from '../src-shared/dates.ts'

/** Time is handed in, so that a test can live in any week. */
export interface Clock {
  now(): Date
  /** The date on the office PC's calendar, `YYYY-MM-DD`. */
  today(): string
}

export function clockOf(now: () => Date): Clock {
  return { now, today: () => toCalendarDate(now()) }
}
