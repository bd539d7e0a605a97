// What the rule of AB岗 says of a duty in a stretch of time, told in days and names.
import type { Standing } from '../../src-shared/absences.ts'
import { type SlotSpan, spanOfSlots, workingPieces } from '../../src-shared/half-days.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import type { Office, OfficeDuty } from './read-office.ts'
import { type Answering, whoAnswers } from './who-answers.ts'

export function standingOf(office: Office, answering: readonly Answering[]): Standing[] {
  return answering.map(({ staff_id, as, ...slots }) => {
    const person = staff_id === null ? undefined : office.people.get(staff_id)
    return { ...spanOfSlots(slots), staff_id, name: person?.name ?? '', phone: person?.phone ?? '', as }
  })
}

/** Working time in which a duty that has somebody has nobody there. */
export function gapsIn(answering: readonly Answering[], holidays: HolidayTable): SlotSpan[] {
  return answering.filter(({ as }) => as === 'nobody').flatMap((span) => workingPieces(span, holidays))
}

export function answersFor(office: Office, duty: OfficeDuty, window: SlotSpan): Answering[] {
  return whoAnswers(duty, office.away, window)
}
