import { guessSchedule } from '../../src-shared/read-schedule.ts'
import type { GuessedSchedule } from '../../src-shared/routines.ts'
import type { Db } from '../database/tables.ts'
import { scheduledDuties } from './routine-duties.ts'
import { shownOf } from './routine-year.ts'

/** Duties whose wording names a date, though nothing is made of it yet. */
export async function guessedSchedules(db: Db): Promise<GuessedSchedule[]> {
  const duties = await scheduledDuties(db)
  return duties.flatMap((duty) => {
    if (duty.schedule !== null) return []
    const schedule = guessSchedule(duty.due_rule, duty.frequency)
    return schedule === null ? [] : [{ ...shownOf(duty), schedule }]
  })
}
