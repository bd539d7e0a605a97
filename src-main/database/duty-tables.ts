// People, duties, who holds them, and what was so on earlier days.
import type { Generated } from 'kysely'
import type { DutyKind, DutyWeight } from '../../src-shared/duties.ts'

interface StaffTable {
  id: Generated<number>
  name: string
  group_id: number | null
  staff_code: string
  post: string
  position: Generated<string>
  political_status: Generated<string>
  phone: string
  note: string
  sort_order: number
  joined_on: string | null
  left_on: string | null
}

/** Where a person belonged up to and including `to_on`; what is so now stands in `staff`. */
interface StaffPastPlacesTable {
  id: Generated<number>
  staff_id: number
  to_on: string
  group_id: number | null
  post: string
  position: string
}

/** What a duty says, where it belongs and how it is sorted: kept for each period of the past. */
interface DutyText {
  group_id: number
  category_id: number
  content: string
  card_text: string
  kind: DutyKind
  weight: DutyWeight
  frequency: string
  due_rule: string
  /** A `Schedule` as JSON; empty when there is none. */
  schedule: string
  basis: string
  standard: string
  output: string
  risk: string
  controls: string
  steps: string
  start_rule: string
  leader: string
  report_to: string
  remark: string
}

type AddedLater =
  | 'card_text'
  | 'kind'
  | 'weight'
  | 'schedule'
  | 'risk'
  | 'controls'
  | 'steps'
  | 'start_rule'
  | 'leader'
  | 'report_to'

type DutiesTable = Omit<DutyText, AddedLater> & {
  [Column in AddedLater]: Generated<DutyText[Column]>
} & {
  id: Generated<number>
  number: string
  /** The first day it is in force; null when that is not known. */
  from_on: Generated<string | null>
  sort_order: number
  /** The first day it is in force no more. */
  voided_on: string | null
  void_reason: string
}

interface DutyPastTextsTable extends DutyText {
  id: Generated<number>
  duty_id: number
  /** The last day the text was in force. */
  to_on: string
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

/** 依据库: a document that texts cite. */
interface BasesTable {
  id: Generated<number>
  title: string
  document_number: string
}

interface DutyVersionsTable {
  id: Generated<number>
  name: string
  /** The day whose list it is. */
  as_of: string
  frozen_on: string
  note: string
}

interface DutyVersionRowsTable extends Omit<DutyText, 'group_id' | 'category_id' | 'schedule'> {
  id: Generated<number>
  version_id: number
  /** Counts from 1. */
  place: number
  number: string
  group_name: string
  category_name: string
  a_name: string
  /** In order, parted by 、. */
  b_names: string
}

interface DutyVersionPeopleTable {
  id: Generated<number>
  version_id: number
  place: number
  name: string
  group_name: string
  post: string
}

/** 人员变动. */
interface StaffEventsTable {
  id: Generated<number>
  staff_id: number
  kind: 'retire' | 'transfer_out' | 'leave' | 'regroup' | 'rename' | 'merge'
  happened_on: string
  before_text: string
  after_text: string
  approver: string
  reason: string
}

/** Two records of one person became one; `from_id` is gone. */
interface StaffMergesTable {
  id: Generated<number>
  from_id: number
  into_id: number
}

export interface DutyTables {
  staff_events: StaffEventsTable
  staff_merges: StaffMergesTable
  staff: StaffTable
  staff_past_places: StaffPastPlacesTable
  duties: DutiesTable
  duty_past_texts: DutyPastTextsTable
  duty_holders: DutyHoldersTable
  bases: BasesTable
  duty_versions: DutyVersionsTable
  duty_version_rows: DutyVersionRowsTable
  duty_version_people: DutyVersionPeopleTable
}
