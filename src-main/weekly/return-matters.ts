import { longDate } from '../../src-shared/dates.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { Return } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { settleDefects } from './defects.ts'
import { getMatters } from './get-matters.ts'
import { openLines } from './open-lines.ts'
import { fieldProblem, nameMatters, refuseMatters } from './refuse-matters.ts'

/**
 * 退回: what was reported as done, or signed off but not archived, is under way again, with the reason. The row of
 * its newest week goes back from 已完成 to 正在推进.
 */
export async function returnMatters(
  change: Change,
  { matter_ids, returned_on, returned_by, reason }: Return,
): Promise<{ returned: number }> {
  if (returned_on > change.today) {
    throw fieldProblem({ returned_on: `退回时间不能晚于今天（${longDate(change.today)}）。` })
  }
  const matters = await getMatters(change.db, matter_ids)
  const ids = matters.map(({ id }) => id)
  const closed = matters.filter(({ state }) => state === 'archived' || state === 'withdrawn')
  if (closed.length > 0) throw refuseMatters('退回', closed)
  const done = (await openLines(change, ids)).filter(({ week_state }) => week_state === 'done')
  const reported = new Set(done.map(({ matter_id }) => matter_id))
  const unreported = matters.filter((matter) => isOpen(matter) && !reported.has(matter.id))
  if (unreported.length > 0) {
    throw refuseMatters('退回', unreported, {
      why: '还没有报完成',
      next: '进展不实时，请直接修改它的完成情况。',
    })
  }
  await change.db
    .updateTable('matters')
    .set({ state: 'in_progress', finished_on: null, signed_off_on: null, signed_off_by: '' })
    .where('id', 'in', ids)
    .execute()
  const line_ids = done.map(({ id }) => id)
  await change.db
    .updateTable('matter_weeks')
    .set({ week_state: 'in_progress' })
    .where('id', 'in', line_ids)
    .execute()
  const event = { kind: 'returned', happened_on: returned_on, by_name: returned_by, reason } as const
  await change.db
    .insertInto('matter_events')
    .values(ids.map((matter_id) => ({ ...event, matter_id, new_due_on: null })))
    .execute()
  await settleDefects(change, ids, returned_on, returned_by)
  change.describe(`退回 ${nameMatters(matters)}`)
  return { returned: matters.length }
}
