// A and B posts (AB岗): who holds a duty from which day to which. Each post, A or the n-th B, is a line of time.
import { type HolderAssignment, isReplacing, type PostHolders } from '../../src-shared/backup-posts.ts'
import { addDays, longDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import { notEnded } from '../database/not-ended.ts'
import { checkHolders, type HeldPost, readPeople, type WantedPost } from './check-holders.ts'
import { type Decision, recordAdjustment } from './record-adjustment.ts'

/** For duties that nobody has held yet: many at once. */
export async function giveFirstHolders(change: Change, duties: readonly HolderAssignment[]): Promise<void> {
  const people = await readPeople(
    change,
    duties.flatMap(({ a_staff_id, b_staff_ids }) => [a_staff_id ?? [], b_staff_ids].flat()),
  )
  const posts = duties.flatMap(({ duty_id, ...holders }) => {
    const wanted = wantedPosts(holders)
    checkHolders(change, change.today, people, [], wanted)
    return wanted.map((post) => ({ ...post, duty_id, from_on: change.today, to_on: null }))
  })
  if (posts.length > 0) await change.db.insertInto('duty_holders').values(posts).execute()
}

/**
 * Gives the duty its A and its Bs in order from `decision.effective_on` on, today when nothing is said. A post that keeps
 * its holder is not touched, one entered only from that day on goes without a trace, and what was already decided for
 * later days stands. Answers whether anything changed.
 */
export async function setHolders(
  change: Change,
  duty_id: number,
  a_staff_id: number | null,
  b_staff_ids: readonly number[],
  decision: Decision = { effective_on: change.today, approver: '', reason: '' },
): Promise<boolean> {
  const on = decision.effective_on
  const day_before = addDays(on, -1)
  const known = await postsFrom(change, duty_id, day_before)
  const held = known.filter(({ to_on }) => to_on !== day_before)
  const standing = held.filter(({ from_on }) => from_on <= on)
  const later = held.filter(({ from_on }) => from_on > on)
  const wanted = wantedPosts({ a_staff_id, b_staff_ids: [...b_staff_ids] })
  const people = await readPeople(
    change,
    wanted.map(({ staff_id }) => staff_id),
  )
  checkHolders(change, on, people, held, wanted)

  const kept = standing.filter((post) =>
    wanted.some((want) => isSamePost(want, post) && want.staff_id === post.staff_id),
  )
  const ending = standing.filter((post) => !kept.includes(post))
  const beginning = wanted.filter((want) => !kept.some((post) => isSamePost(want, post)))
  if (ending.length + beginning.length === 0) return false
  for (const post of ending) await endPost(change, post, on)
  await beginPosts(change, duty_id, beginning, known, on)
  if (later.length > 0) await refuseTwiceLater(change, duty_id, on)
  await recordAdjustment(
    change,
    { duty_id, before: holdersOf(standing), after: { a_staff_id, b_staff_ids: [...b_staff_ids] } },
    decision,
  )
  return true
}

function wantedPosts({ a_staff_id, b_staff_ids }: PostHolders): WantedPost[] {
  return [
    ...(a_staff_id === null ? [] : [{ role: 'A' as const, rank: 1, staff_id: a_staff_id }]),
    ...b_staff_ids.map((staff_id, at) => ({ role: 'B' as const, rank: at + 1, staff_id })),
  ]
}

/** The posts of one day as who holds them. */
function holdersOf(posts: readonly HeldPost[]): PostHolders {
  const bs = posts.filter(({ role }) => role === 'B').toSorted((one, two) => one.rank - two.rank)
  return {
    a_staff_id: posts.find(({ role }) => role === 'A')?.staff_id ?? null,
    b_staff_ids: bs.map(({ staff_id }) => staff_id),
  }
}

function isSamePost(one: WantedPost, other: WantedPost): boolean {
  return one.role === other.role && one.rank === other.rank
}

/** What stands for that day or any later one. */
function postsFrom(change: Change, duty_id: number, on: string): Promise<HeldPost[]> {
  return change.db
    .selectFrom('duty_holders')
    .select(['id', 'role', 'rank', 'staff_id', 'from_on', 'to_on'])
    .where('duty_id', '=', duty_id)
    .where(notEnded('to_on', on))
    .orderBy('from_on')
    .execute()
}

/** Who holds the duty on that day. */
export async function holdersOn(change: Change, duty_id: number, on: string): Promise<PostHolders> {
  const held = await postsFrom(change, duty_id, on)
  return holdersOf(held.filter(({ from_on }) => from_on <= on))
}

/** Would this take a post from somebody on that day? */
export async function wouldReplace(
  change: Change,
  duty_id: number,
  after: PostHolders,
  on: string,
): Promise<boolean> {
  return isReplacing(await holdersOn(change, duty_id, on), after)
}

async function endPost(change: Change, post: HeldPost, on: string): Promise<void> {
  if (post.from_on >= on) {
    await change.db.deleteFrom('duty_holders').where('id', '=', post.id).execute()
    return
  }
  await change.db
    .updateTable('duty_holders')
    .set({ to_on: addDays(on, -1) })
    .where('id', '=', post.id)
    .execute()
}

/**
 * Each until the day before the one who is already to follow. Somebody who held the post up to the day before, or is to
 * follow anyway, holds it without a seam.
 */
async function beginPosts(
  change: Change,
  duty_id: number,
  beginning: readonly WantedPost[],
  known: readonly HeldPost[],
  on: string,
): Promise<void> {
  const rows = []
  for (const post of beginning) {
    const line = known.filter((other) => isSamePost(other, post))
    const next = line.find(({ from_on }) => from_on > on)
    const is_next = next?.staff_id === post.staff_id
    const previous = line.find(
      ({ to_on, staff_id }) => to_on === addDays(on, -1) && staff_id === post.staff_id,
    )
    const last_day = next === undefined ? null : addDays(next.from_on, -1)
    if (previous !== undefined) {
      if (is_next) await change.db.deleteFrom('duty_holders').where('id', '=', next.id).execute()
      const to_on = is_next ? next.to_on : last_day
      await change.db.updateTable('duty_holders').set({ to_on }).where('id', '=', previous.id).execute()
    } else if (is_next) {
      await change.db.updateTable('duty_holders').set({ from_on: on }).where('id', '=', next.id).execute()
    } else {
      rows.push({ ...post, duty_id, from_on: on, to_on: last_day })
    }
  }
  if (rows.length > 0) await change.db.insertInto('duty_holders').values(rows).execute()
}

/** Two changes that are each right may meet on a later day, when one person would be B twice. */
async function refuseTwiceLater(change: Change, duty_id: number, on: string): Promise<void> {
  const twice = await change.db
    .selectFrom('duty_holders as one')
    .innerJoin('duty_holders as two', (join) =>
      join
        .onRef('two.duty_id', '=', 'one.duty_id')
        .onRef('two.staff_id', '=', 'one.staff_id')
        .onRef('two.rank', '>', 'one.rank')
        .on('two.role', '=', 'B'),
    )
    .innerJoin('staff', 'staff.id', 'one.staff_id')
    .select(['staff.name', 'one.from_on', 'two.from_on as also_from_on'])
    .where('one.role', '=', 'B')
    .where('one.duty_id', '=', duty_id)
    .where(notEnded('one.to_on', on))
    .where(notEnded('two.to_on', on))
    .where((where) =>
      where(where.fn.coalesce('one.to_on', where.val('9999-12-31')), '>=', where.ref('two.from_on')),
    )
    .where((where) =>
      where(where.fn.coalesce('two.to_on', where.val('9999-12-31')), '>=', where.ref('one.from_on')),
    )
    .executeTakeFirst()
  if (twice === undefined) return
  const from_on = twice.from_on > twice.also_from_on ? twice.from_on : twice.also_from_on
  const message = `已经定好从${longDate(from_on)}起由${twice.name}担任另一个B岗，不能两个B岗都是同一人。`
  throw new UserProblem({
    code: 'b_twice_later',
    message,
    next: '请另选一位，或先在“变更与公布”里撤销那次还没有生效的调整。',
    fields: { b_staff_ids: message },
  })
}
