// 退休、调出、离职、调整组别: the person goes, and in the same change everything that hung on them is given to others.
import { addDays, longDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { type StaffMove, staff_event_words } from '../../src-shared/staff-moves.ts'
import { open_states } from '../../src-shared/weekly.ts'
import { adjustPosts } from '../backup-posts/assign-holders.ts'
import type { Change } from '../database/change.ts'
import { editStaff } from '../staff/edit-staff.ts'
import { noteStaffEvent } from '../staff/staff-events.ts'
import { leaveUnit } from './leave-unit.ts'
import { staffTies } from './staff-ties.ts'

export async function moveStaff(
  change: Change,
  move: StaffMove,
): Promise<{ posts: number; matters: number }> {
  const { staff_id, kind, last_day, approver, reason } = move
  const person = await change.db.selectFrom('staff').selectAll().where('id', '=', staff_id).executeTakeFirst()
  if (person === undefined) {
    throw new UserProblem({
      code: 'staff_gone',
      message: '名册里已经没有这个人。',
      next: '请刷新名册后再试。',
    })
  }
  const words = staff_event_words[kind]
  await refuseOrphans(change, move, person.name)
  const posts = await handOverPosts(
    change,
    move,
    `${person.name}${words}${reason === '' ? '' : `：${reason}`}`,
  )
  await handOverMatters(change, move)
  const groupName = await namesOfGroups(change)
  const before_text = [groupName(person.group_id), person.post].filter(Boolean).join(' ')
  if (kind === 'regroup') {
    const { id: _, left_on: _left, sort_order: _order, ...draft } = person
    await editStaff(change, staff_id, { ...draft, group_id: move.group_id, post: move.post })
  } else {
    await leaveUnit(change, { id: staff_id, left_on: last_day })
  }
  const after_text = kind === 'regroup' ? [groupName(move.group_id), move.post].filter(Boolean).join(' ') : ''
  await noteStaffEvent(change, staff_id, {
    ...{ kind, happened_on: last_day, before_text, after_text, approver, reason },
  })
  change.describe(
    `${person.name} ${words}（${longDate(last_day)}），移交职责 ${posts} 项、事项 ${move.matters.length} 项`,
  )
  return { posts, matters: move.matters.length }
}

/** The page lists what hangs on the person; had something come up since, it would be left with nobody. */
async function refuseOrphans(change: Change, move: StaffMove, name: string): Promise<void> {
  if (move.kind === 'regroup') {
    if (move.last_day <= change.today) return
    const message = '组别在登记当天就改，日期不能晚于今天。'
    throw new UserProblem({ code: 'input', message, fields: { last_day: message } })
  }
  const ties = await staffTies(change.db, move.staff_id, move.last_day)
  const given = new Set(move.posts.map(({ duty_id }) => duty_id))
  const taken = new Set(move.matters.map(({ matter_id }) => matter_id))
  const left = [
    ...ties.posts
      .filter(({ duty_id }) => !given.has(duty_id))
      .map(({ number, content }) => `${number} ${content}`),
    ...ties.matters
      .filter(({ matter_id }) => !taken.has(matter_id))
      .map(({ number, title }) => `${number} ${title}`),
  ]
  const stays = move.posts.some(({ a_staff_id, b_staff_ids }) =>
    [a_staff_id, ...b_staff_ids].includes(move.staff_id),
  )
  if (left.length === 0 && !stays && !move.matters.some(({ staff_id }) => staff_id === move.staff_id)) return
  throw new UserProblem({
    code: 'orphans',
    message: `${name}名下还有没有安排好的职责或事项，这一步没有保存。`,
    next: '请为下面每一项选好接手的人；名单变动过的话，请关闭后重新打开。',
    details: left,
  })
}

async function handOverPosts(change: Change, move: StaffMove, why: string): Promise<number> {
  if (move.posts.length === 0) return 0
  const effective_on = addDays(move.last_day, 1)
  const lines = move.posts
  try {
    const { adjusted } = await adjustPosts(change, {
      lines,
      effective_on,
      approver: move.approver,
      reason: why,
    })
    return adjusted
  } catch (error) {
    if (error instanceof UserProblem && error.problem.code === 'nothing_changed') return 0
    throw error
  }
}

async function handOverMatters(change: Change, { matters }: StaffMove): Promise<void> {
  for (const { matter_id, staff_id } of matters) {
    await change.db
      .updateTable('matters')
      .set({ staff_id })
      .where('id', '=', matter_id)
      .where('state', 'in', open_states)
      .execute()
  }
}

async function namesOfGroups(change: Change): Promise<(id: number | null) => string> {
  const groups = await change.db.selectFrom('groups').select(['id', 'name']).execute()
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  return (id) => (id === null ? '' : (names.get(id) ?? ''))
}
