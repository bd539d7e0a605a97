// 周期事项: what became of each date that a duty's schedule names.
import type { Generated } from 'kysely'

interface RoutineDatesTable {
  id: Generated<number>
  duty_id: number
  /** `ScheduledDate.period`, 2026-11 */
  period: string
  rule_on: string
  /** Null when it was left out. */
  matter_id: number | null
  skip_reason: string
}

interface RoutineHabitsTable {
  id: Generated<number>
  duty_id: number
  /** Weeks before the week of its deadline; none without a row. */
  lead_weeks: number
}

export interface RoutineTables {
  routine_dates: RoutineDatesTable
  routine_habits: RoutineHabitsTable
}
