// What a book of matters must be after any steps, worked out by hand on plain values: the model that the book is held to.

import type { MatterState, WeekState } from '../../../src-shared/weekly.ts'
import {
  type HolidayTable,
  mergedMondays,
  nextWorkWeek,
  workWeekOf,
} from '../../../src-shared/working-days.ts'

export interface ModelLine {
  is_planned: 0 | 1
  progress: string
  week_state: WeekState
  unfinished_reason: string
}

export interface ModelMatter {
  number: string
  state: MatterState
  due_on: string
  original_due_on: string
  /** By Monday. */
  weeks: Map<string, ModelLine>
  events: string[]
  is_uncured: boolean
}

export interface Model {
  matters: Map<number, ModelMatter>
  closed: Set<string>
}

/** The day it is, for every rule that asks. */
export interface Today {
  day: string
  holidays: HolidayTable
}

export class Refused extends Error {}

export function copyOf({ matters, closed }: Model): Model {
  return {
    matters: new Map([...matters].map(([id, matter]) => [id, structuredClone(matter)])),
    closed: new Set(closed),
  }
}

export const isOpen = ({ state }: ModelMatter) =>
  state === 'assigned' || state === 'in_progress' || state === 'sign_off_asked'

export function freshLine(is_planned: boolean, week_state: WeekState): ModelLine {
  return { is_planned: is_planned ? 1 : 0, progress: '', week_state, unfinished_reason: '' }
}

export function mondayOn({ day, holidays }: Today): string {
  return workWeekOf(day, holidays)
}

export function chosen(model: Model, ids: readonly number[]): ModelMatter[] {
  return [...new Set(ids)].flatMap((id) => model.matters.get(id) ?? [])
}

function refuseUnless(test: boolean): void {
  if (!test) throw new Refused()
}

export function say(
  model: Model,
  matter: ModelMatter,
  today: Today,
  line: Omit<ModelLine, 'is_planned'>,
): void {
  const monday = mondayOn(today)
  refuseUnless(isOpen(matter) && !model.closed.has(monday))
  matter.weeks.set(monday, { is_planned: matter.weeks.get(monday)?.is_planned ?? 0, ...line })
  begin(matter, line.week_state)
  if (matter.state === 'sign_off_asked' && newest(matter, today)[1].week_state !== 'done') {
    matter.state = 'in_progress'
  }
}

/** What a week that has begun says of a matter. */
function begin(matter: ModelMatter, week_state: WeekState): void {
  if (matter.state === 'assigned' && week_state !== 'not_started') matter.state = 'in_progress'
}

/** The row of its newest week that has begun; of its newest week when none has. */
function newest(matter: ModelMatter, today: Today): [string, ModelLine] {
  const weeks = [...matter.weeks].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const found = weeks.findLast(([monday]) => monday <= mondayOn(today)) ?? weeks.at(-1)
  if (found === undefined) throw new Error(`${matter.number} stands in no week`)
  return found
}

/** Where its next news is written: after closing that is the first week which is not closed. */
function newsOf(model: Model, matter: ModelMatter, today: Today): [string, ModelLine] {
  const [monday, line] = newest(matter, today)
  if (!model.closed.has(monday)) return [monday, line]
  let open = mondayOn(today)
  while (model.closed.has(open)) open = nextWorkWeek(open, today.holidays)
  const fresh = matter.weeks.get(open) ?? freshLine(true, line.week_state)
  matter.weeks.set(open, fresh)
  return [open, fresh]
}

export function ask(model: Model, matters: readonly ModelMatter[], today: Today): void {
  refuseUnless(matters.every((matter) => isOpen(matter) && matter.state !== 'sign_off_asked'))
  for (const matter of matters) {
    newsOf(model, matter, today)[1].week_state = 'done'
    matter.state = 'sign_off_asked'
    matter.events.push('sign_off_asked')
  }
}

export interface Signing {
  is_lacking: boolean
  archives: boolean
}

export function sign(
  model: Model,
  matters: readonly ModelMatter[],
  today: Today,
  { is_lacking, archives }: Signing,
): void {
  refuseUnless(matters.every(isOpen))
  for (const matter of matters) {
    const [kept, line] = newsOf(model, matter, today)
    line.week_state = 'done'
    leavePlans(matter, today, kept)
    matter.state = archives && !is_lacking ? 'archived' : 'signed_off'
    matter.is_uncured = is_lacking
    matter.events.push('signed_off')
  }
}

function leavePlans(matter: ModelMatter, today: Today, kept?: string): void {
  for (const monday of matter.weeks.keys()) {
    if (monday > mondayOn(today) && monday !== kept) matter.weeks.delete(monday)
  }
}

export function giveBack(model: Model, matters: readonly ModelMatter[], today: Today): void {
  refuseUnless(matters.every(({ state }) => state !== 'archived' && state !== 'withdrawn'))
  for (const matter of matters) {
    const [, line] = newsOf(model, matter, today)
    refuseUnless(!isOpen(matter) || line.week_state === 'done')
    if (line.week_state === 'done') line.week_state = 'in_progress'
    matter.state = 'in_progress'
    matter.is_uncured = false
    matter.events.push('returned')
  }
}

export function withdraw(matters: readonly ModelMatter[], today: Today): void {
  refuseUnless(matters.every(isOpen))
  for (const matter of matters) {
    leavePlans(matter, today)
    matter.state = 'withdrawn'
    matter.events.push('withdrawn')
  }
}

export function extend(matters: readonly ModelMatter[], due_on: string): void {
  refuseUnless(matters.every((matter) => isOpen(matter) && due_on > matter.due_on))
  for (const matter of matters) {
    matter.due_on = due_on
    matter.events.push('extended')
  }
}

export function cure(matters: readonly ModelMatter[]): void {
  refuseUnless(matters.every(({ is_uncured }) => is_uncured))
  for (const matter of matters) {
    matter.is_uncured = false
    matter.events.push('cured')
  }
}

/** The newest row of each matter in the week and in those merged into it, with the Monday it stands at. */
export function rowsOf(model: Model, monday: string, { holidays }: Today): Map<number, [string, ModelLine]> {
  const mondays = mergedMondays(monday, holidays)
  const rows = new Map<number, [string, ModelLine]>()
  for (const [id, { weeks }] of model.matters) {
    const inside = [...weeks].filter(([week]) => mondays.includes(week))
    const last = inside.toSorted(([one], [other]) => (one < other ? -1 : 1)).at(-1)
    if (last !== undefined) rows.set(id, last)
  }
  return rows
}

/** Open matters of the week that are not in the next one. */
export function leftBehind(model: Model, today: Today): number[] {
  const monday = mondayOn(today)
  const there = rowsOf(model, nextWorkWeek(monday, today.holidays), today)
  return [...rowsOf(model, monday, today).keys()].filter((id) => {
    const matter = model.matters.get(id)
    return matter !== undefined && isOpen(matter) && !there.has(id)
  })
}

export function carry(model: Model, ids: readonly number[], today: Today, reason: string): void {
  const monday = mondayOn(today)
  const next = nextWorkWeek(monday, today.holidays)
  const rows = rowsOf(model, monday, today)
  for (const id of ids) {
    const [matter, row] = [model.matters.get(id), rows.get(id)]
    if (matter === undefined || row === undefined) throw new Error('what is carried stands in the week')
    const [week, line] = row
    if (reason !== '') line.unfinished_reason = reason
    if (week <= monday) begin(matter, line.week_state)
    const keeps = line.week_state === 'not_started' || line.week_state === 'done'
    matter.weeks.set(next, freshLine(true, keeps ? line.week_state : 'in_progress'))
  }
}
