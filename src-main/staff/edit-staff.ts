import { longDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { StaffDraft, StaffLeave } from '../../src-shared/staff.ts'
import type { Change } from '../database/change.ts'
import { nextSortOrder } from '../database/next-sort-order.ts'
import { keepPastPlace } from './keep-past-place.ts'

export async function addStaff(change: Change, draft: StaffDraft): Promise<{ id: number }> {
  await checkGroup(change, draft.group_id)
  await checkUnique(change, draft, null)
  const added = await change.db
    .insertInto('staff')
    .values({ ...draft, sort_order: await nextSortOrder(change, 'staff'), left_on: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  change.describe(`新增人员 ${draft.name}`)
  return added
}

export async function editStaff(change: Change, id: number, draft: StaffDraft): Promise<void> {
  const person = await getPerson(change, id)
  await checkGroup(change, draft.group_id)
  await checkUnique(change, draft, id)
  checkDates(draft.joined_on, person.left_on)
  await keepPastPlace(change, id, draft)
  await change.db.updateTable('staff').set(draft).where('id', '=', id).execute()
  change.describe(`修改人员 ${draft.name}`)
}

/** Nothing else changes: the duties held show that their A or B has left until they are given to somebody else. */
export async function leaveStaff(change: Change, leave: StaffLeave): Promise<void> {
  const person = await getPerson(change, leave.id)
  checkDates(person.joined_on, leave.left_on)
  await change.db.updateTable('staff').set({ left_on: leave.left_on }).where('id', '=', leave.id).execute()
  change.describe(`${person.name} 离开（${longDate(leave.left_on)}）`)
}

export async function rejoinStaff(change: Change, id: number): Promise<void> {
  const person = await getPerson(change, id)
  await change.db.updateTable('staff').set({ left_on: null }).where('id', '=', id).execute()
  change.describe(`${person.name} 重新列入人员名册`)
}

/** `ids` may be only the people on the screen: they change places among themselves, everyone else stays put. */
export async function sortStaff(change: Change, ids: number[]): Promise<void> {
  const people = await change.db
    .selectFrom('staff')
    .select(['id', 'sort_order'])
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
  const known = new Map(people.map((person) => [person.id, person]))
  const wanted = [...new Set(ids)].filter((id) => known.has(id))
  const moving = new Set(wanted)
  let next = 0
  for (const [index, person] of people.entries()) {
    const id = moving.has(person.id) ? (wanted[next++] ?? person.id) : person.id
    if (known.get(id)?.sort_order === index + 1) continue
    await change.db
      .updateTable('staff')
      .set({ sort_order: index + 1 })
      .where('id', '=', id)
      .execute()
  }
  change.describe('调整人员顺序')
}

async function getPerson(change: Change, id: number) {
  const person = await change.db
    .selectFrom('staff')
    .select(['name', 'joined_on', 'left_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (person) return person
  throw new UserProblem({
    code: 'staff_gone',
    message: '名册里已经没有这个人。',
    next: '可能是登记被撤销了，请刷新名册后再试。',
  })
}

async function checkGroup(change: Change, group_id: number | null): Promise<void> {
  if (group_id === null) return
  const group = await change.db
    .selectFrom('groups')
    .select('id')
    .where('id', '=', group_id)
    .executeTakeFirst()
  if (group) return
  const message = '这个组别已经不在了，请重新选择。'
  throw new UserProblem({ code: 'group_gone', message, fields: { group_id: message } })
}

function checkDates(joined_on: string | null, left_on: string | null): void {
  if (joined_on === null || left_on === null || joined_on <= left_on) return
  const message = `离开日期不能早于到岗日期（${longDate(joined_on)}）。`
  throw new UserProblem({
    code: 'left_before_joined',
    message,
    fields: { left_on: message, joined_on: message },
  })
}

/** Two people may share a name; what must differ is the staff code, or else the group. */
async function checkUnique(change: Change, draft: StaffDraft, id: number | null): Promise<void> {
  const others = await change.db
    .selectFrom('staff')
    .select(['id', 'name', 'group_id', 'staff_code', 'left_on'])
    .where('staff_code', '=', draft.staff_code)
    .$if(draft.staff_code === '', (people) => people.where('name', '=', draft.name))
    .execute()
  for (const other of others) {
    if (other.id === id) continue
    if (draft.staff_code !== '') {
      const message = `工号 ${draft.staff_code} 已经是 ${other.name} 的。`
      throw new UserProblem({
        code: 'staff_code_taken',
        message,
        next: '请核对工号后改正。',
        fields: { staff_code: message },
      })
    }
    if (other.group_id === draft.group_id) throw sameName(other)
  }
}

function sameName(other: { name: string; left_on: string | null }): UserProblem {
  const message =
    other.left_on === null
      ? `这个组里已经有一位${other.name}。`
      : `这个组里有一位${other.name}，${longDate(other.left_on)}离开。`
  return new UserProblem({
    code: 'same_name',
    message,
    next:
      other.left_on === null
        ? '如果是同名的两个人，请填写工号来区分。'
        : '如果是同一个人，请在名册里重新列入；如果是同名的两个人，请填写工号来区分。',
    fields: { name: message },
  })
}
