import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AnswersAs,
  awayTimes,
  type DutyPosts,
  type Membership,
  postSlots,
  whoAnswers,
} from '../../../src-main/absences/who-answers.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { type Half, type HalfDaySpan, slotOf, slotsOf } from '../../../src-shared/half-days.ts'

interface NaiveOffice {
  people: Membership[]
  absences: (HalfDaySpan & { staff_id: number })[]
  holders: { staff_id: number; role: 'A' | 'B'; rank: number; from_on: string; to_on: string | null }[]
  appointed: (HalfDaySpan & { staff_id: number })[]
}

/** The rule once more, as one would follow it with a finger on the calendar: texts compared, no slots, no intervals. */
function naively(office: NaiveOffice, day: string, half: Half): [number | null, AnswersAs] {
  const now = day + half
  const covers = (span: HalfDaySpan) =>
    span.from_on + span.from_half <= now && now <= span.to_on + span.to_half
  const isPresent = (id: number) => {
    const person = office.people.find((one) => one.id === id)
    if (person?.joined_on && day < person.joined_on) return false
    if (person?.left_on && day > person.left_on) return false
    return !office.absences.some((absence) => absence.staff_id === id && covers(absence))
  }
  const holds = office.holders.filter(
    ({ from_on, to_on }) => from_on <= day && (to_on === null || day <= to_on),
  )
  for (const holder of holds) {
    if (holder.role === 'A' && isPresent(holder.staff_id)) return [holder.staff_id, 'A']
  }
  for (const one of office.appointed) {
    if (covers(one) && isPresent(one.staff_id)) return [one.staff_id, 'appointed']
  }
  for (let rank = 1; rank <= 3; rank += 1) {
    const b = holds.find((holder) => holder.role === 'B' && holder.rank === rank)
    if (b && isPresent(b.staff_id)) return [b.staff_id, 'B']
  }
  return [null, holds.length === 0 ? 'unassigned' : 'nobody']
}

const first_day = '2026-02-20'
const days = 24
const dayAt = (n: number) => addDays(first_day, n)
const anyDay = fc.integer({ min: -3, max: days + 3 }).map(dayAt)
const anyHalf = fc.constantFrom<Half>('am', 'pm')
const anyPerson = fc.integer({ min: 1, max: 5 })
const anySpan = fc.tuple(anyDay, anyHalf, anyDay, anyHalf).map(([a, ha, b, hb]): HalfDaySpan => {
  const [[from_on, from_half], [to_on, to_half]] =
    a + ha <= b + hb
      ? ([
          [a, ha],
          [b, hb],
        ] as const)
      : ([
          [b, hb],
          [a, ha],
        ] as const)
  return { from_on, from_half, to_on, to_half }
})
const anyPost = fc.record({
  staff_id: anyPerson,
  from_on: anyDay,
  length: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
})

/** Absences of one person may overlap here: what the book forbids must not break the rule either. */
const anyOffice: fc.Arbitrary<NaiveOffice> = fc
  .record({
    members: fc.array(fc.tuple(fc.option(anyDay, { nil: null }), fc.option(anyDay, { nil: null })), {
      minLength: 5,
      maxLength: 5,
    }),
    absences: fc.array(fc.tuple(anyPerson, anySpan), { maxLength: 8 }),
    posts: fc.tuple(...[0, 1, 2, 3].map(() => fc.array(anyPost, { maxLength: 2 }))),
    appointed: fc.array(fc.tuple(anyPerson, anySpan), { maxLength: 3 }),
  })
  .map(({ members, absences, posts, appointed }) => ({
    people: members.map(([joined_on, left_on], at) => ({ id: at + 1, joined_on, left_on })),
    absences: absences.map(([staff_id, span]) => ({ ...span, staff_id })),
    holders: posts.flatMap((of_rank, rank) => oneADay(of_rank, rank)),
    appointed: appointed.map(([staff_id, span]) => ({ ...span, staff_id })),
  }))

