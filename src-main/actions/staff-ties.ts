// What hangs on a person who leaves or moves, and who could take it over: the B moves up, else the least loaded who knows it.
import { addDays } from '../../src-shared/dates.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import type { StaffTies, TiedMatter, TiedPost } from '../../src-shared/staff-moves.ts'
import { open_states } from '../../src-shared/weekly.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import { type Candidate, type Candidates, findCandidates } from './find-successors.ts'

export async function staffTies(db: Db, staff_id: number, last_day: string): Promise<StaffTies> {
  const candidates = await findCandidates(db, staff_id, last_day)
  const posts = await tiedPosts(db, staff_id, addDays(last_day, 1), candidates)
  return {
    posts,
    matters: await tiedMatters(db, staff_id, posts, candidates),
    ...(await laterPlans(db, staff_id, last_day)),
  }
}

async function tiedPosts(
  db: Db,
  staff_id: number,
  from_on: string,
  candidates: Candidates,
): Promise<TiedPost[]> {
  const rows = await db
    .selectFrom('duty_holders as h')
    .innerJoin('duties', 'duties.id', 'h.duty_id')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .innerJoin('staff', 'staff.id', 'h.staff_id')
    .select(['h.duty_id', 'h.role', 'h.staff_id', 'staff.name', 'duties.number', 'duties.content'])
    .where('duties.voided_on', 'is', null)
    .where('h.duty_id', 'in', (held) =>
      held
        .selectFrom('duty_holders')
        .select('duty_id')
        .where('staff_id', '=', staff_id)
        .where(notEnded('to_on', from_on)),
    )
    .where('h.from_on', '<=', from_on)
    .where(notEnded('h.to_on', from_on))
    .orderBy('groups.sort_order')
    .orderBy('duties.number')
    .orderBy('h.role')
    .orderBy('h.rank')
    .execute()
  return [...groupRows(rows, (row) => row.duty_id).values()].flatMap((holders) => {
    const [first] = holders
    const roles = holders.filter((holder) => holder.staff_id === staff_id).map(({ role }) => `${role}岗`)
    if (first === undefined || roles.length === 0) return []
    const { duty_id, number, content } = first
    const named = ({ staff_id: id, name }: (typeof holders)[number]) => ({ staff_id: id, name })
    const a = holders.find(({ role }) => role === 'A')
    const bs = holders.filter(({ role }) => role === 'B').map(named)
    const now = { a: a === undefined ? null : named(a), bs }
    return [
      {
        duty_id,
        number,
        content,
        roles: roles.join('、'),
        now,
        ...proposalFor(duty_id, now, staff_id, candidates),
      },
    ]
  })
}

function proposalFor(
  duty_id: number,
  now: TiedPost['now'],
  staff_id: number,
  candidates: Candidates,
): Pick<TiedPost, 'proposal' | 'why'> {
  const others = now.bs.map((b) => b.staff_id).filter((id) => id !== staff_id && candidates.isHere(id))
  const reasons: string[] = []
  let a_staff_id = now.a?.staff_id ?? null
  if (a_staff_id === staff_id) {
    const [b1] = others.splice(0, 1)
    if (b1 !== undefined) reasons.push('B岗递补')
    a_staff_id = b1 ?? choose(candidates.best(duty_id, []), reasons)
  }
  if (others.length === 0 && now.bs.length > 0) {
    const b = choose(candidates.best(duty_id, a_staff_id === null ? [] : [a_staff_id]), reasons)
    if (b !== null) others.push(b)
  }
  return { proposal: { a_staff_id, b_staff_ids: others }, why: [...new Set(reasons)].join('；') }
}

function choose(candidate: Candidate | null, reasons: string[]): number | null {
  if (candidate === null) return null
  reasons.push(`${candidate.name}${candidate.knows_it ? '办过，' : '同组，'}职责较少`)
  return candidate.staff_id
}

/** With its duty where it has one; else with the least loaded of the group. */
async function tiedMatters(
  db: Db,
  staff_id: number,
  posts: readonly TiedPost[],
  candidates: Candidates,
): Promise<TiedMatter[]> {
  const matters = await db
    .selectFrom('matters')
    .select(['id as matter_id', 'number', 'title', 'due_on', 'duty_id'])
    .where('staff_id', '=', staff_id)
    .where('state', 'in', open_states)
    .orderBy('due_on')
    .orderBy('number')
    .execute()
  const new_a = new Map(posts.map(({ duty_id, proposal }) => [duty_id, proposal.a_staff_id]))
  return matters.map((matter) => {
    const of_duty = matter.duty_id === null ? undefined : new_a.get(matter.duty_id)
    const is_gone = of_duty === undefined || of_duty === null || of_duty === staff_id
    const proposal = is_gone ? (candidates.best(matter.duty_id, [])?.staff_id ?? null) : of_duty
    return { ...matter, proposal }
  })
}

async function laterPlans(db: Db, staff_id: number, last_day: string) {
  const count = (rows: readonly unknown[]) => rows.length
  const absences = await db
    .selectFrom('absences')
    .select('id')
    .where('staff_id', '=', staff_id)
    .where('cancelled_on', 'is', null)
    .where('to_on', '>', last_day)
    .execute()
  const stand_ins = await db
    .selectFrom('stand_ins')
    .select('id')
    .where('staff_id', '=', staff_id)
    .where('to_on', '>', last_day)
    .execute()
  const trainings = await db
    .selectFrom('post_trainings')
    .select('id')
    .where('done_on', 'is', null)
    .where((where) => where.or([where('staff_id', '=', staff_id), where('teacher_staff_id', '=', staff_id)]))
    .execute()
  return {
    later_absences: count(absences),
    later_stand_ins: count(stand_ins),
    open_trainings: count(trainings),
  }
}
