// What has become of a matter of the sample, up to today.
import { addDays } from '../../src-shared/dates.ts'
import type { MatterEvent, WeekState } from '../../src-shared/weekly.ts'
import type { SampleCalendar } from './sample-calendar.ts'
import type { SampleMatter } from './sample-year.ts'

export interface Life {
  matter: SampleMatter
  /** Its first week. */
  monday: string
  listed_on: string
  original_due_on: string
  due_on: string
  state: 'assigned' | 'in_progress' | 'sign_off_asked' | 'signed_off' | 'archived' | 'withdrawn'
  finished_on: string | null
  signed_off_on: string | null
  archived_on: string | null
  /** Of a 带病销号: what has still to come. */
  missing?: string
  events: MatterEvent[]
  lines: LifeLine[]
}

export interface LifeLine {
  week_monday: string
  is_planned: 0 | 1
  progress: string
  week_state: WeekState
  unfinished_reason: string
}

/** Who signs off, returns and extends. */
export interface Signers {
  signer_name: string
  clerk_name: string
}

/** Days of a matter as dates: working days, not before the matter is listed. */
export function datesOf(matter: SampleMatter, monday: string, calendar: SampleCalendar) {
  const first = calendar.firstDayOf(monday)
  const listed_on =
    matter.came_up === undefined
      ? calendar.backToWork(addDays(monday, -3), addDays(monday, -20))
      : calendar.backToWork(addDays(monday, matter.came_up), first)
  const earliest = matter.came_up === undefined ? first : listed_on
  return { listed_on, at: (day: number) => calendar.backToWork(addDays(monday, day), earliest) }
}

/** The whole life of a matter of an earlier week, or null when it reaches into the present one. */
export function pastLife(
  matter: SampleMatter,
  monday: string,
  calendar: SampleCalendar,
  by: Signers,
): Life | null {
  const { listed_on, at } = datesOf(matter, monday, calendar)
  const original_due_on = at(matter.due)
  const begun = { matter, monday, listed_on, original_due_on, due_on: original_due_on }
  if (matter.withdrawn) {
    const { on, reason } = matter.withdrawn
    const events = [event('withdrawn', at(on), by.clerk_name, reason)]
    const lines = linesUpTo(begun, monday, { progress: reason, week_state: 'cancelled' }, [], calendar)
    return { ...begun, state: 'withdrawn', ...never_finished, events, lines }
  }
  const finished_on = at(matter.finish)
  if (finished_on >= calendar.this_monday) return null
  const week = calendar.weekAt(finished_on)
  const signed_off_on = later(finished_on, calendar.handInOf(week))
  const archived_on = calendar.backToWork(addDays(signed_off_on, matter.archive_after ?? 0), signed_off_on)
  const extended_to = matter.extended ? at(matter.extended.due) : original_due_on
  const due_on = extended_to > original_due_on ? extended_to : original_due_on
  const trouble = troubleOf(matter, at, due_on > original_due_on ? due_on : null, by)
  const events = [...trouble, event('signed_off', signed_off_on, by.signer_name, '')]
  const lines = linesUpTo(begun, week, { progress: matter.done, week_state: 'done' }, trouble, calendar)
  const is_archived = archived_on <= calendar.today
  return {
    ...begun,
    due_on,
    state: is_archived ? 'archived' : 'signed_off',
    finished_on,
    signed_off_on,
    archived_on: is_archived ? archived_on : null,
    events,
    lines,
  }
}

export const never_finished = { finished_on: null, signed_off_on: null, archived_on: null } as const

export function event(
  kind: MatterEvent['kind'],
  happened_on: string,
  by_name: string,
  reason: string,
  new_due_on: string | null = null,
): MatterEvent {
  return { kind, happened_on, by_name, reason, new_due_on, old_due_on: null }
}

function later(one: string, other: string): string {
  return one > other ? one : other
}

/** `extended_to` is null where holidays have eaten the days that were won. */
function troubleOf(
  matter: SampleMatter,
  at: (day: number) => string,
  extended_to: string | null,
  by: Signers,
): MatterEvent[] {
  const { extended, returned } = matter
  const is_extended = extended !== undefined && extended_to !== null
  return [
    ...(is_extended
      ? [event('extended', at(extended.on), by.signer_name, extended.reason, extended_to)]
      : []),
    ...(returned ? [event('returned', at(returned.on), by.signer_name, returned.reason)] : []),
  ]
}

type Begun = Pick<Life, 'matter' | 'monday' | 'original_due_on'>

/** A line a week from the first one to `last`; only the last one says how it ended. */
export function linesUpTo(
  { matter, monday, original_due_on }: Begun,
  last: string,
  end: { progress: string; week_state: WeekState; unfinished_reason?: string },
  events: readonly MatterEvent[],
  calendar: SampleCalendar,
): LifeLine[] {
  const weeks = [...calendar.past, calendar.this_monday, calendar.next_monday].filter(
    (week) => week >= monday && week <= last,
  )
  return weeks.map((week) => {
    const is_planned = week > monday || matter.came_up === undefined ? 1 : 0
    const line = { week_monday: week, is_planned, unfinished_reason: '' } as const
    if (week === last) return { ...line, ...end }
    const sunday = addDays(week, 6)
    const extension = events.find(
      ({ kind, happened_on }) => kind === 'extended' && calendar.weekAt(happened_on) === week,
    )
    if (extension)
      return { ...line, progress: matter.doing, week_state: 'postponed', unfinished_reason: extension.reason }
    const is_late = original_due_on <= sunday && matter.late_reason !== undefined
    return {
      ...line,
      progress: matter.doing,
      week_state: is_late ? 'unfinished' : 'in_progress',
      unfinished_reason: is_late ? (matter.late_reason ?? '') : '',
    }
  })
}
