import { longDate } from '../../src-shared/dates.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { SignOffRequest } from '../../src-shared/sign-offs.ts'
import type { Change } from '../database/change.ts'
import { getMatters } from './get-matters.ts'
import { newestLines } from './newest-lines.ts'
import { openLines } from './open-lines.ts'
import { fieldProblem, nameMatters, refuseMatters } from './refuse-matters.ts'

/** 申请销号: the row of the newest week says 已完成 and the matter waits for its review (待审核), still carried on. */
export async function askSignOff(
  change: Change,
  { matter_ids, asked_on, asked_by, note }: SignOffRequest,
): Promise<{ asked: number }> {
  if (asked_on > change.today) {
    throw fieldProblem({ asked_on: `申请时间不能晚于今天（${longDate(change.today)}）。` })
  }
  const matters = await getMatters(change.db, matter_ids)
  const refused = matters.filter((matter) => !isOpen(matter) || matter.state === 'sign_off_asked')
  if (refused.length > 0) throw refuseMatters('再申请销号', refused)
  const ids = matters.map(({ id }) => id)
  const lines = await openLines(change, ids)
  await change.db
    .updateTable('matter_weeks')
    .set({ week_state: 'done' })
    .where(
      'id',
      'in',
      lines.map(({ id }) => id),
    )
    .execute()
  await change.db.updateTable('matters').set({ state: 'sign_off_asked' }).where('id', 'in', ids).execute()
  const event = { kind: 'sign_off_asked', happened_on: asked_on, reason: note, new_due_on: null } as const
  await change.db
    .insertInto('matter_events')
    .values(
      matters.map(({ id, staff_name }) => ({
        ...event,
        matter_id: id,
        by_name: asked_by || staff_name || change.who,
      })),
    )
    .execute()
  change.describe(`申请销号 ${nameMatters(matters)}`)
  return { asked: matters.length }
}

/** A request falls when the newest week no longer says 已完成: the person has taken it back. */
export async function dropRequests(change: Change, matter_ids: readonly number[]): Promise<void> {
  const asked = await change.db
    .selectFrom('matters')
    .select('id')
    .where('id', 'in', matter_ids)
    .where('state', '=', 'sign_off_asked')
    .execute()
  if (asked.length === 0) return
  const lines = await newestLines(
    change,
    asked.map(({ id }) => id),
  )
  const dropped = lines.filter(({ week_state }) => week_state !== 'done').map(({ matter_id }) => matter_id)
  await change.db.updateTable('matters').set({ state: 'in_progress' }).where('id', 'in', dropped).execute()
}
