import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { getDuty } from './get-duty.ts'

/** Voids with a reason; the numbers stay taken. A duty that is void already keeps its own day and reason. */
export async function voidDuties(change: Change, ids: number[], reason: string): Promise<void> {
  const voided = await change.db
    .updateTable('duties')
    .set({ voided_on: change.today, void_reason: reason })
    .where('id', 'in', ids)
    .where('voided_on', 'is', null)
    .returning('number')
    .execute()
  if (voided.length === 0) {
    throw new UserProblem({
      code: 'nothing_to_void',
      message: '选中的职责都已经作废了。',
      next: '请刷新清单后再看。',
    })
  }
  change.describe(voided.length === 1 ? `作废职责 ${voided[0]?.number}` : `作废 ${voided.length} 项职责`)
}

/** The duty comes back under its old number, with the A and B it had. */
export async function restoreDuty(change: Change, id: number): Promise<void> {
  const duty = await getDuty(change, id)
  await change.db
    .updateTable('duties')
    .set({ voided_on: null, void_reason: '' })
    .where('id', '=', id)
    .execute()
  change.describe(`恢复职责 ${duty.number}`)
}
