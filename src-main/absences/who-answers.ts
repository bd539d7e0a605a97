// The rule of AB岗 (domain.md §b): who answers for a duty on each half day. Nothing here asks the database.
import { type SlotSpan, slotOf } from '../../src-shared/half-days.ts'

export interface Holding extends SlotSpan {
  staff_id: number
  role: 'A' | 'B'
  /** B1 has 1, B2 has 2. */
  rank: number
}

/** 分管领导指派: stands in for A while it lasts. */
export interface Appointed extends SlotSpan {
  staff_id: number
}

export interface DutyPosts {
  holdings: readonly Holding[]
  /** In the order they were made. */
  appointed: readonly Appointed[]
}

/** When each person is not there, by id, in any order. Who is missing from it is always there. */
export type AwayTimes = ReadonlyMap<number, readonly SlotSpan[]>

/** `unassigned`: no A and no B at all, which is a matter of AB岗 and not of an absence. */
export type AnswersAs = 'A' | 'appointed' | 'B' | 'nobody' | 'unassigned'

export interface Answering extends SlotSpan {
  /** Null for nobody. */
  staff_id: number | null
  as: AnswersAs
}

/**
 * From `window.first` to `window.last` without a gap: A where present, else the first appointed one who is present, else
 * the first present B in order, else nobody. Evaluated once between two moments at which anything changes.
 */
export function whoAnswers(posts: DutyPosts, away: AwayTimes, window: SlotSpan): Answering[] {
  const answering: Answering[] = []
  const starts = momentsOfChange(posts, away, window)
  for (const [index, first] of starts.entries()) {
    const last = (starts[index + 1] ?? window.last + 1) - 1
    const { staff_id, as } = answererAt(posts, away, first)
    const before = answering.at(-1)
    if (before && before.staff_id === staff_id && before.as === as) before.last = last
    else answering.push({ first, last, staff_id, as })
  }
  return answering
}

function momentsOfChange({ holdings, appointed }: DutyPosts, away: AwayTimes, window: SlotSpan): number[] {
  const moments = new Set([window.first])
  const addEnds = ({ first, last }: SlotSpan) => {
    if (first > window.first && first <= window.last) moments.add(first)
    if (last >= window.first && last < window.last) moments.add(last + 1)
  }
  for (const post of [...holdings, ...appointed]) {
    addEnds(post)
    for (const time of away.get(post.staff_id) ?? []) addEnds(time)
  }
  return [...moments].sort((one, other) => one - other)
}

function answererAt({ holdings, appointed }: DutyPosts, away: AwayTimes, slot: number) {
  const isNow = ({ first, last }: SlotSpan) => first <= slot && slot <= last
  const isThere = ({ staff_id }: { staff_id: number }) => !(away.get(staff_id) ?? []).some(isNow)
  const now = holdings.filter(isNow)
  const a = now.find(({ role }) => role === 'A')
  if (a && isThere(a)) return { staff_id: a.staff_id, as: 'A' as const }
  const stand_in = appointed.find((one) => isNow(one) && isThere(one))
  if (stand_in) return { staff_id: stand_in.staff_id, as: 'appointed' as const }
  const bs = now.filter(({ role }) => role === 'B').sort((one, other) => one.rank - other.rank)
  const b = bs.find(isThere)
  if (b) return { staff_id: b.staff_id, as: 'B' as const }
  return { staff_id: null, as: now.length === 0 ? ('unassigned' as const) : ('nobody' as const) }
}

const for_ever = 1e9

export interface Membership {
  id: number
  joined_on: string | null
  /** The last day. */
  left_on: string | null
}

/** Absences, and the time before somebody joined and after the last day. */
export function awayTimes(
  people: readonly Membership[],
  absences: readonly (SlotSpan & { staff_id: number })[],
): AwayTimes {
  const times = new Map<number, SlotSpan[]>()
  const add = (staff_id: number, span: SlotSpan) => {
    const known = times.get(staff_id)
    if (known) known.push(span)
    else times.set(staff_id, [span])
  }
  for (const { id, joined_on, left_on } of people) {
    if (joined_on !== null) add(id, { first: -for_ever, last: slotOf(joined_on, 'am') - 1 })
    if (left_on !== null) add(id, { first: slotOf(left_on, 'pm') + 1, last: for_ever })
  }
  for (const { staff_id, first, last } of absences) add(staff_id, { first, last })
  return times
}

/** A post that lasts has no last day. */
export function postSlots(from_on: string, to_on: string | null): SlotSpan {
  return { first: slotOf(from_on, 'am'), last: to_on === null ? for_ever : slotOf(to_on, 'pm') }
}

export function isAway(away: AwayTimes, staff_id: number, slot: number): boolean {
  return (away.get(staff_id) ?? []).some(({ first, last }) => first <= slot && slot <= last)
}
