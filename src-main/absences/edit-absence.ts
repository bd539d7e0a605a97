// 离岗登记: registering, changing, 提前返岗, 延长, 取消. Every change says in words what it did.
import type { AbsenceDraft, NewAbsence, NewEnd } from '../../src-shared/absences.ts'
import { addDays, longDate } from '../../src-shared/dates.ts'
import { type HalfDaySpan, spanText } from '../../src-shared/half-days.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { appointAll } from './appoint.ts'
import { absenceGone } from './list-absences.ts'

export async function addAbsence(
  change: Change,
  { draft, stand_ins, appointed_by }: NewAbsence,
): Promise<{ id: number }> {
  const name = await checkPerson(change, draft)
  await checkApart(change, draft, name, null)
  const added = await change.db
    .insertInto('absences')
    .values({ ...draft, cancelled_on: null, cancel_reason: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await appointAll(change, { id: added.id, ...draft }, stand_ins, appointed_by)
  const appointed = stand_ins.length === 0 ? '' : `，指派顶岗 ${stand_ins.length} 项`
  change.describe(`登记 ${name} ${spanText(draft)}${draft.kind}${appointed}`)
  return added
}

export async function editAbsence(change: Change, id: number, draft: AbsenceDraft): Promise<void> {
  const before = await getOpen(change, id)
  if (draft.staff_id !== before.staff_id) {
    throw refusal(
      'person_fixed',
      '不能把一次离岗改到别人名下。',
      '请取消这一次，再给另一位登记。',
      'staff_id',
    )
  }
  const name = await checkPerson(change, draft)
  await checkApart(change, draft, name, id)
  await change.db.updateTable('absences').set(draft).where('id', '=', id).execute()
  await followStandIns(change, id, before, draft)
  change.describe(`修改 ${name} ${spanText(draft)}${draft.kind}`)
}

/** 提前返岗 or 延长: only the end moves, and how it was before is kept. */
export async function moveEnd(
  change: Change,
  { id, to_on, to_half, approver, reason }: NewEnd,
): Promise<void> {
  const before = await getOpen(change, id)
  const after = { ...before, to_on, to_half }
  const old_end = before.to_on + before.to_half
  const new_end = to_on + to_half
  if (new_end < before.from_on + before.from_half) {
    throw refusal(
      'end_before_start',
      '结束不能早于开始。',
      '如果人没有离岗，请用“取消离岗”，并写明原因。',
      'to_on',
    )
  }
  if (new_end === old_end) {
    throw refusal('same_end', '结束时间没有变化。', '请填写新的结束时间。', 'to_on')
  }
  const name = await checkPerson(change, after)
  await checkApart(change, after, name, id)
  const kind = new_end > old_end ? ('extended' as const) : ('shortened' as const)
  await change.db.updateTable('absences').set({ to_on, to_half }).where('id', '=', id).execute()
  await followStandIns(change, id, before, after)
  await change.db
    .insertInto('absence_events')
    .values({
      absence_id: id,
      kind,
      happened_on: change.today,
      by_name: approver,
      reason,
      old_to_on: before.to_on,
      old_to_half: before.to_half,
    })
    .execute()
  change.describe(`${name} ${before.kind}${kind === 'extended' ? '延长' : '提前返岗'}（${spanText(after)}）`)
}

export async function cancelAbsence(change: Change, id: number, reason: string): Promise<void> {
  const { name, kind, to_on, to_half, ...absence } = await getOpen(change, id)
  await change.db
    .updateTable('absences')
    .set({ cancelled_on: change.today, cancel_reason: reason })
    .where('id', '=', id)
    .execute()
  await change.db
    .insertInto('absence_events')
    .values({
      absence_id: id,
      kind: 'cancelled',
      happened_on: change.today,
      by_name: change.who,
      reason,
      old_to_on: to_on,
      old_to_half: to_half,
    })
    .execute()
  change.describe(`取消 ${name} ${spanText({ ...absence, to_on, to_half })}${kind}`)
}

/**
 * Of somebody who leaves the unit: what would begin after the last day is cancelled, what reaches beyond it ends on it.
 * Called by what registers the leaving, inside its change; answers how many absences it touched.
 */
export async function endAbsences(change: Change, staff_id: number, last_day: string): Promise<number> {
  const later = await change.db
    .selectFrom('absences')
    .select(['id', 'from_on', 'to_on', 'to_half'])
    .where('staff_id', '=', staff_id)
    .where('cancelled_on', 'is', null)
    .where('to_on', '>', last_day)
    .execute()
  const reason = `${longDate(last_day)}离开单位`
  for (const { id, from_on, to_on, to_half } of later) {
    const is_wholly_later = from_on > last_day
    await change.db
      .updateTable('absences')
      .set(
        is_wholly_later
          ? { cancelled_on: change.today, cancel_reason: reason }
          : { to_on: last_day, to_half: 'pm' },
      )
      .where('id', '=', id)
      .execute()
    await change.db
      .insertInto('absence_events')
      .values({
        absence_id: id,
        kind: is_wholly_later ? 'cancelled' : 'shortened',
        happened_on: change.today,
        by_name: change.who,
        reason,
        old_to_on: to_on,
        old_to_half: to_half,
      })
      .execute()
  }
  return later.length
}

/** Who was appointed to the very end stays to the new one; who would stand in after it is not asked any more. */
async function followStandIns(
  change: Change,
  absence_id: number,
  before: HalfDaySpan,
  after: HalfDaySpan,
): Promise<void> {
  const appointed = await change.db
    .selectFrom('stand_ins')
    .select(['id', 'from_on', 'from_half', 'to_on', 'to_half'])
    .where('absence_id', '=', absence_id)
    .execute()
  for (const { id, ...span } of appointed) {
    const follows_start = span.from_on === before.from_on && span.from_half === before.from_half
    const follows_end = span.to_on === before.to_on && span.to_half === before.to_half
    const next = {
      ...(follows_start ? { from_on: after.from_on, from_half: after.from_half } : {}),
      ...(follows_end ? { to_on: after.to_on, to_half: after.to_half } : {}),
    }
    const whole = { ...span, ...next }
    const is_gone =
      whole.from_on + whole.from_half > whole.to_on + whole.to_half ||
      whole.from_on + whole.from_half > after.to_on + after.to_half ||
      whole.to_on + whole.to_half < after.from_on + after.from_half
    if (is_gone) await change.db.deleteFrom('stand_ins').where('id', '=', id).execute()
    else if (follows_start || follows_end) {
      await change.db.updateTable('stand_ins').set(next).where('id', '=', id).execute()
    }
  }
}

async function getOpen(change: Change, id: number) {
  const found = await change.db
    .selectFrom('absences as a')
    .innerJoin('staff', 'staff.id', 'a.staff_id')
    .select(['a.staff_id', 'staff.name', 'a.kind', 'a.from_on', 'a.from_half', 'a.to_on', 'a.to_half'])
    .select(['a.cancelled_on'])
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (!found) throw absenceGone()
  const { cancelled_on, ...absence } = found
  if (cancelled_on !== null) {
    throw refusal('absence_cancelled', '这次离岗已经取消，不能再改。', '需要时请重新登记一次。')
  }
  return absence
}

async function checkPerson(change: Change, span: HalfDaySpan & { staff_id: number }): Promise<string> {
  const person = await change.db
    .selectFrom('staff')
    .select(['name', 'joined_on', 'left_on'])
    .where('id', '=', span.staff_id)
    .executeTakeFirst()
  if (!person) throw refusal('staff_gone', '名册里已经没有这个人。', '请重新选择人员。', 'staff_id')
  const { name, joined_on, left_on } = person
  if (joined_on !== null && span.from_on < joined_on) {
    const message = `${name}${longDate(joined_on)}才到岗，离岗不能早于这一天。`
    throw refusal('before_joining', message, '请核对日期。', 'from_on')
  }
  if (left_on !== null && span.to_on > left_on) {
    const message = `${name}${longDate(left_on)}离开单位，离岗不能晚于这一天。`
    throw refusal('after_leaving', message, '请核对日期，或在人员名册里恢复在岗。', 'to_on')
  }
  return name
}

async function checkApart(
  change: Change,
  { staff_id, from_on, from_half, to_on, to_half }: HalfDaySpan & { staff_id: number },
  name: string,
  id: number | null,
): Promise<void> {
  const near = await change.db
    .selectFrom('absences')
    .select(['id', 'kind', 'from_on', 'from_half', 'to_on', 'to_half'])
    .where('staff_id', '=', staff_id)
    .where('cancelled_on', 'is', null)
    .where('from_on', '<=', to_on)
    .where('to_on', '>=', from_on)
    .execute()
  const other = near.find(
    (one) =>
      one.id !== id &&
      one.from_on + one.from_half <= to_on + to_half &&
      from_on + from_half <= one.to_on + one.to_half,
  )
  if (other === undefined) return
  const message = `${name}${spanText(other)}已经登记了${other.kind}，时间重叠。`
  const next = `请改日期；如果是接着休，从${spanText({ ...other, ...dayAfter(other) })}起登记，或者延长原来的那一次。`
  throw refusal('absences_overlap', message, next, 'from_on')
}

function dayAfter({ to_on, to_half }: HalfDaySpan): HalfDaySpan {
  const [on, half] = to_half === 'am' ? ([to_on, 'pm'] as const) : ([addDays(to_on, 1), 'am'] as const)
  return { from_on: on, from_half: half, to_on: on, to_half: half }
}

function refusal(code: string, message: string, next: string, field?: string): UserProblem {
  return new UserProblem({
    code,
    message,
    next,
    ...(field === undefined ? {} : { fields: { [field]: message } }),
  })
}
