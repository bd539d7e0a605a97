// What was done in the place of those who were away: weekly lines and events of their matters while somebody stood in
// for the duty, and what was typed besides. The return sheet and the yearly count read the same list.

import { groupRows } from '../../src-shared/group-rows.ts'
import { type SlotSpan, sharedSlots, slotOf, spanOfSlots } from '../../src-shared/half-days.ts'
import type { DoneMeanwhile } from '../../src-shared/handovers.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { event_words, type WeekState, week_state_words } from '../../src-shared/weekly.ts'
import { handInDay } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import type { AbsenceRules } from './absence-rules.ts'
import type { Office, OfficeAbsence } from './read-office.ts'
import { answersFor } from './stretches.ts'

export interface DoneInAbsence extends DoneMeanwhile {
  absence_id: number
}

/** In the order it was done. `office` must reach over all of the absences; a matter without a duty has nobody beside it. */
export async function doneMeanwhile(
  db: Db,
  office: Office,
  absences: readonly OfficeAbsence[],
  { now, holidays }: Pick<AbsenceRules, 'now' | 'holidays'>,
): Promise<DoneInAbsence[]> {
  if (absences.length === 0) return []
  const staff_ids = [...new Set(absences.map(({ staff_id }) => staff_id))]
  const { from_on, to_on } = spanOfSlots({
    first: Math.min(...absences.map(({ first }) => first)),
    last: Math.max(...absences.map(({ last }) => last)),
  })
  const of_person = groupRows(absences, ({ staff_id }) => staff_id)
  const lines = await readLines(db, staff_ids, from_on, to_on)
  const events = await readEvents(db, staff_ids, from_on, to_on)
  const done: DoneInAbsence[] = []
  const add = (matter: Told, span: SlotSpan, happened_on: string, result: string, is_finished: boolean) => {
    for (const absence of of_person.get(matter.staff_id ?? 0) ?? []) {
      const inside = sharedSlots(absence, span)
      if (inside === null) continue
      const staff_id = mostOf(office, matter.duty_id, absence.staff_id, inside)
      done.push({
        absence_id: absence.id,
        action_id: null,
        staff_id,
        name: staff_id === null ? '' : (office.people.get(staff_id)?.name ?? ''),
        happened_on,
        what: `${matter.number} ${matter.title}`,
        result,
        is_finished,
      })
    }
  }
  for (const { week_monday, week_state, progress, ...matter } of lines) {
    // A line is told on the day reports are handed in, or today while the week still runs.
    const hand_in = handInDay(week_monday, holidays) ?? week_monday
    const told_on = hand_in < now.day ? hand_in : now.day
    const day = { first: slotOf(told_on, 'am'), last: slotOf(told_on, 'pm') }
    if (told_on < week_monday) continue
    add(matter, day, told_on, `${week_state_words[week_state]}：${progress}`, false)
  }
  for (const { kind, happened_on, reason, ...matter } of events) {
    const day = { first: slotOf(happened_on, 'am'), last: slotOf(happened_on, 'pm') }
    add(
      matter,
      day,
      happened_on,
      `${event_words[kind]}${reason === '' ? '' : `：${reason}`}`,
      kind === 'signed_off',
    )
  }
  done.push(...(await readActions(db, absences, office)))
  return done.toSorted((one, other) => (one.happened_on < other.happened_on ? -1 : 1))
}

interface Told {
  number: string
  title: string
  staff_id: number | null
  duty_id: number | null
}

/** Who answered for the duty longest in that time, other than the person who was away; null when nobody did. */
export function mostOf(
  office: Office,
  duty_id: number | null,
  away_id: number,
  span: SlotSpan,
): number | null {
  const duty = duty_id === null ? undefined : office.duties.get(duty_id)
  if (duty === undefined) return null
  let longest = 0
  let most: number | null = null
  for (const { staff_id, first, last } of answersFor(office, duty, span)) {
    if (staff_id === null || staff_id === away_id || last - first + 1 <= longest) continue
    longest = last - first + 1
    most = staff_id
  }
  return most
}

function readLines(db: Db, staff_ids: number[], from_on: string, to_on: string) {
  return db
    .selectFrom('matter_weeks as w')
    .innerJoin('matters as m', 'm.id', 'w.matter_id')
    .select(['m.number', 'm.title', 'm.staff_id', 'm.duty_id', 'w.week_monday', 'w.progress'])
    .select((row) => row.ref('w.week_state').$castTo<WeekState>().as('week_state'))
    .where('m.staff_id', 'in', staff_ids)
    .where('w.week_monday', '>=', mondayOf(from_on))
    .where('w.week_monday', '<=', to_on)
    .where('w.progress', '<>', '')
    .where('w.week_state', '<>', 'not_started')
    .orderBy('m.number')
    .execute()
}

function readEvents(db: Db, staff_ids: number[], from_on: string, to_on: string) {
  return db
    .selectFrom('matter_events as e')
    .innerJoin('matters as m', 'm.id', 'e.matter_id')
    .select(['m.number', 'm.title', 'm.staff_id', 'm.duty_id', 'e.kind', 'e.happened_on', 'e.reason'])
    .where('m.staff_id', 'in', staff_ids)
    .where('e.happened_on', '>=', from_on)
    .where('e.happened_on', '<=', to_on)
    .orderBy('e.id')
    .execute()
}

async function readActions(
  db: Db,
  absences: readonly OfficeAbsence[],
  office: Office,
): Promise<DoneInAbsence[]> {
  const rows = await db
    .selectFrom('stand_in_actions')
    .select(['id', 'absence_id', 'staff_id', 'happened_on', 'content', 'result'])
    .where(
      'absence_id',
      'in',
      absences.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id, absence_id, staff_id, happened_on, content, result }) => ({
    absence_id,
    action_id: id,
    staff_id,
    name: office.people.get(staff_id)?.name ?? '',
    happened_on,
    what: content,
    result,
    is_finished: false,
  }))
}
