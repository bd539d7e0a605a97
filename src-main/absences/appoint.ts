// 指派顶岗: where A and B are both away, the leader in charge names somebody else (domain.md §b.1).
import type { Appointment, WantedStandIn } from '../../src-shared/absences.ts'
import { type HalfDaySpan, sharedSlots, slotsOf, spanOfSlots, spanText } from '../../src-shared/half-days.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { absenceGone } from './list-absences.ts'

interface Absence extends HalfDaySpan {
  id: number
  staff_id: number
}

/** Those named while an absence is registered, each for the whole of it. */
export async function appointAll(
  change: Change,
  absence: Absence,
  stand_ins: readonly WantedStandIn[],
  appointed_by: string,
): Promise<void> {
  if (stand_ins.length === 0) return
  if (appointed_by.trim() === '') {
    const message = '请填写批准指派的分管领导。'
    throw new UserProblem({ code: 'no_approver', message, fields: { appointed_by: message } })
  }
  const { id, staff_id, from_on, from_half, to_on, to_half } = absence
  if (stand_ins.some((one) => one.staff_id === staff_id)) throw ownStandIn()
  await change.db
    .insertInto('stand_ins')
    .values(
      stand_ins.map((one) => ({
        ...one,
        absence_id: id,
        from_on,
        from_half,
        to_on,
        to_half,
        appointed_by,
        appointed_on: change.today,
      })),
    )
    .execute()
}

/** One person for one or several duties; the time is cut to that of the absence. */
export async function appointStandIn(change: Change, appointment: Appointment): Promise<void> {
  const { duty_ids, staff_id, absence_id, appointed_by } = appointment
  const absence = await change.db
    .selectFrom('absences')
    .select(['id', 'staff_id', 'from_on', 'from_half', 'to_on', 'to_half'])
    .where('id', '=', absence_id)
    .where('cancelled_on', 'is', null)
    .executeTakeFirst()
  if (!absence) throw absenceGone()
  if (absence.staff_id === staff_id) throw ownStandIn()
  const inside = sharedSlots(slotsOf(appointment), slotsOf(absence))
  if (inside === null) {
    const message = `指派的时间不在这次离岗（${spanText(absence)}）之内。`
    throw new UserProblem({ code: 'outside_absence', message, fields: { from_on: message } })
  }
  const { name, numbers } = await namesOf(change, staff_id, duty_ids)
  const span = spanOfSlots(inside)
  const facts = { absence_id, staff_id, ...span, appointed_by, appointed_on: change.today }
  await change.db
    .insertInto('stand_ins')
    .values(duty_ids.map((duty_id) => ({ ...facts, duty_id })))
    .execute()
  const what = numbers.length === 1 ? numbers.join('') : `${numbers.length} 项职责`
  change.describe(`指派 ${name} ${spanText(span)}顶岗 ${what}`)
}

async function namesOf(change: Change, staff_id: number, duty_ids: readonly number[]) {
  const duties = await change.db
    .selectFrom('duties')
    .select('number')
    .where('id', 'in', duty_ids)
    .where('voided_on', 'is', null)
    .execute()
  const person = await change.db
    .selectFrom('staff')
    .select('name')
    .where('id', '=', staff_id)
    .executeTakeFirst()
  if (person && duties.length === new Set(duty_ids).size) {
    return { name: person.name, numbers: duties.map(({ number }) => number) }
  }
  throw new UserProblem({
    code: 'duty_or_person_gone',
    message: '有一项职责已经作废，或者选的人已不在名册里。',
    next: '请刷新后再试。',
  })
}

export async function dismissStandIn(change: Change, id: number): Promise<void> {
  const found = await change.db
    .selectFrom('stand_ins as s')
    .innerJoin('staff', 'staff.id', 's.staff_id')
    .innerJoin('duties', 'duties.id', 's.duty_id')
    .select(['staff.name', 'duties.number'])
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!found) {
    throw new UserProblem({ code: 'stand_in_gone', message: '这次指派已经不在了。', next: '请刷新后再试。' })
  }
  await change.db.deleteFrom('stand_ins').where('id', '=', id).execute()
  change.describe(`取消指派 ${found.name} 顶岗 ${found.number}`)
}

function ownStandIn(): UserProblem {
  const message = '不能指派离岗的人自己顶岗。'
  return new UserProblem({
    code: 'own_stand_in',
    message,
    next: '请另选一位在岗人员。',
    fields: { staff_id: message },
  })
}
