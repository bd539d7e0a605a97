import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'

export async function getDuty(change: Change, id: number) {
  const duty = await change.db
    .selectFrom('duties')
    .select(['number', 'voided_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (duty) return duty
  throw new UserProblem({
    code: 'duty_gone',
    message: '履职清单里已经没有这项职责。',
    next: '可能是登记被撤销了，请刷新清单后再试。',
  })
}
