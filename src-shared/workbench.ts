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
  /** The current week; while a week without a working day runs, the one it is merged with. */
  head: WeekHead
  counts: WeekCounts
  /** Open and past their due date in any week, oldest first: the first 100. Each as in its newest week. */
  overdue: WeekRow[]
  overdue_total: number
  /** Open and due within the amber days, soonest first: the first 100. */
  due_soon: WeekRow[]
  due_soon_total: number
  /** 未报 people of this week. */
  missing: PersonReport[]
  /** Of the `people` on the list in that week, those who have handed in (无事项 included). */
  received: number
  people: number
  duties: number
  duties_without_a: number
  duties_without_b: number
  /** Signed off but not archived yet. */
  waiting_for_archive: number
  next_step: NextStep
}
