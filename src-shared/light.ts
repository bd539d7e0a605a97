// The light of a matter (亮灯): derived from its due date, never stored, always shown with its word. domain.md §c.3.
import type { HolidayTable } from './working-days.ts'
import { workingDaysUntil } from './working-days.ts'

export type Light = 'green' | 'amber' | 'red'

export const light_words: Record<Light, string> = { green: '按期', amber: '将到期', red: '逾期' }

export interface LightQuestion {
  due_on: string | null
  /** The day it was finished, if it was. */
  finished_on: string | null
  /** The person says it is done: it waits to be signed off and is chased no more. */
  is_reported_done?: boolean
}

/**
 * Red once the due date is past without being finished, amber from `amber_days` working days before it, else green.
 * A matter that is finished or reported as done is green, one without a date too: that lack is a finding of its own.
 */
export function lightOf(
  matter: LightQuestion,
  today: string,
  holidays: HolidayTable,
  amber_days: number,
): Light {
  if (matter.finished_on !== null || matter.is_reported_done || matter.due_on === null) return 'green'
  if (matter.due_on < today) return 'red'
  if (workingDaysUntil(today, matter.due_on, holidays) <= amber_days) return 'amber'
  return 'green'
}
