// The audit trail, the number register, and what the office sets for itself.
import type { Generated } from 'kysely'

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

interface CategoriesTable extends GroupsTable {
  /** The category it stands under. */
  parent_id: Generated<number | null>
  needs_evidence: Generated<0 | 1>
  /** Its own 提前几个工作日亮黄灯; null for that of the settings. */
  amber_days: Generated<number | null>
}

interface HolidayDaysTable {
  id: Generated<number>
  day: string
  kind: 'off' | 'work'
  name: string
}

export interface ChangeTables {
  changes: ChangesTable
  change_rows: ChangeRowsTable
  open_change: OpenChangeTable
  number_register: NumberRegisterTable
  settings: SettingsTable
  groups: GroupsTable
  categories: CategoriesTable
  holiday_days: HolidayDaysTable
}
