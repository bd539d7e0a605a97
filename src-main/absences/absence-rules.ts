import type { AbsenceState, HandoverState } from '../../src-shared/absences.ts'
import { type Half, slotOf, slotsOf, workingHalves } from '../../src-shared/half-days.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { getSettings } from '../settings/settings.ts'

/** The half day it is. */
export interface Now {
  day: string
  half: Half
}

export interface AbsenceRules {
  now: Now
  now_slot: number
  holidays: HolidayTable
  /** Working half days from which on a handover is due. */
  handover_halves: number
}

export async function absenceRules(db: Db, now: Now): Promise<AbsenceRules> {
  const { handover_days } = await getSettings(db)
  return {
    now,
    now_slot: slotOf(now.day, now.half),
    holidays: await holidayTable(db),
    handover_halves: handover_days * 2,
  }
}

interface StoredAbsence {
  from_on: string
  from_half: Half
  to_on: string
  to_half: Half
  cancelled_on: string | null
}

export interface StoredHandover {
  handed_over_on: string | null
  handed_back_on: string | null
}

export function stateOfAbsence(
  absence: StoredAbsence,
  handover: StoredHandover | null,
  now_slot: number,
): AbsenceState {
  if (absence.cancelled_on !== null) return 'cancelled'
  const { first, last } = slotsOf(absence)
  if (now_slot < first) return 'coming'
  if (now_slot <= last) return 'away'
  const is_open = handover !== null && stateOfHandover(handover) === 'handed_over'
  return is_open ? 'to_hand_back' : 'back'
}

export function stateOfHandover({ handed_over_on, handed_back_on }: StoredHandover): HandoverState {
  if (handed_back_on !== null) return 'handed_back'
  return handed_over_on === null ? 'waiting' : 'handed_over'
}

export function needsHandover(
  span: StoredAbsence | Omit<StoredAbsence, 'cancelled_on'>,
  rules: AbsenceRules,
) {
  const halves = workingHalves(slotsOf(span), rules.holidays)
  return { halves, needs_handover: halves > 0 && halves >= rules.handover_halves }
}
