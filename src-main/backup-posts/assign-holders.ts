import type { HolderAssignment } from '../../src-shared/backup-posts.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { setHolders } from './set-holders.ts'

export async function assignHolders(change: Change, assignment: HolderAssignment): Promise<void> {
  const duty = await change.db
    .selectFrom('duties')
    .select(['number', 'voided_on'])
    .where('id', '=', assignment.duty_id)
    .executeTakeFirst()
  if (!duty || duty.voided_on !== null) {
    throw new UserProblem({
      code: 'duty_not_in_use',
      message: duty ? `职责 ${duty.number} 已作废，不能设AB岗。` : '履职清单里已经没有这项职责。',
      next: duty ? '需要时请先恢复这项职责。' : '请刷新后再试。',
    })
  }
  await setHolders(change, assignment.duty_id, assignment.a_staff_id, assignment.b_staff_ids)
  change.describe(`调整职责 ${duty.number} 的AB岗`)
}
