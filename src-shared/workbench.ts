import type { PersonReport, WeekCounts, WeekHead, WeekRow } from './weekly.ts'

/** What the clerk should do next, in this order. */
export type NextStep =
  | 'fill_settings'
  | 'import_staff'
  | 'import_duties'
  | 'fill_week'
  | 'collect_reports'
  | 'sign_off'
  | 'carry_over'
  | 'export_week'

export interface Workbench {
  today: string
  head: WeekHead
  counts: WeekCounts
  /** Open and past their due date, oldest first. */
  overdue: WeekRow[]
  /** Open and due within the amber days. */
  due_soon: WeekRow[]
  /** 未报 people of this week. */
  missing: PersonReport[]
  received: number
  people: number
  duties: number
  duties_without_a: number
  duties_without_b: number
  /** Signed off but not archived yet. */
  waiting_for_archive: number
  next_step: NextStep
}
