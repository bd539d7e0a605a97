// One interface a table, spelt as in SQL.
import type { Generated, Kysely } from 'kysely'

interface ChangesTable {
  id: number
  /** UTC moment. */
  made_at: string
  who: string
  method: string
  title: string
  undoes_change_id: number | null
}

interface ChangeRowsTable {
  id: Generated<number>
  change_id: number
  table_name: string
  row_id: number
  operation: 'insert' | 'update' | 'delete'
  /** Row image as JSON. */
  before: string | null
  after: string | null
}

interface OpenChangeTable {
  id: 1
  change_id: number | null
  is_undo: 0 | 1
}

interface NumberRegisterTable {
  id: Generated<number>
  kind: 'matter' | 'duty'
  scope: string
  serial: number
  number: string
  state: 'used' | 'gap'
  reason: string
}

interface SettingsTable {
  id: Generated<number>
  name: string
  value: string
}

interface GroupsTable {
  id: Generated<number>
  code: string
  name: string
  sort_order: number
  voided_on: string | null
}

interface HolidayDaysTable {
  id: Generated<number>
  day: string
  kind: 'off' | 'work'
  name: string
}

interface StaffTable {
  id: Generated<number>
  name: string
  group_id: number | null
  staff_code: string
  post: string
  phone: string
  note: string
  sort_order: number
  joined_on: string | null
  left_on: string | null
}

interface DutiesTable {
  id: Generated<number>
  number: string
  group_id: number
  category_id: number
  content: string
  frequency: string
  due_rule: string
  basis: string
  standard: string
  output: string
  remark: string
  sort_order: number
  voided_on: string | null
  void_reason: string
}

interface DutyHoldersTable {
  id: Generated<number>
  duty_id: number
  staff_id: number
  role: 'A' | 'B'
  rank: number
  from_on: string
  /** The last day, itself included; null while it lasts. */
  to_on: string | null
}

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
  kind: 'extended' | 'signed_off' | 'returned' | 'withdrawn'
  happened_on: string
  by_name: string
  reason: string
  new_due_on: string | null
}

interface WeekReportsTable {
  id: Generated<number>
  staff_id: number
  week_monday: string
  state: 'nothing' | 'received'
  received_on: string
}

interface ArchiveEntriesTable {
  id: Generated<number>
  matter_id: number
  archived_on: string
  archived_by: string
  retention: 'Y' | 'D30' | 'D10'
  location: string
  materials: string
  remark: string
}

export interface Tables {
  changes: ChangesTable
  change_rows: ChangeRowsTable
  open_change: OpenChangeTable
  number_register: NumberRegisterTable
  settings: SettingsTable
  groups: GroupsTable
  categories: GroupsTable
  holiday_days: HolidayDaysTable
  staff: StaffTable
  duties: DutiesTable
  duty_holders: DutyHoldersTable
  matters: MattersTable
  matter_weeks: MatterWeeksTable
  matter_events: MatterEventsTable
  week_reports: WeekReportsTable
  archive_entries: ArchiveEntriesTable
}

/** What a question reads from. What changes rows takes a `Change` instead. */
export type Db = Kysely<Tables>
