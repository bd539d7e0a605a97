import { addDays } from '../../src-shared/dates.ts'
import { type Light, type LightQuestion, lightOf } from '../../src-shared/light.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { getSettings } from '../settings/settings.ts'

/** What every list of matters is read with: the holiday table and the lights of the day. */
export interface WeekRules {
  today: string
  holidays: HolidayTable
  /** The last due date that is amber today. */
  last_amber_day: string
  lightOf(matter: LightQuestion): Light
}

export async function weekRules(db: Db, today: string): Promise<WeekRules> {
  const holidays = await holidayTable(db)
  const { amber_days } = await getSettings(db)
  const last_amber_day = lastAmberDay(today, holidays, amber_days)
  return {
    today,
    holidays,
    last_amber_day,
    lightOf(matter) {
      // `lightOf` counts day by day up to the due date; past the last amber day there is nothing to count.
      if (matter.due_on !== null && matter.due_on > last_amber_day) return 'green'
      return lightOf(matter, today, holidays, amber_days)
    },
  }
}

function lastAmberDay(today: string, holidays: HolidayTable, amber_days: number): string {
  let day = today
  for (;;) {
    const next = addDays(day, 1)
    if (lightOf({ due_on: next, finished_on: null }, today, holidays, amber_days) !== 'amber') return day
    day = next
  }
}
