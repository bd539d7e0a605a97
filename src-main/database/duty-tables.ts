// People, duties and who holds them.
import type { Generated } from 'kysely'

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

export interface DutyTables {
  staff: StaffTable
  duties: DutiesTable
  duty_holders: DutyHoldersTable
}
