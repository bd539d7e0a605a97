// 风险表: which duties nobody answers for in a month, on which working days, and who could be appointed.
import type { MonthDay, MonthPerson, MonthRisk, MutualPair, RiskRow } from '../../src-shared/absences.ts'
import { addDays } from '../../src-shared/dates.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import {
  daysText,
  type SlotSpan,
  sharedSlots,
  slotOf,
  spanOfSlots,
  workingHalves,
} from '../../src-shared/half-days.ts'
import { type HolidayTable, isProvisional, isWorkingDay } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { candidatesFor, type Gap } from './candidates.ts'
import { type Office, type OfficeAbsence, type OfficeDuty, readOffice } from './read-office.ts'
import { answersFor, gapsIn } from './stretches.ts'

const candidates_shown = 3

export async function monthRisk(db: Db, { month }: { month: string }): Promise<MonthRisk> {
  const holidays = await holidayTable(db)
  const days = daysOfMonth(month)
  const window = { first: slotOf(days[0] ?? '', 'am'), last: slotOf(days.at(-1) ?? '', 'pm') }
  const office = await readOffice(db, window)
  const gaps: Gap[] = []
  let unassigned = 0
  for (const duty of office.duties.values()) {
    if (duty.holdings.length === 0) {
      unassigned += 1
      continue
    }
    const spans = gapsIn(answersFor(office, duty, window), holidays)
    if (spans.length > 0) gaps.push({ duty, spans })
  }
  return {
    month,
    is_provisional: isProvisional(days[0] ?? '', holidays),
    days: countByDay(days, gaps, holidays),
    people: peopleAway(office, window),
    risks: await riskRows(db, office, gaps, holidays),
    pairs: mutualPairs(office, window, holidays),
    unassigned,
  }
}

function daysOfMonth(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

function countByDay(days: readonly string[], gaps: readonly Gap[], holidays: HolidayTable): MonthDay[] {
  const counts = new Map<number, number>()
  for (const { spans } of gaps) {
    for (const { first, last } of spans) {
      for (let slot = first; slot <= last; slot += 1) counts.set(slot, (counts.get(slot) ?? 0) + 1)
    }
  }
  return days.map((day) => ({
    day,
    is_working_day: isWorkingDay(day, holidays),
    risks: { am: counts.get(slotOf(day, 'am')) ?? 0, pm: counts.get(slotOf(day, 'pm')) ?? 0 },
  }))
}

function peopleAway(office: Office, window: SlotSpan): MonthPerson[] {
  const absences = groupRows(office.absences, ({ staff_id }) => staff_id)
  return [...office.people.values()].flatMap(({ id, name, group_name }) => {
    const own = absences.get(id)
    if (own === undefined) return []
    const spans = own.flatMap((absence) => {
      const inside = sharedSlots(absence, window)
      return inside === null ? [] : [{ ...spanOfSlots(inside), absence_id: absence.id, kind: absence.kind }]
    })
    return [{ staff_id: id, name, group_name, spans }]
  })
}

/** In the order they happen; a gap over a weekend is one row. */
async function riskRows(
  db: Db,
  office: Office,
  gaps: readonly Gap[],
  holidays: HolidayTable,
): Promise<RiskRow[]> {
  const single = gaps.flatMap(({ duty, spans }) =>
    acrossDaysOff(spans, holidays).map((span) => ({ duty, spans: [span] })),
  )
  const candidates = await candidatesFor(db, office, single, candidates_shown)
  const rows = single.map(({ duty, spans }, at) => {
    const span = spans[0] ?? { first: 0, last: 0 }
    const causes = absencesBehind(office, duty, span)
    return {
      first: span.first,
      row: {
        ...spanOfSlots(span),
        duty_id: duty.id,
        number: duty.number,
        content: duty.content,
        group_name: duty.group_name,
        why: causes.map(({ staff_id, kind }) => `${office.people.get(staff_id)?.name}（${kind}）`).join('、'),
        length: daysText(workingHalves(span, holidays)),
        absence_id: causes[0]?.id ?? null,
        candidates: candidates[at] ?? [],
      },
    }
  })
  return rows
    .toSorted((one, other) => one.first - other.first || one.row.number.localeCompare(other.row.number))
    .map(({ row }) => ({ ...row, why: row.why || 'A岗、B岗已离开单位' }))
}

/** Friday's gap and Monday's are one when only days off lie between. */
function acrossDaysOff(spans: readonly SlotSpan[], holidays: HolidayTable): SlotSpan[] {
  const joined: SlotSpan[] = []
  for (const span of spans) {
    const before = joined.at(-1)
    const between = before && { first: before.last + 1, last: span.first - 1 }
    if (before && between && workingHalves(between, holidays) === 0) before.last = span.last
    else joined.push({ ...span })
  }
  return joined
}

/** A's absence first: an appointment belongs to it. */
function absencesBehind(office: Office, duty: OfficeDuty, span: SlotSpan): OfficeAbsence[] {
  const posts = duty.holdings.filter((post) => sharedSlots(post, span) !== null)
  const order = posts.toSorted((one, other) => one.role.localeCompare(other.role) || one.rank - other.rank)
  const found = order.flatMap((post) =>
    office.absences.filter(
      (absence) => absence.staff_id === post.staff_id && sharedSlots(absence, span) !== null,
    ),
  )
  return [...new Set(found)]
}

/** 互为AB岗 who are away at the same working time (domain.md §b.1: 不得同时安排). */
function mutualPairs(office: Office, window: SlotSpan, holidays: HolidayTable): MutualPair[] {
  const absences = groupRows(office.absences, ({ staff_id }) => staff_id)
  const backs = backsAmong(office, absences)
  const pairs: (MutualPair & { first: number })[] = []
  for (const [a, bs] of backs) {
    for (const [b, duties] of bs) {
      const back = backs.get(b)?.get(a)
      if (a > b || back === undefined) continue
      const names = [a, b].map((id) => office.people.get(id)?.name).join('、')
      for (const shared of sharedTimes(absences.get(a) ?? [], absences.get(b) ?? [])) {
        const inside = sharedSlots(shared, window)
        if (inside === null || workingHalves(inside, holidays) === 0) continue
        pairs.push({ ...spanOfSlots(inside), names, duties: duties + back, first: inside.first })
      }
    }
  }
  return pairs.toSorted((one, other) => one.first - other.first).map(({ first: _, ...pair }) => pair)
}

/** Of people who are away at some time: in how many duties of the one the other is B. */
function backsAmong(office: Office, away: ReadonlyMap<number, unknown>): Map<number, Map<number, number>> {
  const backs = new Map<number, Map<number, number>>()
  for (const { holdings } of office.duties.values()) {
    const here = holdings.filter(({ staff_id }) => away.has(staff_id))
    for (const a of here) {
      if (a.role !== 'A') continue
      for (const b of here) {
        if (b.role !== 'B' || a.staff_id === b.staff_id) continue
        const bs = backs.get(a.staff_id) ?? new Map<number, number>()
        backs.set(a.staff_id, bs.set(b.staff_id, (bs.get(b.staff_id) ?? 0) + 1))
      }
    }
  }
  return backs
}

function sharedTimes(ones: readonly SlotSpan[], others: readonly SlotSpan[]): SlotSpan[] {
  return ones.flatMap((one) => others.flatMap((other) => sharedSlots(one, other) ?? []))
}
