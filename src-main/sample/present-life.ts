// The week in hand: half of it done, some of it about to be due, a little overdue, whatever day it is.
import type { MatterEvent } from '../../src-shared/weekly.ts'
import { type SampleCalendar, workdayUpTo } from './sample-calendar.ts'
import { datesOf, event, type Life, linesUpTo, never_finished, type Signers } from './sample-life.ts'
import type { SampleMatter } from './sample-year.ts'

export type Role =
  | { is: 'archived' | 'signed_off' | 'reported' | 'withdrawn' }
  /** `due` counts working days from today. */
  | { is: 'open' | 'not_started' | 'returned' | 'extended' | 'planned'; due: number }

/** Due dates from here on have no amber light yet. */
const calm = 4

/** The part each matter of the present week plays, in the order of the list; it fits 13 matters or more. */
export function rolesOfThisWeek(matters: readonly SampleMatter[]): Role[] {
  const pattern = [
    'archived',
    'open',
    'archived',
    'open',
    'reported',
    'archived',
    'open',
    'signed_off',
    'open',
    'archived',
  ]
  const open_parts: Role[] = [
    { is: 'open', due: 1 },
    { is: 'returned', due: calm + 1 },
    { is: 'open', due: 2 },
    { is: 'extended', due: calm + 2 },
    { is: 'open', due: 3 },
    { is: 'withdrawn' },
    { is: 'not_started', due: calm + 1 },
  ]
  let turn = 0
  return matters.map((matter, at): Role => {
    if (matter.title.includes('{上周}')) return { is: 'archived' }
    const part = pattern[at % pattern.length]
    if (part === 'archived' || part === 'signed_off' || part === 'reported') return { is: part }
    const next = open_parts[turn++]
    return next ?? { is: 'open', due: calm + 1 + (turn % 3) }
  })
}

/** Of earlier matters that reach into this week: the first two are overdue, the others under way. */
export function roleOfCarried(turn: number): Role {
  return { is: 'open', due: turn < 2 ? -2 - turn : calm + 1 + (turn % 4) }
}

export function roleOfPlanned(turn: number): Role {
  return { is: 'planned', due: calm + (turn % 4) }
}

export function presentLife(
  matter: SampleMatter,
  monday: string,
  role: Role,
  calendar: SampleCalendar,
  by: Signers,
): Life {
  const { listed_on: natural, at } = datesOf(matter, monday, calendar)
  const listed_on = natural < calendar.today ? natural : workdayUpTo(calendar, calendar.today)
  const begun = { matter, monday, listed_on, original_due_on: at(matter.due), due_on: at(matter.due) }
  if ('due' in role) return openLife({ ...begun, ...dueDates(begun, role.due, calendar) }, role, calendar, by)
  const day = within(listed_on, at(matter.due), workdayUpTo(calendar, calendar.today))
  const lines = (end: Parameters<typeof linesUpTo>[2]) => linesUpTo(begun, monday, end, [], calendar)
  if (role.is === 'withdrawn') {
    const reason = matter.withdrawn?.reason ?? '上级通知取消该项工作'
    const events = [event('withdrawn', day, by.clerk_name, reason)]
    const cancelled = lines({ progress: reason, week_state: 'cancelled' })
    return { ...begun, state: 'withdrawn', ...never_finished, events, lines: cancelled }
  }
  const done = lines({ progress: matter.done, week_state: 'done' })
  if (role.is === 'reported') {
    const due = calendar.ahead(calm)
    return {
      ...begun,
      original_due_on: due,
      due_on: due,
      state: 'sign_off_asked',
      ...never_finished,
      events: [event('sign_off_asked', day, '', '材料已备齐，请审核')],
      lines: done,
    }
  }
  const signed = { ...begun, state: role.is, finished_on: day, signed_off_on: day, lines: done }
  if (role.is === 'archived') {
    return { ...signed, archived_on: day, events: [event('signed_off', day, by.signer_name, '')] }
  }
  const missing = '分管领导签字的原件'
  const events = [event('signed_off', day, by.signer_name, `带病销号，缺：${missing}`)]
  return { ...signed, archived_on: null, missing, events }
}

type Begun = Omit<Life, 'state' | 'finished_on' | 'signed_off_on' | 'archived_on' | 'events' | 'lines'>

function dueDates({ listed_on, due_on }: Begun, days: number, calendar: SampleCalendar) {
  const wanted = calendar.ahead(days)
  const earliest = days < calm ? listed_on : due_on
  const due = wanted < earliest ? earliest : wanted
  return { original_due_on: due, due_on: due }
}

function openLife(begun: Begun, role: Role, calendar: SampleCalendar, by: Signers): Life {
  const today = workdayUpTo(calendar, calendar.today)
  const yesterday = within(begun.listed_on, calendar.ahead(-1), today)
  const { matter } = begun
  if (role.is === 'planned' || role.is === 'not_started') {
    const lines = linesUpTo(begun, begun.monday, { progress: '', week_state: 'not_started' }, [], calendar)
    return { ...begun, state: 'assigned', ...never_finished, events: [], lines }
  }
  const events: MatterEvent[] = []
  let { original_due_on } = begun
  if (role.is === 'returned') {
    const reason = matter.returned?.reason ?? '佐证材料不全，请补齐后再报'
    events.push(event('returned', yesterday, by.signer_name, reason))
  }
  if (role.is === 'extended') {
    const reason = matter.extended?.reason ?? '主管部门调整了报送时间'
    original_due_on = today
    events.push(event('extended', yesterday, by.signer_name, reason, begun.due_on))
  }
  const end = {
    progress: matter.doing,
    week_state: role.is === 'extended' ? 'postponed' : 'in_progress',
  } as const
  const lines = linesUpTo({ ...begun, original_due_on }, calendar.this_monday, end, events, calendar)
  return { ...begun, original_due_on, state: 'in_progress', ...never_finished, events, lines }
}

function within(earliest: string, day: string, latest: string): string {
  if (day > latest) return latest
  return day < earliest ? earliest : day
}
