import type { DutyFields } from '../../src-shared/duties.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { nextSortOrder } from '../database/next-sort-order.ts'
import { takeDutyNumber } from '../numbers/take-number.ts'
import { getDuty } from './get-duty.ts'

/** Takes the next number of its group and category. Who holds the duty is set apart from this. */
export async function addDuty(change: Change, fields: DutyFields): Promise<{ id: number; number: string }> {
  const { group_code, category_code } = await codesOf(change, fields)
  const number = await takeDutyNumber(change, group_code, category_code)
  const sort_order = await nextSortOrder(change, 'duties')
  const { id } = await change.db
    .insertInto('duties')
    .values({ ...fields, number, sort_order, voided_on: null, void_reason: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  change.describe(`新增职责 ${number}`)
  return { id, number }
}

/** A duty may move to another group or category; its number stays what it was. */
export async function editDuty(change: Change, id: number, fields: DutyFields): Promise<void> {
  const duty = await getDuty(change, id)
  if (duty.voided_on !== null) {
    throw new UserProblem({
      code: 'duty_voided',
      message: `职责 ${duty.number} 已作废，不能修改。`,
      next: '需要修改时，请先恢复这项职责。',
    })
  }
  await codesOf(change, fields)
  await change.db.updateTable('duties').set(fields).where('id', '=', id).execute()
  change.describe(`修改职责 ${duty.number}`)
}

async function codesOf(change: Change, fields: DutyFields) {
  const { group_code, category_code } = await change.db
    .selectNoFrom((pick) => [
      pick.selectFrom('groups').select('code').where('id', '=', fields.group_id).as('group_code'),
      pick.selectFrom('categories').select('code').where('id', '=', fields.category_id).as('category_code'),
    ])
    .executeTakeFirstOrThrow()
  if (group_code === null) throw gone('group_id', '组别')
  if (category_code === null) throw gone('category_id', '类别')
  return { group_code, category_code }
}

function gone(field: string, word: string): UserProblem {
  const message = `这个${word}已经不在了，请重新选择。`
  return new UserProblem({ code: `${field}_gone`, message, fields: { [field]: message } })
}
