// Matters, their weeks and events, and who has handed in.
import type { Generated } from 'kysely'
import type { MatterEventKind } from '../../src-shared/weekly.ts'

interface MattersTable {
  id: Generated<number>
  number: string
  title: string
  detail: string
  category_id: number
  group_id: number
  staff_id: number | null
  duty_id: number | null
  helpers: string
  leader: string
  source: string
  listed_on: string
  original_due_on: string | null
  due_on: string | null
  due_text: string
  state: 'assigned' | 'in_progress' | 'sign_off_asked' | 'signed_off' | 'archived' | 'withdrawn'
  finished_on: string | null
  signed_off_on: string | null
  signed_off_by: string
  evidence: string
  remark: string
}

interface MatterWeeksTable {
  id: Generated<number>
  matter_id: number
  week_monday: string
  is_planned: 0 | 1
  progress: string
  week_state: 'not_started' | 'in_progress' | 'done' | 'unfinished' | 'postponed' | 'long_term' | 'cancelled'
  unfinished_reason: string
  sort_order: number
}

interface MatterEventsTable {
  id: Generated<number>
  matter_id: number
  kind: MatterEventKind
  happened_on: string
  by_name: string
  reason: string
  new_due_on: string | null
  /** What a 更正 took the place of. */
  old_due_on: Generated<string | null>
}

interface MatterFilesTable {
  id: Generated<number>
  matter_id: number
  file_id: number
}

/** 纸质佐证材料: where it lies. */
interface MatterPapersTable {
  id: Generated<number>
  matter_id: number
  place: string
}

interface MatterDefectsTable {
  id: Generated<number>
  matter_id: number
  missing: string
  noted_on: string
  noted_by: string
  cured_on: string | null
  cured_by: string
  cure: string
}

interface WeekReportsTable {
  id: Generated<number>
  staff_id: number
  week_monday: string
  state: 'nothing' | 'received'
  received_on: string
  /** `16:30`; empty where only the day is known. */
  received_at: Generated<string>
}

interface WeekNamesTable {
  id: Generated<number>
  week_monday: string
  name: string
}

interface WeekLocksTable {
  id: Generated<number>
  week_monday: string
  /** The week that was closed: itself, or the one it is merged with. */
  closed_with: string
  locked_on: string
  locked_by: string
  /** 17:05 */
  locked_at: string
  /** What the week was called then. */
  title: string
  /** What the check before closing found and the clerk let stand, in words. */
  left_open: string
  unlocked_on: string | null
  unlocked_by: string
  unlock_reason: string
}

interface WeekSnapshotsTable {
  id: Generated<number>
  lock_id: number
  list: string
  row_count: number
  /** Its rows as they stood at closing, as gzipped JSON. */
  packed_rows: Buffer
}

export interface WeeklyTables {
  matters: MattersTable
  matter_weeks: MatterWeeksTable
  matter_events: MatterEventsTable
  matter_defects: MatterDefectsTable
  matter_files: MatterFilesTable
  matter_papers: MatterPapersTable
  week_reports: WeekReportsTable
  week_names: WeekNamesTable
  week_locks: WeekLocksTable
  week_snapshots: WeekSnapshotsTable
}
