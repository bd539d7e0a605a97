// The light of a matter (亮灯): derived from its due date and from how long nobody has written of it, never stored,
// always shown with its word. domain.md §c.3.
import { daysBetween } from './dates.ts'
import { mondayOf } from './week.ts'
import type { HolidayTable } from './working-days.ts'
import { workingDaysUntil } from './working-days.ts'

export type Light = 'green' | 'amber' | 'red'
export type LightCause = 'on_time' | 'due_soon' | 'stalled' | 'overdue'

export const light_of: Record<LightCause, Light> = {
  on_time: 'green',
  due_soon: 'amber',
  stalled: 'amber',
  overdue: 'red',
}

/** The words as they come; an office may have its own in the settings. */
export const light_words: Record<LightCause, string> = {
  on_time: '按期',
  due_soon: '将到期',
  stalled: '久无进展',
  overdue: '逾期',
}

export interface LightRules {
  /** Amber from this many working days before the due date. */
  amber_days: number
  /** Amber, too, after this many weeks in which nothing was written of it; 0 for never. */
  stalled_weeks: number
}

export interface LightQuestion {
  due_on: string | null
  /** The day it was finished, if it was. */
  finished_on: string | null
  /** The person says it is done: it waits to be signed off and is chased no more. */
  is_reported_done?: boolean
  /** The Monday of the first week for which nothing is written: its first week, or the one after the last progress. */
  silent_from?: string | null
}

/**
 * Overdue once the due date is past without being finished, due soon from `amber_days` working days before it, stalled
 * after `stalled_weeks` whole weeks without a word, else on time. A matter that is finished or reported as done is on
 * time, one without a date too unless it is stalled: that lack is a finding of its own.
 */
export function lightCause(
  matter: LightQuestion,
  today: string,
  holidays: HolidayTable,
  { amber_days, stalled_weeks }: LightRules,
): LightCause {
  const { due_on, finished_on, is_reported_done, silent_from = null } = matter
  if (finished_on !== null || is_reported_done) return 'on_time'
  if (due_on !== null && due_on < today) return 'overdue'
  if (due_on !== null && workingDaysUntil(today, due_on, holidays) <= amber_days) return 'due_soon'
  const is_stalled =
    stalled_weeks > 0 &&
    silent_from !== null &&
    daysBetween(silent_from, mondayOf(today)) >= 7 * stalled_weeks
  return is_stalled ? 'stalled' : 'on_time'
}