/** Of posts of one rank only those that the book would take: never two on a day. */
function oneADay(
  posts: { staff_id: number; from_on: string; length: number | null }[],
  rank: number,
): NaiveOffice['holders'] {
  const taken: NaiveOffice['holders'] = []
  for (const { staff_id, from_on, length } of posts) {
    const to_on = length === null ? null : addDays(from_on, length)
    const clashes = taken.some(
      (other) => other.from_on <= (to_on ?? '9999') && from_on <= (other.to_on ?? '9999'),
    )
    if (clashes) continue
    taken.push({ staff_id, role: rank === 0 ? 'A' : 'B', rank: rank === 0 ? 1 : rank, from_on, to_on })
  }
  return taken
}

function quickly(office: NaiveOffice, first: number, last: number) {
  const posts: DutyPosts = {
    holdings: office.holders.map(({ staff_id, role, rank, from_on, to_on }) => ({
      staff_id,
      role,
      rank,
      ...postSlots(from_on, to_on),
    })),
    appointed: office.appointed.map((one) => ({ staff_id: one.staff_id, ...slotsOf(one) })),
  }
  const absences = office.absences.map((one) => ({ staff_id: one.staff_id, ...slotsOf(one) }))
  return whoAnswers(posts, awayTimes(office.people, absences), { first, last })
}

describe('who answers for a duty', () => {
  it('is on every half day whom a naive walk through the calendar finds', () => {
    fc.assert(
      fc.property(anyOffice, (office) => {
        const first = slotOf(dayAt(0), 'am')
        const spans = quickly(office, first, slotOf(dayAt(days - 1), 'pm'))
        const found = spans.flatMap((span) =>
          Array.from({ length: span.last - span.first + 1 }, () => [span.staff_id, span.as]),
        )
        const wanted = Array.from({ length: days * 2 }, (_, at) =>
          naively(office, dayAt(Math.floor(at / 2)), at % 2 === 0 ? 'am' : 'pm'),
        )
        expect(found).toEqual(wanted)
      }),
      { numRuns: 600 },
    )
  })

  it('is told in spans that follow each other without a gap and differ from their neighbours', () => {
    fc.assert(
      fc.property(anyOffice, (office) => {
        const window = { first: slotOf(dayAt(2), 'pm'), last: slotOf(dayAt(15), 'am') }
        const spans = quickly(office, window.first, window.last)
        expect([spans[0]?.first, spans.at(-1)?.last]).toEqual([window.first, window.last])
        for (const [index, span] of spans.entries()) {
          const next = spans[index + 1]
          if (next === undefined) continue
          expect(next.first).toBe(span.last + 1)
          expect([next.staff_id, next.as]).not.toEqual([span.staff_id, span.as])
        }
      }),
    )
  })

  it('changes at noon when A leaves at noon', () => {
    const office: NaiveOffice = {
      people: [],
      absences: [
        { staff_id: 1, from_on: '2026-11-20', from_half: 'pm', to_on: '2026-11-23', to_half: 'am' },
        { staff_id: 2, from_on: '2026-11-23', from_half: 'am', to_on: '2026-11-23', to_half: 'pm' },
      ],
      holders: [
        { staff_id: 1, role: 'A', rank: 1, from_on: '2026-01-01', to_on: null },
        { staff_id: 2, role: 'B', rank: 1, from_on: '2026-01-01', to_on: null },
      ],
      appointed: [],
    }
    const at = (day: string, half: Half) => slotOf(day, half)
    expect(quickly(office, at('2026-11-20', 'am'), at('2026-11-23', 'pm'))).toEqual([
      { first: at('2026-11-20', 'am'), last: at('2026-11-20', 'am'), staff_id: 1, as: 'A' },
      { first: at('2026-11-20', 'pm'), last: at('2026-11-22', 'pm'), staff_id: 2, as: 'B' },
      { first: at('2026-11-23', 'am'), last: at('2026-11-23', 'am'), staff_id: null, as: 'nobody' },
      { first: at('2026-11-23', 'pm'), last: at('2026-11-23', 'pm'), staff_id: 1, as: 'A' },
    ])
  })
})
