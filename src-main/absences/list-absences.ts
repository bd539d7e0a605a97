import type { AbsenceRecord, AbsenceRow } from '../../src-shared/absences.ts'
import { daysText, type HalfDaySpan, slotsOf } from '../../src-shared/half-days.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Db } from '../database/tables.ts'
import {
  type AbsenceRules,
  absenceRules,
  type Now,
  needsHandover,
  stateOfAbsence,
  stateOfHandover,
} from './absence-rules.ts'
import { previewAbsence } from './preview-absence.ts'
import { isHolding, type Office, readOffice } from './read-office.ts'
import { answersFor, gapsIn } from './stretches.ts'

/** Those that touch the year, the latest first; all of one person where one is named. */
export async function listAbsences(
  db: Db,
  now: Now,
  { year, staff_id }: { year: number; staff_id: number | null },
): Promise<AbsenceRow[]> {
  const stored = await storedAbsences(db)
    .where('a.from_on', '<=', `${year}-12-31`)
    .where('a.to_on', '>=', `${year}-01-01`)
    .$if(staff_id !== null, (rows) => rows.where('a.staff_id', '=', staff_id))
    .orderBy('a.from_on', 'desc')
    .orderBy('a.from_half', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  if (stored.length === 0) return []
  const slots = stored.map(slotsOf)
  const office = await readOffice(db, {
    first: Math.min(...slots.map(({ first }) => first)),
    last: Math.max(...slots.map(({ last }) => last)),
  })
  const rules = await absenceRules(db, now)
  return stored.map((row) => toRow(row, office, rules))
}

export async function getAbsence(db: Db, now: Now, id: number): Promise<AbsenceRecord> {
  const stored = await storedAbsences(db).where('a.id', '=', id).executeTakeFirst()
  if (!stored) throw absenceGone()
  const { from_on, from_half, to_on, to_half, staff_id } = stored
  const span = { from_on, from_half, to_on, to_half }
  const office = await readOffice(db, slotsOf(span))
  const events = await db
    .selectFrom('absence_events')
    .select(['kind', 'happened_on', 'by_name', 'reason', 'old_to_on', 'old_to_half'])
    .where('absence_id', '=', id)
    .orderBy('id')
    .execute()
  const stand_ins = await db
    .selectFrom('stand_ins as s')
    .innerJoin('staff', 'staff.id', 's.staff_id')
    .select(['s.id', 's.duty_id', 's.staff_id', 'staff.name', 's.appointed_by', 's.appointed_on'])
    .select(['s.from_on', 's.from_half', 's.to_on', 's.to_half'])
    .where('s.absence_id', '=', id)
    .orderBy('s.id')
    .execute()
  return {
    row: toRow(stored, office, await absenceRules(db, now)),
    preview: await previewAbsence(db, now, { ...span, staff_id, absence_id: id, stand_ins: [] }),
    events,
    stand_ins,
  }
}

export function absenceGone(): UserProblem {
  return new UserProblem({
    code: 'absence_gone',
    message: '这次离岗的登记已经不在了。',
    next: '可能是登记被撤销了，请刷新后再试。',
  })
}

function storedAbsences(db: Db) {
  return db
    .selectFrom('absences as a')
    .innerJoin('staff', 'staff.id', 'a.staff_id')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .leftJoin('handovers as h', 'h.absence_id', 'a.id')
    .select([
      'a.id',
      'a.staff_id',
      'staff.name',
      'staff.phone',
      'a.kind',
      'a.from_on',
      'a.from_half',
      'a.to_on',
      'a.to_half',
      'a.approver',
      'a.reachable',
      'a.note',
      'a.cancelled_on',
      'a.cancel_reason',
      'h.number as handover_number',
      'h.handed_over_on',
      'h.handed_back_on',
    ])
    .select((row) => row.fn.coalesce('groups.name', row.val('')).as('group_name'))
}
type Stored = Awaited<ReturnType<ReturnType<typeof storedAbsences>['execute']>>[number]

function toRow(stored: Stored, office: Office, rules: AbsenceRules): AbsenceRow {
  const { cancelled_on, handover_number, handed_over_on, handed_back_on, ...row } = stored
  const handover = handover_number === null ? null : { handed_over_on, handed_back_on }
  const { halves, needs_handover } = needsHandover(row, rules)
  return {
    ...row,
    state: stateOfAbsence(stored, handover, rules.now_slot),
    length: daysText(halves),
    ...(cancelled_on === null ? countDuties(row, office, rules) : { duties: 0, risks: 0 }),
    handover: handover === null ? null : { number: handover_number ?? '', state: stateOfHandover(handover) },
    needs_handover,
  }
}

function countDuties(row: HalfDaySpan & { staff_id: number }, office: Office, rules: AbsenceRules) {
  const window = slotsOf(row)
  let duties = 0
  let risks = 0
  for (const duty of office.duties.values()) {
    if (!isHolding(duty, row.staff_id, window)) continue
    if (isHolding(duty, row.staff_id, window, 'A')) duties += 1
    if (gapsIn(answersFor(office, duty, window), rules.holidays).length > 0) risks += 1
  }
  return { duties, risks }
}
