import { UserProblem } from '../../src-shared/problem.ts'
import { weekOf } from '../../src-shared/week.ts'
import { type HandIn, hand_in_words } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'

/** 已收, 无事项, or 未报 again. The day of a report stays the day it first came, as long as its state is the same. */
export async function handIn(change: Change, { week_monday, staff_ids, state }: HandIn): Promise<void> {
  const ids = [...new Set(staff_ids)]
  const names = await namesOf(change, ids)
  const there = await change.db
    .selectFrom('week_reports')
    .select(['staff_id', 'state'])
    .where('week_monday', '=', week_monday)
    .where('staff_id', 'in', ids)
    .execute()
  const stands = new Map(there.map((report) => [report.staff_id, report.state]))
  const [first] = names
  const who = names.length > 1 ? `${first}等 ${names.length} 人` : first
  change.describe(`第${weekOf(week_monday).week}周周报 ${who}${hand_in_words[state]}`)
  if (state === 'missing') return clearReports(change, week_monday, ids)
  const changed = ids.filter((id) => stands.has(id) && stands.get(id) !== state)
  await change.db
    .updateTable('week_reports')
    .set({ state, received_on: change.today, received_at: change.time })
    .where('week_monday', '=', week_monday)
    .where('staff_id', 'in', changed)
    .execute()
  const report = { week_monday, state, received_on: change.today, received_at: change.time }
  const fresh = ids.filter((id) => !stands.has(id))
  if (fresh.length === 0) return
  await change.db
    .insertInto('week_reports')
    .values(fresh.map((staff_id) => ({ ...report, staff_id })))
    .execute()
}

async function clearReports(
  change: Change,
  week_monday: string,
  staff_ids: readonly number[],
): Promise<void> {
  await change.db
    .deleteFrom('week_reports')
    .where('week_monday', '=', week_monday)
    .where('staff_id', 'in', staff_ids)
    .execute()
}

async function namesOf(change: Change, staff_ids: readonly number[]): Promise<string[]> {
  const people = await change.db
    .selectFrom('staff')
    .select('name')
    .where('id', 'in', staff_ids)
    .orderBy('sort_order')
    .execute()
  if (people.length === staff_ids.length) return people.map(({ name }) => name)
  throw new UserProblem({
    code: 'staff_gone',
    message: '名册里已经没有选中的人。',
    next: '可能是登记被撤销了，请刷新后重新选择。',
  })
}
