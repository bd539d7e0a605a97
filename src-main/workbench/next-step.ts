import type { Settings } from '../../src-shared/settings.ts'
import type { NextStep, Workbench } from '../../src-shared/workbench.ts'

export interface Situation extends Pick<Workbench, 'today' | 'head' | 'counts' | 'duties'> {
  settings: Pick<Settings, 'unit_name' | 'clerk_name'>
  /** Everyone the list has, those who left too. */
  has_staff: boolean
  missing: number
  /** Rows of the week that were reported as done and wait for their sign-off. */
  reported_done: number
  /** Open rows of the week that are not yet in the next one. */
  to_carry: number
}

/** The first thing that is not done yet, from an empty book to the week's export. */
export function nextStep(now: Situation): NextStep {
  const { hand_in_on } = now.head
  const is_hand_in_day = hand_in_on !== null && now.today >= hand_in_on
  if (now.settings.unit_name === '' || now.settings.clerk_name === '') return 'fill_settings'
  if (!now.has_staff) return 'import_staff'
  if (now.duties === 0) return 'import_duties'
  if (now.counts.rows === 0) return 'fill_week'
  if (is_hand_in_day && now.missing > 0) return 'collect_reports'
  if (now.reported_done > 0) return 'sign_off'
  if (is_hand_in_day && now.to_carry > 0) return 'carry_over'
  return 'export_week'
}
