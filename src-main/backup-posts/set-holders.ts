// A and B posts (AB岗): who holds a duty from which day to which.

import { addDays } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { notEnded } from '../database/not-ended.ts'

/** Who shall hold a duty; the Bs in their order. */
export interface HoldersOfDuty {
  duty_id: number
  a_staff_id: number | null
  b_staff_ids: readonly number[]
}

/** For duties that nobody has held yet: many at once. */
export async function giveFirstHolders(change: Change, duties: readonly HoldersOfDuty[]): Promise<void> {
  const people = await readPeople(
    change,
    duties.flatMap(({ a_staff_id, b_staff_ids }) => [a_staff_id ?? [], b_staff_ids].flat()),
  )
  const posts = duties.flatMap(({ duty_id, a_staff_id, b_staff_ids }) => {
    const wanted = wantedPosts(a_staff_id, b_staff_ids)
    checkPeople(change, people, [], wanted)
    return wanted.map((post) => ({ ...post, duty_id, from_on: change.today, to_on: null }))
  })
  if (posts.length > 0) await change.db.insertInto('duty_holders').values(posts).execute()
}

interface Post {
  role: 'A' | 'B'
  /** B1 has 1, B2 has 2; A always 1. */
  rank: number
}

interface HeldPost extends Post {
  id: number
  staff_id: number
  from_on: string
  to_on: string | null
}

/**
 * Gives the duty its A and its Bs in order, from today on. A post that keeps its holder is not touched; a holder of
 * earlier days ends yesterday, one entered only today goes without a trace. Answers whether anything changed.
 */
export async function setHolders(
  change: Change,
  duty_id: number,
  a_staff_id: number | null,
  b_staff_ids: readonly number[],
): Promise<boolean> {
  const held = await postsFrom(change, duty_id)
  const wanted = wantedPosts(a_staff_id, b_staff_ids)
  const people = await readPeople(
    change,
    wanted.map(({ staff_id }) => staff_id),
  )
  checkPeople(change, people, held, wanted)

  const kept = held.filter(
    (post) =>
      post.from_on <= change.today &&
      post.to_on === null &&
      wanted.some((want) => isSamePost(want, post) && want.staff_id === post.staff_id),
  )
  const ending = held.filter((post) => !kept.includes(post))
  const beginning = wanted.filter((want) => !kept.some((post) => isSamePost(want, post)))
  for (const post of ending) await endPost(change, post)
  if (beginning.length > 0) {
    await change.db
      .insertInto('duty_holders')
      .values(beginning.map((post) => ({ ...post, duty_id, from_on: change.today, to_on: null })))
      .execute()
  }
  return ending.length + beginning.length > 0
}

type WantedPost = Post & { staff_id: number }

function wantedPosts(a_staff_id: number | null, b_staff_ids: readonly number[]): WantedPost[] {
  return [
    ...(a_staff_id === null ? [] : [{ role: 'A' as const, rank: 1, staff_id: a_staff_id }]),
    ...b_staff_ids.map((staff_id, index) => ({ role: 'B' as const, rank: index + 1, staff_id })),
  ]
}

function isSamePost(one: Post, other: Post): boolean {
  return one.role === other.role && one.rank === other.rank
}

/** What stands for today or any later day. */
function postsFrom(change: Change, duty_id: number): Promise<HeldPost[]> {
  return change.db
    .selectFrom('duty_holders')
    .select(['id', 'role', 'rank', 'staff_id', 'from_on', 'to_on'])
    .where('duty_id', '=', duty_id)
    .where(notEnded('to_on', change.today))
    .execute()
}

async function endPost(change: Change, post: HeldPost): Promise<void> {
  if (post.from_on >= change.today) {
    await change.db.deleteFrom('duty_holders').where('id', '=', post.id).execute()
    return
  }
  await change.db
    .updateTable('duty_holders')
    .set({ to_on: addDays(change.today, -1) })
    .where('id', '=', post.id)
    .execute()
}

type KnownPeople = ReadonlyMap<number, { name: string; left_on: string | null }>

async function readPeople(change: Change, staff_ids: readonly number[]): Promise<KnownPeople> {
  const ids = [...new Set(staff_ids)]
  if (ids.length === 0) return new Map()
  const people = await change.db
    .selectFrom('staff')
    .select(['id', 'name', 'left_on'])
    .where('id', 'in', ids)
    .execute()
  return new Map(people.map((person) => [person.id, person]))
}

/** Somebody who has left may stay where they are, until reassigned, but is given nothing new. */
function checkPeople(
  change: Change,
  known: KnownPeople,
  held: readonly HeldPost[],
  wanted: readonly WantedPost[],
): void {
  const seen = new Set<number>()
  for (const post of wanted) {
    const person = known.get(post.staff_id)
    if (!person) throw problemOf(post, 'staff_gone', `选作${post.role}岗的人已不在名册里，请重新选择。`)
    const stays = held.some((old) => old.role === post.role && old.staff_id === post.staff_id)
    const has_left = person.left_on !== null && person.left_on < change.today
    if (has_left && !stays) {
      throw problemOf(post, 'staff_left', `${person.name}已经离开，不能再担任${post.role}岗。`)
    }
    if (post.role === 'A') continue
    if (seen.has(post.staff_id)) throw problemOf(post, 'b_twice', `B岗里${person.name}出现了两次。`)
    seen.add(post.staff_id)
  }
}

function problemOf(post: Post, code: string, message: string): UserProblem {
  const field = post.role === 'A' ? 'a_staff_id' : 'b_staff_ids'
  return new UserProblem({ code, message, next: '请另选一位在岗人员。', fields: { [field]: message } })
}
