import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'

export interface WantedPost {
  role: 'A' | 'B'
  /** B1 has 1, B2 has 2; A always 1. */
  rank: number
  staff_id: number
}

export interface HeldPost extends WantedPost {
  id: number
  from_on: string
  to_on: string | null
}

export type KnownPeople = ReadonlyMap<number, { name: string; left_on: string | null }>

export async function readPeople(change: Change, staff_ids: readonly number[]): Promise<KnownPeople> {
  const ids = [...new Set(staff_ids)]
  if (ids.length === 0) return new Map()
  const people = await change.db
    .selectFrom('staff')
    .select(['id', 'name', 'left_on'])
    .where('id', 'in', ids)
    .execute()
  return new Map(people.map((person) => [person.id, person]))
}

/** Somebody who has left by that day may stay where they are, until reassigned, but is given nothing new. */
export function checkHolders(
  change: Change,
  on: string,
  people: KnownPeople,
  held: readonly HeldPost[],
  wanted: readonly WantedPost[],
): void {
  const seen = new Set<number>()
  for (const post of wanted) {
    const person = people.get(post.staff_id)
    if (!person) throw problemOf(post, 'staff_gone', `选作${post.role}岗的人已不在名册里，请重新选择。`)
    const stays = held.some((old) => old.role === post.role && old.staff_id === post.staff_id)
    const has_left = person.left_on !== null && person.left_on < on
    if (has_left && !stays) {
      const when = on > change.today ? '到那天' : ''
      throw problemOf(post, 'staff_left', `${person.name}${when}已经离开，不能再担任${post.role}岗。`)
    }
    if (post.role === 'A') continue
    if (seen.has(post.staff_id)) throw problemOf(post, 'b_twice', `B岗里${person.name}出现了两次。`)
    seen.add(post.staff_id)
  }
}

function problemOf(post: WantedPost, code: string, message: string): UserProblem {
  const field = post.role === 'A' ? 'a_staff_id' : 'b_staff_ids'
  return new UserProblem({ code, message, next: '请另选一位在岗人员。', fields: { [field]: message } })
}
