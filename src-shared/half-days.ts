// Half days (上午/下午): absences are counted in them. A slot numbers them, two a day, so that spans are plain integers.
import { z } from 'zod'
import { CalendarDate, monthDay, yearOf } from './dates.ts'
import { type HolidayTable, isWorkingDay } from './working-days.ts'

export const Half = z.enum(['am', 'pm'])
export type Half = z.infer<typeof Half>

export const half_words: Record<Half, string> = { am: '上午', pm: '下午' }

/** Both ends are inside. */
export const HalfDaySpan = z.object({
  from_on: CalendarDate,
  from_half: Half,
  to_on: CalendarDate,
  to_half: Half,
})
export type HalfDaySpan = z.infer<typeof HalfDaySpan>

const day_ms = 86_400_000

/** `slotOf('2026-11-20', 'pm')` is one more than that morning's, and one less than the next morning's. */
export function slotOf(day: string, half: Half): number {
  return (Date.parse(`${day}T00:00:00Z`) / day_ms) * 2 + (half === 'pm' ? 1 : 0)
}

export function dayOfSlot(slot: number): string {
  return new Date(Math.floor(slot / 2) * day_ms).toISOString().slice(0, 10)
}

export function halfOfSlot(slot: number): Half {
  return slot % 2 === 0 ? 'am' : 'pm'
}

/** Slots, both inside. */
export interface SlotSpan {
  first: number
  last: number
}

export function slotsOf({ from_on, from_half, to_on, to_half }: HalfDaySpan): SlotSpan {
  return { first: slotOf(from_on, from_half), last: slotOf(to_on, to_half) }
}

export function spanOfSlots({ first, last }: SlotSpan): HalfDaySpan {
  return {
    from_on: dayOfSlot(first),
    from_half: halfOfSlot(first),
    to_on: dayOfSlot(last),
    to_half: halfOfSlot(last),
  }
}

/** What two spans share, or null. */
export function sharedSlots(one: SlotSpan, other: SlotSpan): SlotSpan | null {
  const first = Math.max(one.first, other.first)
  const last = Math.min(one.last, other.last)
  return first <= last ? { first, last } : null
}

/** The half day a clock shows: the morning ends at noon. */
export function halfOf(moment: Date): Half {
  return moment.getHours() < 12 ? 'am' : 'pm'
}

/** `11月20日`, `11月20日下午`, `11月20日—24日上午`; the year stands where `year` is another one. */
export function spanText(span: HalfDaySpan, year = yearOf(span.from_on)): string {
  const { from_on, from_half, to_on, to_half } = span
  const from = `${yearOf(from_on) === year ? '' : `${yearOf(from_on)}年`}${monthDay(from_on)}`
  if (from_on === to_on) return from_half === to_half ? `${from}${half_words[from_half]}` : from
  const is_same_month = from_on.slice(0, 7) === to_on.slice(0, 7)
  const to_year = yearOf(to_on) === yearOf(from_on) ? '' : `${yearOf(to_on)}年`
  const to = is_same_month ? `${Number(to_on.slice(8))}日` : `${to_year}${monthDay(to_on)}`
  return `${from}${from_half === 'pm' ? '下午' : ''}—${to}${to_half === 'am' ? '上午' : ''}`
}

const known_days = new WeakMap<HolidayTable, Map<number, boolean>>()

/** Asked for thousands of half days at a time, of a few dozen days: each day is looked up once per holiday table. */
function isWorkingSlot(slot: number, holidays: HolidayTable): boolean {
  const days = known_days.get(holidays) ?? new Map<number, boolean>()
  known_days.set(holidays, days)
  const day = Math.floor(slot / 2)
  const known = days.get(day)
  if (known !== undefined) return known
  const is_working = isWorkingDay(dayOfSlot(slot), holidays)
  days.set(day, is_working)
  return is_working
}

/** Working half days of a span; half of them are its working days. */
export function workingHalves({ first, last }: SlotSpan, holidays: HolidayTable): number {
  let count = 0
  for (let slot = first; slot <= last; slot += 1) if (isWorkingSlot(slot, holidays)) count += 1
  return count
}

/** `daysText(5) // '2.5天'`: half days as days. */
export function daysText(halves: number): string {
  return `${halves / 2}天`
}

/** The pieces of a span that lie on working days. */
export function workingPieces({ first, last }: SlotSpan, holidays: HolidayTable): SlotSpan[] {
  const pieces: SlotSpan[] = []
  let open: SlotSpan | null = null
  for (let slot = first; slot <= last; slot += 1) {
    if (!isWorkingSlot(slot, holidays)) {
      open = null
    } else if (open === null) {
      open = { first: slot, last: slot }
      pieces.push(open)
    } else {
      open.last = slot
    }
  }
  return pieces
}
