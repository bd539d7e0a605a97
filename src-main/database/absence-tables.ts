// Absences, who stands in, handing over and back.
import type { Generated } from 'kysely'

interface HalfDays {
  from_on: string
  from_half: 'am' | 'pm'
  /** The last half day, itself included. */
  to_on: string
  to_half: 'am' | 'pm'
}

interface AbsencesTable extends HalfDays {
  id: Generated<number>
  staff_id: number
  kind: string
  approver: string
  reachable: string
  note: string
  cancelled_on: string | null
  cancel_reason: string
}

interface AbsenceEventsTable {
  id: Generated<number>
  absence_id: number
  kind: 'extended' | 'shortened' | 'cancelled'
  happened_on: string
  by_name: string
  reason: string
  /** The end it had before. */
  old_to_on: string
  old_to_half: 'am' | 'pm'
}

interface StandInsTable extends HalfDays {
  id: Generated<number>
  absence_id: number
  duty_id: number
  staff_id: number
  appointed_by: string
  appointed_on: string
}

interface StandInActionsTable {
  id: Generated<number>
  absence_id: number
  staff_id: number
  happened_on: string
  content: string
  result: string
}

interface PaperRegisterTable {
  id: Generated<number>
  kind: string
  year: number
  serial: number
  number: string
  state: 'used' | 'gap'
  reason: string
}

interface HandoversTable {
  id: Generated<number>
  absence_id: number
  number: string
  receiver: string
  supervisor: string
  place: string
  handed_over_on: string | null
  handed_back_on: string | null
  back_note: string
}

interface HandoverItemsTable {
  id: Generated<number>
  handover_id: number
  section: 'paper' | 'access' | 'thing' | 'contact' | 'note'
  name: string
  quantity: string
  medium: string
  place: string
  detail: string
  is_back: 0 | 1
  sort_order: number
}

export interface AbsenceTables {
  absences: AbsencesTable
  absence_events: AbsenceEventsTable
  stand_ins: StandInsTable
  stand_in_actions: StandInActionsTable
  paper_register: PaperRegisterTable
  handovers: HandoversTable
  handover_items: HandoverItemsTable
}
