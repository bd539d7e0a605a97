// The rows of a group's weekly form, for one fixed week of the sample year.
import { fillWords } from '../../src-main/sample/fill-words.ts'
import type { SampleMatter, SampleYear } from '../../src-main/sample/sample-year.ts'
import { addDays } from '../../src-shared/dates.ts'

export const form_monday = '2026-11-16'
const seasons = { before: '11-2', now: '11-3', next: '11-4' }

export interface FormRow {
  category: string
  title: string
  staff: string
  helpers: string
  leader: string
  source: string
  is_planned: boolean
  due_on: string
  detail: string
  progress: string
  is_done: boolean
  reason: string
  evidence: string
}

/** What was left over from the week before comes first. A two-week matter is still under way. */
export function rowsOfThisWeek(year: SampleYear, group: string): FormRow[] {
  const left_over = mattersOf(year, group, seasons.before)
    .filter(({ finish }) => finish >= 7)
    .map((matter) => formRow(year, matter, addDays(form_monday, -7)))
  const fresh = mattersOf(year, group, seasons.now).map((matter) => formRow(year, matter, form_monday))
  return [...left_over, ...fresh]
}

/** What is not done this week, and what is new. */
export function rowsOfNextWeek(year: SampleYear, group: string): FormRow[] {
  const carried = rowsOfThisWeek(year, group)
    .filter((row) => !row.is_done)
    .map((row) => ({
      ...row,
      due_on: row.due_on < addDays(form_monday, 7) ? addDays(form_monday, 9) : row.due_on,
    }))
  const planned = mattersOf(year, group, seasons.next)
    .filter(({ came_up }) => came_up === undefined)
    .map((matter) => formRow(year, matter, addDays(form_monday, 7)))
  return [...carried, ...planned]
}

function mattersOf(year: SampleYear, group: string, season: string): SampleMatter[] {
  const matters = year.weeks[season]?.matters ?? []
  return matters.filter((matter) => year.duties[matter.duty]?.group === group && !matter.withdrawn)
}

function formRow(year: SampleYear, matter: SampleMatter, monday: string): FormRow {
  const duty = year.duties[matter.duty]
  if (!duty) throw new Error(`no duty ${matter.duty}`)
  const is_done = addDays(monday, matter.finish) < addDays(form_monday, 7)
  return {
    category: duty.category,
    title: fillWords(matter.title, monday),
    staff: matter.staff ?? duty.a,
    helpers: matter.helpers,
    leader: year.groups.find(({ code }) => code === duty.group)?.leader ?? '',
    source: matter.source,
    is_planned: matter.came_up === undefined,
    due_on: addDays(monday, matter.due),
    detail: duty.standard,
    progress: fillWords(is_done ? matter.done : matter.doing, monday),
    is_done,
    reason: is_done ? '' : (matter.late_reason ?? matter.extended?.reason ?? '未到时限，按计划推进'),
    evidence: is_done ? matter.evidence : '',
  }
}
