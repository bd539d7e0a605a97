import { addDays } from '../../src-shared/dates.ts'
import {
  type Light,
  type LightCause,
  type LightQuestion,
  light_of,
  lightCause,
} from '../../src-shared/light.ts'
import { mondayOf } from '../../src-shared/week.ts'
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
  const last_silent_monday = stalled_weeks > 0 ? addDays(mondayOf(today), -7 * stalled_weeks) : ''
  return {
    today,
    holidays,
    lastAmberDay,
    lightOf(matter) {
      const last_amber_day = lastAmberDay(matter.amber_days ?? null)
      const cause = causeOf(matter, { today, last_amber_day, last_silent_monday })
      return { light: light_of[cause], light_word: light_words[cause] }
    },
  }
}

interface Edges {
  today: string
  last_amber_day: string
  /** Who is silent since this Monday or longer is stalled; empty when nobody ever is. */
  last_silent_monday: string
}

/** `lightCause` with its days counted once: a list asks it for hundreds of rows. */
function causeOf(
  { due_on, finished_on, is_reported_done = false, silent_from = null }: LightQuestion,
  { today, last_amber_day, last_silent_monday }: Edges,
): LightCause {
  if (finished_on !== null || is_reported_done) return 'on_time'
  if (due_on !== null && due_on < today) return 'overdue'
  if (due_on !== null && due_on <= last_amber_day) return 'due_soon'
  return silent_from !== null && silent_from <= last_silent_monday ? 'stalled' : 'on_time'
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
