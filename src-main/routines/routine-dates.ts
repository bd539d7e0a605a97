import { addDays, yearOf } from '../../src-shared/dates.ts'
import type { DateOfDuty, RoutineDate } from '../../src-shared/routines.ts'
import { datesOfYear, type ScheduledDate } from '../../src-shared/scheduled-dates.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { type HolidayTable, workWeekOf } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import type { ScheduledDuty } from './routine-duties.ts'

/** What is recorded of the dates of these calendar years, by duty. */
export class Recorded {
  readonly #by_key = new Map<string, RecordedDate>()

  constructor(rows: readonly RecordedDate[]) {
    for (const row of rows) {
      this.#by_key.set(`${row.duty_id} ${row.period}`, row)
      this.#by_key.set(`${row.duty_id} ${row.rule_on}`, row)
    }
  }

  /** Also by its date: the same day may be called 2026-06 or 2026-06-30 when the schedule has changed in between. */
  of({ duty_id, period, rule_on }: DateOfDuty): RecordedDate | undefined {
    return this.#by_key.get(`${duty_id} ${period}`) ?? this.#by_key.get(`${duty_id} ${rule_on}`)
  }
}

type RecordedDate = Awaited<ReturnType<typeof readRecorded>>[number]

export async function recordedDates(db: Db, first_year: number, last_year: number): Promise<Recorded> {
  return new Recorded(await readRecorded(db, first_year, last_year))
}

function readRecorded(db: Db, first_year: number, last_year: number) {
  return db
    .selectFrom('routine_dates as r')
    .leftJoin('matters as m', 'm.id', 'r.matter_id')
    .select((eb) => [
      'r.duty_id',
      'r.period',
      'r.rule_on',
      'r.matter_id',
      'r.skip_reason',
      'm.number as matter_number',
      'm.state as matter_state',
      'm.due_on as matter_due_on',
      eb
        .selectFrom('matter_weeks as w')
        .select((week) => week.fn.min('w.week_monday').as('first'))
        .whereRef('w.matter_id', '=', 'm.id')
        .as('first_monday'),
    ])
    .where('r.rule_on', '>=', `${first_year}-01-01`)
    .where('r.rule_on', '<=', `${last_year}-12-31`)
    .execute()
}

/** The dates of one calendar year that fall on days on which the duty is in force. */
export function datesInForce(duty: ScheduledDuty, year: number, holidays: HolidayTable): ScheduledDate[] {
  if (duty.schedule === null) return []
  const { from_on, voided_on } = duty
  return datesOfYear(duty.schedule, year, holidays).filter(
    ({ due_on }) => (from_on === null || due_on >= from_on) && (voided_on === null || due_on < voided_on),
  )
}

/** The week in whose list a date appears first: that of its deadline, or so many weeks earlier. */
export function firstWeek(duty: ScheduledDuty, due_on: string, holidays: HolidayTable): string {
  const earlier = addDays(mondayOf(due_on), -7 * duty.lead_weeks)
  return duty.lead_weeks === 0 ? mondayOf(due_on) : workWeekOf(earlier, holidays)
}

export function routineDate(
  duty: ScheduledDuty,
  date: ScheduledDate,
  recorded: Recorded,
  holidays: HolidayTable,
): RoutineDate {
  const found = recorded.of({ duty_id: duty.duty_id, ...date })
  return {
    ...date,
    due_on: found?.matter_due_on ?? date.due_on,
    week_monday: found?.first_monday ?? firstWeek(duty, date.due_on, holidays),
    state: found === undefined ? 'waiting' : found.matter_id === null ? 'skipped' : 'listed',
    matter_number: found?.matter_number ?? '',
    matter_id: found?.matter_id ?? null,
    matter_state: found?.matter_state ?? null,
    skip_reason: found?.skip_reason ?? '',
  }
}

/** The years whose dates may appear in lists from `from_monday` on, up to `to_monday`. */
export function yearsAround(from_monday: string, to_monday: string, longest_lead: number): number[] {
  const first = yearOf(from_monday)
  const last = yearOf(addDays(to_monday, 7 * (longest_lead + 1)))
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
