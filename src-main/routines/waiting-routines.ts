import { longest_lead, titleOfRoutine, type WaitingRoutine } from '../../src-shared/routines.ts'
import type { ScheduledDate } from '../../src-shared/scheduled-dates.ts'
import { type HolidayTable, workWeekOf } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { datesInForce, firstWeek, recordedDates, yearsAround } from './routine-dates.ts'
import { type ScheduledDuty, scheduledDuties } from './routine-duties.ts'
import { holdersOf } from './routine-holders.ts'
import { shownOf } from './routine-year.ts'

interface Found {
  duty: ScheduledDuty
  date: ScheduledDate
  week_monday: string
}

/**
 * What belongs into the weekly lists up to `to_monday` and was neither listed nor left out: everything with a deadline
 * from the current week on. Earlier ones are past (the year shows them); what should have begun earlier begins now.
 */
export async function waitingRoutines(db: Db, today: string, to_monday: string): Promise<WaitingRoutine[]> {
  const holidays = await holidayTable(db)
  const this_monday = workWeekOf(today, holidays)
  const duties = (await scheduledDuties(db)).filter(({ schedule }) => schedule !== null)
  const years = yearsAround(this_monday, to_monday, longest_lead)
  const recorded = await recordedDates(db, years[0] ?? 0, years.at(-1) ?? 0)
  const found: Found[] = []
  for (const duty of duties) {
    for (const date of years.flatMap((year) => datesInForce(duty, year, holidays))) {
      if (date.due_on < this_monday || recorded.of({ ...duty, ...date }) !== undefined) continue
      const week_monday = listedIn(duty, date.due_on, this_monday, holidays)
      if (week_monday <= to_monday) found.push({ duty, date, week_monday })
    }
  }
  found.sort((one, other) => compare(one.date.due_on, other.date.due_on))
  return withHolders(db, found)
}

function listedIn(duty: ScheduledDuty, due_on: string, this_monday: string, holidays: HolidayTable): string {
  const first = firstWeek(duty, due_on, holidays)
  return first < this_monday ? this_monday : first
}

/** ISO dates; code units put them in order. */
function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

async function withHolders(db: Db, found: readonly Found[]): Promise<WaitingRoutine[]> {
  const holders = await holdersOf(db, [...new Set(found.map(({ duty }) => duty.duty_id))])
  return found.map(({ duty, date: { period, rule_on, due_on }, week_monday }) => {
    const { a, bs } = holders.on(duty.duty_id, due_on)
    return {
      ...shownOf(duty),
      period,
      rule_on,
      due_on,
      week_monday,
      title: duty.schedule === null ? duty.content : titleOfRoutine(duty.content, duty.schedule, period),
      staff_id: a?.staff_id ?? null,
      staff_name: a?.name ?? '',
      helpers: bs.map(({ name }) => name).join('、'),
    }
  })
}
