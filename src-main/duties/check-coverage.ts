import { sql } from 'kysely'
import {
  type CheckedDuty,
  type DutyCheck,
  type DutyCoverage,
  duty_checks,
  hasNothing,
  type MutualPair,
  type PersonShare,
} from '../../src-shared/duty-coverage.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import { findAlike } from './alike-texts.ts'
import { holderFindings } from './holder-findings.ts'
import { holdersOn } from './list-duties.ts'

/** 覆盖检查 of all duties in use and all people who are here. */
export async function checkCoverage(db: Db, today: string): Promise<DutyCoverage> {
  const duties = await dutiesInUse(db, today)
  const people = await peopleHere(db, today)
  const held = groupRows(await holdersOn(db, today), (holder) => holder.duty_id)
  const all = duties.map((duty) => {
    const holders = held.get(duty.id) ?? []
    const a = holders.find(({ role }) => role === 'A') ?? null
    return { duty, a, bs: holders.filter(({ role }) => role === 'B') }
  })
  const checks = checksOf(all, today)
  const mutual = mutualPairs(all)
  const alike = findAlike(duties.map(({ content }) => content)).map(({ places, similarity }) => ({
    duty_ids: places.flatMap((place) => duties[place]?.id ?? []),
    similarity,
  }))
  const shares = sharesOf(people, all)
  const named = new Set([
    ...duty_checks.flatMap((check) => checks[check]),
    ...mutual.flatMap(({ duty_ids }) => duty_ids),
    ...alike.flatMap(({ duty_ids }) => duty_ids),
  ])
  return {
    people: people.length,
    duties: duties.length,
    ...{ checks, mutual, alike, shares },
    median: medianOf(shares),
    rows: all.filter(({ duty }) => named.has(duty.id)).map(rowOf),
  }
}

type Duties = Awaited<ReturnType<typeof dutiesInUse>>
type Holders = Awaited<ReturnType<typeof holdersOn>>
type People = Awaited<ReturnType<typeof peopleHere>>

interface HeldDuty {
  duty: Duties[number]
  a: Holders[number] | null
  bs: Holders
}

function rowOf({ duty, a, bs }: HeldDuty): CheckedDuty {
  const { id, number, group_name, content } = duty
  return { id, number, group_name, content, a_name: a?.name ?? '', b_names: bs.map(({ name }) => name) }
}

function checksOf(all: readonly HeldDuty[], today: string): Record<DutyCheck, number[]> {
  const checks: Record<DutyCheck, number[]> = {
    ...{ no_a: [], no_b: [], same_a_b: [], a_left: [], b_left: [], other_group: [] },
  }
  for (const { duty, a, bs } of all) {
    for (const finding of holderFindings(a, bs, today, duty.needs_no_b === 1)) checks[finding].push(duty.id)
    const is_elsewhere = bs.some(({ group_id }) => group_id !== null && group_id !== duty.group_id)
    if (is_elsewhere) checks.other_group.push(duty.id)
  }
  return checks
}

/** 互为AB岗: one is B where the other is A, and the other way round. */
function mutualPairs(all: readonly HeldDuty[]): MutualPair[] {
  const stands_in = new Map<string, { names: [string, string]; duty_ids: number[] }>()
  for (const { duty, a, bs } of all) {
    for (const b of bs) {
      if (a === null || a.staff_id === b.staff_id) continue
      const key = `${a.staff_id} ${b.staff_id}`
      const known = stands_in.get(key) ?? { names: [a.name, b.name] as [string, string], duty_ids: [] }
      known.duty_ids.push(duty.id)
      stands_in.set(key, known)
    }
  }
  const pairs: MutualPair[] = []
  for (const [key, { names, duty_ids }] of stands_in) {
    const [a, b] = key.split(' ').map(Number)
    const back = stands_in.get(`${b} ${a}`)
    if (back === undefined || Number(a) > Number(b)) continue
    pairs.push({ names, duty_ids: [...new Set([...duty_ids, ...back.duty_ids])] })
  }
  return pairs.sort((one, other) => other.duty_ids.length - one.duty_ids.length)
}

function sharesOf(people: People, all: readonly HeldDuty[]): PersonShare[] {
  const shares = new Map(people.map((person) => [person.staff_id, { ...person, a_count: 0, b_count: 0 }]))
  for (const { a, bs } of all) {
    const of_a = shares.get(a?.staff_id ?? 0)
    if (of_a) of_a.a_count += 1
    for (const { staff_id } of bs) {
      const of_b = shares.get(staff_id)
      if (of_b) of_b.b_count += 1
    }
  }
  return [...shares.values()].sort(
    (one, other) =>
      other.a_count + other.b_count - (one.a_count + one.b_count) || other.a_count - one.a_count,
  )
}

/** Of those who hold something: who holds nothing is a finding of its own. */
function medianOf(shares: readonly PersonShare[]): number {
  const loads = shares
    .filter((share) => !hasNothing(share))
    .map(({ a_count, b_count }) => a_count + b_count)
    .sort((one, other) => one - other)
  const middle = loads.length / 2
  const [low = 0, high = 0] = [loads[Math.ceil(middle) - 1], loads[Math.floor(middle)]]
  return (low + high) / 2
}

function dutiesInUse(db: Db, today: string) {
  return db
    .selectFrom('duties')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .innerJoin('categories', 'categories.id', 'duties.category_id')
    .select(['duties.id', 'duties.number', 'duties.content', 'duties.group_id', 'groups.name as group_name'])
    .select(
      sql<number>`EXISTS (SELECT 1 FROM post_exceptions AS e
        WHERE e.duty_id = duties.id AND e.from_on <= ${today} AND ${notEnded('e.to_on', today)})`.as(
        'needs_no_b',
      ),
    )
    .where('duties.voided_on', 'is', null)
    .orderBy('groups.sort_order')
    .orderBy('groups.id')
    .orderBy('categories.sort_order')
    .orderBy('categories.id')
    .orderBy('duties.sort_order')
    .orderBy('duties.number')
    .execute()
}

function peopleHere(db: Db, today: string) {
  return db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .select((pick) => [
      'staff.id as staff_id',
      'staff.name',
      pick.fn.coalesce('groups.name', pick.val('')).as('group_name'),
    ])
    .where(notEnded('staff.left_on', today))
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .execute()
}
