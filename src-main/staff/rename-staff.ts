import { longDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { StaffRename } from '../../src-shared/staff-moves.ts'
import type { Change } from '../database/change.ts'
import { editStaff } from './edit-staff.ts'
import { noteStaffEvent } from './staff-events.ts'

/** 改名: the old name stays findable (曾用名). */
export async function renameStaff(
  change: Change,
  { id, name, happened_on, reason }: StaffRename,
): Promise<void> {
  const person = await change.db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  if (person === undefined) {
    throw new UserProblem({
      code: 'staff_gone',
      message: '名册里已经没有这个人。',
      next: '请刷新名册后再试。',
    })
  }
  if (person.name === name) {
    const message = '新姓名和现在的一样。'
    throw new UserProblem({ code: 'input', message, fields: { name: message } })
  }
  const { id: _, left_on: _left, sort_order: _order, ...draft } = person
  await editStaff(change, id, { ...draft, name })
  await noteStaffEvent(change, id, {
    kind: 'rename',
    happened_on,
    before_text: person.name,
    after_text: name,
    approver: '',
    reason,
  })
  change.describe(`${person.name} 改名为${name}（${longDate(happened_on)}）`)
}
