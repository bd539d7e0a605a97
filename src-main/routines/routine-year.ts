import type { RoutineYear } from '../../src-shared/routines.ts'
import { isProvisional } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { datesInForce, recordedDates, routineDate } from './routine-dates.ts'
import { type ScheduledDuty, scheduledDuties } from './routine-duties.ts'

/** The preview of a calendar year: every date of every schedule, and what became of it. */
export async function routineYear(db: Db, year: number): Promise<RoutineYear> {
  const holidays = await holidayTable(db)
  const duties = await scheduledDuties(db)
  const recorded = await recordedDates(db, year, year)
  const is_by_hand = ({ schedule }: ScheduledDuty) => schedule === null || schedule.kind === 'trigger'
  return {
    year,
    is_provisional: isProvisional(`${year}-01-01`, holidays),
    routines: duties
      .filter((duty) => !is_by_hand(duty))
      .map((duty) => ({
        ...shownOf(duty),
        lead_weeks: duty.lead_weeks,
        dates: datesInForce(duty, year, holidays).map((date) => routineDate(duty, date, recorded, holidays)),
      })),
    by_hand: duties.filter(is_by_hand).map((duty) => ({ ...shownOf(duty), schedule: duty.schedule })),
  }
}

export function shownOf(duty: ScheduledDuty) {
  const { duty_id, number, content, group_id, group_name, category_name, frequency, due_rule } = duty
  return { duty_id, number, content, group_id, group_name, category_name, frequency, due_rule }
}
