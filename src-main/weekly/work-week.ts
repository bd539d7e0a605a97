import { weekOf } from '../../src-shared/week.ts'
import type { WeekHead } from '../../src-shared/weekly.ts'
import {
  type HolidayTable,
  handInDay,
  isProvisionalWeek,
  mergedMondays,
  nameOfWeek,
  titleOfWeek,
} from '../../src-shared/working-days.ts'

/**
 * A week without a working day is merged with its neighbour (domain.md §c.4): nothing is handed in, and what was put
 * into it is read together with that neighbour. Its rows stay where they are, since the holiday table is editable.
 */
export function headOfWeek(monday: string, holidays: HolidayTable): WeekHead {
  return {
    ...weekOf(monday),
    name: nameOfWeek(monday, holidays),
    title: titleOfWeek(monday, holidays),
    hand_in_on: handInDay(monday, holidays),
    is_provisional: isProvisionalWeek(monday, holidays),
    merged: mergedMondays(monday, holidays).filter((other) => other !== monday),
  }
}
