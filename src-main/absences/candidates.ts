// Who could stand in for a duty that has nobody: who knows it, carries least, and is there.
import type { Candidate } from '../../src-shared/absences.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import type { SlotSpan } from '../../src-shared/half-days.ts'
import type { Db } from '../database/tables.ts'
import { isHolding, type Office, type OfficeDuty, type OfficePerson } from './read-office.ts'

const open_states = ['assigned', 'in_progress', 'sign_off_asked'] as const

/** A duty with the time nobody answers for it. */
export interface Gap {
  duty: OfficeDuty
  spans: readonly SlotSpan[]
}

interface Knowledge {
  was_a: boolean
  was_b: boolean
  matters: number
  helped: number
}

/** For each gap, in their order; at most `limit` people, the best first. */
export async function candidatesFor(
  db: Db,
  office: Office,
  gaps: readonly Gap[],
  limit: number,
): Promise<Candidate[][]> {
  if (gaps.length === 0) return []
  const known = await whoKnows(db, [...new Set(gaps.map(({ duty }) => duty.id))], office)
  const open = await openMatters(db)
  const { held, similar } = countPosts(office)
  return gaps.map(({ duty, spans }) => {
    const ranked = [...office.people.values()].flatMap((person, place) => {
      const away = howAway(office, person.id, spans)
      if (away === 'wholly' || spans.some((span) => isHolding(duty, person.id, span))) return []
      const alike = similar.get(`${person.id} ${duty.category_id}`) ?? 0
      const { score, reasons } = whatSpeaksFor(person, duty, known.get(`${duty.id} ${person.id}`), alike)
      if (score === 0) return []
      const load = (held.get(person.id) ?? 0) + (open.get(person.id) ?? 0)
      return [{ person, reasons, load, is_partly_away: away === 'partly', score, place }]
    })
    ranked.sort(
      (one, other) =>
        Number(one.is_partly_away) - Number(other.is_partly_away) ||
        other.score - one.score ||
        one.load - other.load ||
        one.place - other.place,
    )
    return ranked.slice(0, limit).map(({ person, reasons, load, is_partly_away }) => ({
      staff_id: person.id,
      name: person.name,
      group_name: person.group_name,
      phone: person.phone,
      reasons,
      load,
      is_partly_away,
    }))
  })
}

/** Who held it counts before who worked on it, that before who does the same sort of work, that before the same group. */
function whatSpeaksFor(person: OfficePerson, duty: OfficeDuty, known: Knowledge | undefined, alike: number) {
  const reasons: string[] = []
  let score = 0
  const add = (points: number, words: string) => {
    score = Math.max(score, points)
    reasons.push(words)
  }
  if (known?.was_a) add(6, '曾任A岗')
  if (known?.was_b) add(5, '曾任B岗')
  if (known && known.matters > 0) add(4, `办过${known.matters}件`)
  if (known && known.helped > 0) add(3, `协办过${known.helped}件`)
  if (alike > 0) add(2, `同类职责${alike}项`)
  if (person.group_id === duty.group_id) add(1, '同组')
  return { score, reasons }
}

function howAway(office: Office, staff_id: number, spans: readonly SlotSpan[]): 'no' | 'partly' | 'wholly' {
  const times = office.away.get(staff_id) ?? []
  let there = 0
  let away = 0
  for (const { first, last } of spans) {
    for (let slot = first; slot <= last; slot += 1) {
      if (times.some((time) => time.first <= slot && slot <= time.last)) away += 1
      else there += 1
    }
  }
  if (away === 0) return 'no'
  return there === 0 ? 'wholly' : 'partly'
}

function countPosts(office: Office) {
  const held = new Map<number, number>()
  const similar = new Map<string, number>()
  const addOne = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { category_id, holdings } of office.duties.values()) {
    for (const staff_id of new Set(holdings.map((post) => post.staff_id))) {
      addOne(similar, `${staff_id} ${category_id}`)
    }
    for (const post of holdings) if (post.role === 'A') addOne(held, post.staff_id)
  }
  return { held, similar }
}

/** By duty and person: posts of any time, matters done and matters helped with. */
async function whoKnows(
  db: Db,
  duty_ids: readonly number[],
  office: Office,
): Promise<Map<string, Knowledge>> {
  const known = new Map<string, Knowledge>()
  const of = (duty_id: number, staff_id: number): Knowledge => {
    const key = `${duty_id} ${staff_id}`
    const there = known.get(key) ?? { was_a: false, was_b: false, matters: 0, helped: 0 }
    known.set(key, there)
    return there
  }
  const posts = await db
    .selectFrom('duty_holders')
    .select(['duty_id', 'staff_id', 'role'])
    .where('duty_id', 'in', duty_ids)
    .execute()
  for (const { duty_id, staff_id, role } of posts)
    of(duty_id, staff_id)[role === 'A' ? 'was_a' : 'was_b'] = true
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
