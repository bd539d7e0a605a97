import { addDays } from '../../src-shared/dates.ts'
import { nextWeek, previousWeek, weekOf } from '../../src-shared/week.ts'
import type { WeekHead } from '../../src-shared/weekly.ts'
import {
  type HolidayTable,
  handInDay,
  isProvisional,
  titleOfWeek,
  workWeekOf,
} from '../../src-shared/working-days.ts'

// A week without a working day is merged with the next one (domain.md §c.4): nothing is handed in, and what was put
// into it is read together with that next week. Its rows stay where they are, since the holiday table is editable.

export function headOfWeek(monday: string, holidays: HolidayTable): WeekHead {
  return {
    ...weekOf(monday),
    title: titleOfWeek(monday, holidays),
    hand_in_on: handInDay(monday, holidays),
    is_provisional: isProvisional(monday, holidays) || isProvisional(addDays(monday, 6), holidays),
  }
}

/** `nextWorkWeek('2026-02-09', …) // '2026-02-23'`: the week of 2026-02-16 has no working day. */
export function nextWorkWeek(monday: string, holidays: HolidayTable): string {
  return workWeekOf(nextWeek(monday), holidays)
}

/** The week and the weeks before it that are merged into it, newest first. */
export function mergedMondays(monday: string, holidays: HolidayTable): string[] {
  const mondays = [monday]
  for (
    let earlier = previousWeek(monday);
    handInDay(earlier, holidays) === null;
    earlier = previousWeek(earlier)
  ) {
    mondays.push(earlier)
  }
  return mondays
}
