// The office in a stretch of time: people, what each holds, who is away, who is appointed. Read in five queries.
import { type SlotSpan, sharedSlots, slotsOf, spanOfSlots } from '../../src-shared/half-days.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import {
  type Appointed,
  type AwayTimes,
  awayTimes,
  type Holding,
  type Membership,
  postSlots,
} from './who-answers.ts'

export interface OfficePerson extends Membership {
  name: string
  phone: string
  group_id: number | null
  group_name: string
}

export interface OfficeAbsence extends SlotSpan {
  id: number
  staff_id: number
  kind: string
}

export interface OfficeDuty {
  id: number
  number: string
  content: string
  group_id: number
  group_name: string
  category_id: number
  holdings: Holding[]
  appointed: Appointed[]
}

export interface Office {
  /** In the clerk's own order. */
  people: Map<number, OfficePerson>
  /** Those that touch the stretch and are not cancelled, in the order they begin. */
  absences: OfficeAbsence[]
  away: AwayTimes
  /** All that are not voided, in the order of the duty list. */
  duties: Map<number, OfficeDuty>
}

/** What is only being thought of: an absence as it is typed, in the place of the one that is edited. */
export interface Thought {
  absence: OfficeAbsence
  stand_ins: readonly { duty_id: number; staff_id: number }[]
}

export async function readOffice(db: Db, window: SlotSpan, thought?: Thought): Promise<Office> {
  const people = await readPeople(db)
  const stored = (await readAbsences(db, window)).filter(({ id }) => id !== thought?.absence.id)
  const absences = thought === undefined ? stored : [...stored, thought.absence]
  const duties = await readDuties(db)
  await readHoldings(db, window, duties)
  await readAppointed(db, window, duties, thought)
  for (const { duty_id, staff_id } of thought?.stand_ins ?? []) {
    const { first, last } = thought?.absence ?? window
    duties.get(duty_id)?.appointed.push({ staff_id, first, last })
  }
  return {
    people: new Map(people.map((person) => [person.id, person])),
    absences,
    away: awayTimes(people, absences),
    duties,
  }
}

function readPeople(db: Db): Promise<OfficePerson[]> {
  return db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .select((row) => [
      'staff.id',
      'staff.name',
      'staff.phone',
      'staff.group_id',
      'staff.joined_on',
      'staff.left_on',
      row.fn.coalesce('groups.name', row.val('')).as('group_name'),
    ])
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .execute()
}

async function readAbsences(db: Db, window: SlotSpan): Promise<OfficeAbsence[]> {
  const { from_on, to_on } = spanOfSlots(window)
  const rows = await db
    .selectFrom('absences')
    .select(['id', 'staff_id', 'kind', 'from_on', 'from_half', 'to_on', 'to_half'])
    .where('cancelled_on', 'is', null)
    .where('from_on', '<=', to_on)
    .where('to_on', '>=', from_on)
    .orderBy('from_on')
    .orderBy('from_half')
    .orderBy('id')
    .execute()
  return rows
    .map(({ id, staff_id, kind, ...span }) => ({ id, staff_id, kind, ...slotsOf(span) }))
    .filter((absence) => sharedSlots(absence, window) !== null)
}

async function readDuties(db: Db): Promise<Map<number, OfficeDuty>> {
  const rows = await db
    .selectFrom('duties')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .innerJoin('categories', 'categories.id', 'duties.category_id')
    .select([
      'duties.id',
      'duties.number',
      'duties.content',
      'duties.group_id',
      'groups.name as group_name',
      'duties.category_id',
    ])
    .where('duties.voided_on', 'is', null)
    .orderBy('groups.sort_order')
    .orderBy('groups.id')
    .orderBy('categories.sort_order')
    .orderBy('categories.id')
    .orderBy('duties.sort_order')
    .orderBy('duties.number')
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, holdings: [], appointed: [] }]))
}

async function readHoldings(db: Db, window: SlotSpan, duties: Map<number, OfficeDuty>): Promise<void> {
  const { from_on, to_on } = spanOfSlots(window)
  const rows = await db
    .selectFrom('duty_holders')
    .select(['duty_id', 'staff_id', 'role', 'rank', 'from_on', 'to_on'])
    .where('from_on', '<=', to_on)
    .where(notEnded('to_on', from_on))
    .orderBy('rank')
    .execute()
  for (const { duty_id, staff_id, role, rank, ...days } of rows) {
    duties.get(duty_id)?.holdings.push({ staff_id, role, rank, ...postSlots(days.from_on, days.to_on) })
  }
}

/** An appointment ends with its absence, wherever that was moved to. */
async function readAppointed(
  db: Db,
  window: SlotSpan,
  duties: Map<number, OfficeDuty>,
  thought: Thought | undefined,
): Promise<void> {
  const { from_on, to_on } = spanOfSlots(window)
  const rows = await db
    .selectFrom('stand_ins as s')
    .innerJoin('absences as a', 'a.id', 's.absence_id')
    .select(['s.duty_id', 's.staff_id', 's.absence_id', 's.from_on', 's.from_half', 's.to_on', 's.to_half'])
    .select(['a.from_on as a_from_on', 'a.from_half as a_from_half', 'a.to_on as a_to_on'])
    .select('a.to_half as a_to_half')
    .where('a.cancelled_on', 'is', null)
    .where('s.from_on', '<=', to_on)
    .where('s.to_on', '>=', from_on)
    .orderBy('s.id')
    .execute()
  for (const row of rows) {
    const whole =
      thought?.absence.id === row.absence_id
        ? thought.absence
        : slotsOf({
            from_on: row.a_from_on,
            from_half: row.a_from_half,
            to_on: row.a_to_on,
            to_half: row.a_to_half,
          })
    const span = sharedSlots(slotsOf(row), whole)
    if (span !== null) duties.get(row.duty_id)?.appointed.push({ staff_id: row.staff_id, ...span })
  }
}

export function isHolding(duty: OfficeDuty, staff_id: number, window: SlotSpan, role?: 'A' | 'B'): boolean {
  return duty.holdings.some(
    (post) =>
      post.staff_id === staff_id &&
      (role === undefined || post.role === role) &&
      sharedSlots(post, window) !== null,
  )
}
