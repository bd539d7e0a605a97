import { addDays } from '../../src-shared/dates.ts'
import { type Light, type LightQuestion, light_of, lightCause } from '../../src-shared/light.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { getSettings } from '../settings/settings.ts'

export interface LitMatter extends LightQuestion {
  /** 提前几天亮黄灯 of its category, where that has its own. */
  amber_days?: number | null
}

/** What every list of matters is read with: the holiday table and the lights of the day. */
export interface WeekRules {
  today: string
  holidays: HolidayTable
  /** The last due date that is amber today; `amber_days` null for what the office does in general. */
  lastAmberDay(amber_days: number | null): string
  lightOf(matter: LitMatter): { light: Light; light_word: string }
}

export async function weekRules(db: Db, today: string): Promise<WeekRules> {
  const holidays = await holidayTable(db)
  const { amber_days: general, stalled_weeks, light_words } = await getSettings(db)
  const last_days = new Map<number, string>()
  const lastAmberDay = (amber_days: number | null) => {
    const days = amber_days ?? general
    const last = last_days.get(days) ?? countToLastAmberDay(today, holidays, days)
    last_days.set(days, last)
    return last
  }
  return {
    today,
    holidays,
    lastAmberDay,
    lightOf(matter) {
      const amber_days = matter.amber_days ?? general
      // `lightCause` counts day by day up to the due date; past the last amber day there is nothing to count.
      const is_far = matter.due_on !== null && matter.due_on > lastAmberDay(amber_days)
      const asked = is_far ? { ...matter, due_on: null } : matter
      const cause = lightCause(asked, today, holidays, { amber_days, stalled_weeks })
      return { light: light_of[cause], light_word: light_words[cause] }
    },
  }
}

function countToLastAmberDay(today: string, holidays: HolidayTable, amber_days: number): string {
  const rules = { amber_days, stalled_weeks: 0 }
  let day = today
  for (;;) {
    const next = addDays(day, 1)
    if (lightCause({ due_on: next, finished_on: null }, today, holidays, rules) !== 'due_soon') return day
    day = next
  }
}
