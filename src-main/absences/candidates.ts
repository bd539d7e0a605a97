// Who could stand in for a duty that has nobody: who knows it, carries least, and is there.
import type { Candidate } from '../../src-shared/absences.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import { type SlotSpan, sharedSlots } from '../../src-shared/half-days.ts'
import { open_states } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { isHolding, type Office, type OfficeDuty, type OfficePerson } from './read-office.ts'

/** A duty with the time nobody answers for it. */
export interface Gap {
  duty: OfficeDuty
  spans: readonly SlotSpan[]
}

interface Ranked {
  person: OfficePerson
  reasons: string[]
  score: number
  load: number
}

/** For each gap, in their order; at most `limit` people, the best first, those who are there all the time before others. */
export async function candidatesFor(
  db: Db,
  office: Office,
  gaps: readonly Gap[],
  limit: number,
): Promise<Candidate[][]> {
  if (gaps.length === 0) return []
  const known = await whoKnows(db, [...new Set(gaps.map(({ duty }) => duty.id))], office)
  const rankingFor = await rankings(db, office)
  return gaps.map(({ duty, spans }) => {
    const alike = rankingFor(duty)
    const knowing = [...(known.get(duty.id) ?? [])].flatMap(([staff_id, knowledge]) => {
      const one = alike.everybody.get(staff_id)
      return one === undefined ? [] : [withKnowledge(one, knowledge)]
    })
    return firstThere(office, { duty, spans }, [knowing.sort(byScore), alike.likely], limit)
  })
}

/** Walks down the rankings, one after the other, only until enough of those who are there were found. */
function firstThere(
  office: Office,
  { duty, spans }: Gap,
  rankings: readonly (readonly Ranked[])[],
  limit: number,
): Candidate[] {
  const there: Candidate[] = []
  const partly: Candidate[] = []
  const seen = new Set<number>()
  for (const { person, reasons, load } of oneAfterTheOther(rankings)) {
    if (there.length === limit) break
    if (seen.has(person.id)) continue
    seen.add(person.id)
    const away = howAway(office, person.id, spans)
    if (away === 'wholly' || spans.some((span) => isHolding(duty, person.id, span))) continue
    const { id: staff_id, name, group_name, phone } = person
    const candidate = { staff_id, name, group_name, phone, reasons, load }
    if (away === 'no') there.push({ ...candidate, is_partly_away: false })
    else partly.push({ ...candidate, is_partly_away: true })
  }
  return [...there, ...partly].slice(0, limit)
}

function* oneAfterTheOther<Row>(lists: readonly (readonly Row[])[]): Generator<Row> {
  for (const list of lists) yield* list
}

function howAway(office: Office, staff_id: number, spans: readonly SlotSpan[]): 'no' | 'partly' | 'wholly' {
  let whole = 0
  let away = 0
  for (const span of spans) {
    whole += span.last - span.first + 1
    for (const time of office.away.get(staff_id) ?? []) {
      const shared = sharedSlots(time, span)
      if (shared !== null) away += shared.last - shared.first + 1
    }
  }
  if (away === 0) return 'no'
  return away >= whole ? 'wholly' : 'partly'
}

interface Ranking {
  everybody: ReadonlyMap<number, Ranked>
  /** Only whom the sort of work or the group speaks for, the best first. */
  likely: readonly Ranked[]
}

/** Who does the same sort of work comes before who only belongs to the group; one ranking serves all duties of a sort. */
async function rankings(db: Db, office: Office): Promise<(duty: OfficeDuty) => Ranking> {
  const open = await openMatters(db)
  const { held, similar } = countPosts(office)
  const made = new Map<string, Ranking>()
  return ({ category_id, group_id }) => {
    const key = `${category_id} ${group_id}`
    const there = made.get(key)
    if (there !== undefined) return there
    const everybody = [...office.people.values()].map((person): Ranked => {
      const alike = similar.get(category_id)?.get(person.id) ?? 0
      const is_near = person.group_id === group_id
      return {
        person,
        reasons: [...(alike > 0 ? [`同类职责${alike}项`] : []), ...(is_near ? ['同组'] : [])],
        score: alike > 0 ? 2 : Number(is_near),
        load: (held.get(person.id) ?? 0) + (open.get(person.id) ?? 0),
      }
    })
    const likely = everybody.filter(({ score }) => score > 0).sort(byScore)
    const ranking = { everybody: new Map(everybody.map((one) => [one.person.id, one])), likely }
    made.set(key, ranking)
    return ranking
  }
}

