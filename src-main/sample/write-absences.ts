import { yearOf } from '../../src-shared/dates.ts'
import type { Change } from '../database/change.ts'
import { takePaperNumber } from '../numbers/take-paper-number.ts'
import { type SampleAbsence, sample_absences } from './sample-absences.ts'
import { type SampleCalendar, workdayUpTo } from './sample-calendar.ts'
import { type SampleIds, there } from './write-department.ts'

export async function writeAbsences(change: Change, calendar: SampleCalendar, ids: SampleIds): Promise<void> {
  for (const absence of sample_absences) {
    const { name, kind, from_half = 'am', to_half = 'pm', approver, reachable, note, cancelled } = absence
    const { id } = await change.db
      .insertInto('absences')
      .values({
        staff_id: there(ids.people, name),
        kind,
        from_on: dayOf(absence.from, calendar),
        from_half,
        to_on: dayOf(absence.to, calendar),
        to_half,
        approver,
        reachable,
        note,
        cancelled_on: cancelled === undefined ? null : dayOf(absence.from - 1, calendar),
        cancel_reason: cancelled ?? '',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeHandover(change, calendar, ids, id, absence)
  }
  change.describe(`载入示例年度：${sample_absences.length} 次离岗`)
}

/** On a day off the present day is the working day before it. */
function dayOf(days: number, calendar: SampleCalendar): string {
  return days === 0 ? workdayUpTo(calendar, calendar.today) : calendar.ahead(days)
}

async function writeHandover(
  change: Change,
  calendar: SampleCalendar,
  ids: SampleIds,
  absence_id: number,
  { from, to, approver, handover }: SampleAbsence,
): Promise<void> {
  if (handover === undefined) return
  const { receiver, place, items, back_note, actions } = handover
  const { id } = await change.db
    .insertInto('handovers')
    .values({
      absence_id,
      number: await takePaperNumber(change, '交接', yearOf(dayOf(from, calendar))),
      receiver,
      supervisor: approver,
      place,
      handed_over_on: dayOf(from - 1, calendar),
      handed_back_on: back_note === undefined ? null : dayOf(to + 1, calendar),
      back_note: back_note ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const is_back = back_note === undefined ? (0 as const) : (1 as const)
  await change.db
    .insertInto('handover_items')
    .values(items.map((item, at) => ({ ...item, handover_id: id, is_back, sort_order: at + 1 })))
    .execute()
  if (actions.length === 0) return
  await change.db
    .insertInto('stand_in_actions')
    .values(
      actions.map(({ name, day, content, result }) => ({
        absence_id,
        staff_id: there(ids.people, name),
        happened_on: dayOf(day, calendar),
        content,
        result,
      })),
    )
    .execute()
}