/** A stable order: equals stay in that of the roster. */
function byScore(one: Ranked, other: Ranked): number {
  return other.score - one.score || one.load - other.load
}

interface Knowledge {
  was_a: boolean
  was_b: boolean
  matters: number
  helped: number
}

/** Who held it comes before who worked on it. */
function withKnowledge(one: Ranked, { was_a, was_b, matters, helped }: Knowledge): Ranked {
  const known: [points: number, words: string][] = []
  if (was_a) known.push([6, '曾任A岗'])
  if (was_b) known.push([5, '曾任B岗'])
  if (matters > 0) known.push([4, `办过${matters}件`])
  if (helped > 0) known.push([3, `协办过${helped}件`])
  return {
    ...one,
    score: Math.max(...known.map(([points]) => points)),
    reasons: [...known.map(([, words]) => words), ...one.reasons],
  }
}

function countPosts(office: Office) {
  const held = new Map<number, number>()
  const similar = new Map<number, Map<number, number>>()
  for (const { category_id, holdings } of office.duties.values()) {
    const counts = similar.get(category_id) ?? new Map<number, number>()
    similar.set(category_id, counts)
    for (const staff_id of new Set(holdings.map((post) => post.staff_id))) {
      counts.set(staff_id, (counts.get(staff_id) ?? 0) + 1)
    }
    for (const { role, staff_id } of holdings) {
      if (role === 'A') held.set(staff_id, (held.get(staff_id) ?? 0) + 1)
    }
  }
  return { held, similar }
}

/** By duty and person: posts of any time, matters done and matters helped with. */
async function whoKnows(
  db: Db,
  duty_ids: readonly number[],
  office: Office,
): Promise<Map<number, Map<number, Knowledge>>> {
  const known = new Map<number, Map<number, Knowledge>>()
  const of = (duty_id: number, staff_id: number): Knowledge => {
    const people = known.get(duty_id) ?? new Map<number, Knowledge>()
    const there = people.get(staff_id) ?? { was_a: false, was_b: false, matters: 0, helped: 0 }
    known.set(duty_id, people.set(staff_id, there))
    return there
  }
  const posts = await db
    .selectFrom('duty_holders')
    .select(['duty_id', 'staff_id', 'role'])
    .where('duty_id', 'in', duty_ids)
    .execute()
  for (const { duty_id, staff_id, role } of posts) {
    of(duty_id, staff_id)[role === 'A' ? 'was_a' : 'was_b'] = true
  }
  const matters = await db
    .selectFrom('matters')
    .select(['duty_id', 'staff_id', 'helpers'])
    .where('duty_id', 'in', duty_ids)
    .execute()
  const named = groupRows([...office.people.values()], ({ name }) => name)
  for (const { duty_id, staff_id, helpers } of matters) {
    if (duty_id === null) continue
    if (staff_id !== null) of(duty_id, staff_id).matters += 1
    for (const name of helpers.split(/[、，,；;\s]+/)) {
      for (const person of named.get(name) ?? []) of(duty_id, person.id).helped += 1
    }
  }
  return known
}

async function openMatters(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('matters')
    .select((row) => ['staff_id', row.fn.countAll<number>().as('count')])
    .where('state', 'in', open_states)
    .groupBy('staff_id')
    .execute()
  return new Map(rows.flatMap(({ staff_id, count }) => (staff_id === null ? [] : [[staff_id, count]])))
}
