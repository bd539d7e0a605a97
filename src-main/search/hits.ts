import { longDate, monthDay } from '../../src-shared/dates.ts'
import { lightCause } from '../../src-shared/light.ts'
import { lightText } from '../../src-shared/matter-words.ts'
import type { FoundRow, Hit } from '../../src-shared/search.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { matter_state_words, open_states } from '../../src-shared/weekly.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import type { SearchableArchive, SearchableDuty, SearchableMatter, SearchablePerson } from './search-rows.ts'

/** What the light of a matter depends on besides the matter. */
export interface Lighting {
  today: string
  holidays: HolidayTable
  settings: Pick<Settings, 'amber_days' | 'stalled_weeks' | 'light_words'>
}

export function staffHit(person: SearchablePerson, today: string): Hit {
  const has_left = person.left_on !== null && person.left_on < today
  return {
    subject: 'staff',
    id: person.id,
    title: person.name,
    detail: inOneLine([
      person.group_name,
      person.post,
      person.former_names === '' ? '' : `曾用名：${person.former_names}`,
      has_left ? '已离开' : '',
    ]),
    route: `#/staff?open=${person.id}`,
  }
}

export function dutyHit(duty: SearchableDuty): Hit {
  return {
    subject: 'duty',
    id: duty.id,
    title: duty.number,
    detail: inOneLine([duty.content, duty.group_name, duty.voided_on === null ? '' : '已作废']),
    route: `#/duties?open=${duty.id}`,
  }
}

/** `newest_week` is the Monday of the last week the matter stands in. */
export function matterHit(
  matter: SearchableMatter,
  newest_week: string | undefined,
  lighting: Lighting,
): Hit {
  const due =
    open_states.includes(matter.state) && matter.due_on !== null ? `时限${monthDay(matter.due_on)}` : ''
  return {
    subject: 'matter',
    id: matter.id,
    title: matter.number,
    detail: inOneLine([matter.title, matter.staff_name, due, stateOfMatter(matter, lighting)]),
    route: matterRoute(matter, newest_week),
  }
}

export function matterRoute({ id, listed_on }: SearchableMatter, newest_week: string | undefined): string {
  return `#/weekly?week=${newest_week ?? mondayOf(listed_on)}&open=${id}`
}

/** The word of its light while it is open, else of its state. */
export function stateOfMatter(matter: SearchableMatter, { today, holidays, settings }: Lighting): string {
  if (!open_states.includes(matter.state)) return matter_state_words[matter.state]
  const said = { ...matter, is_reported_done: matter.is_reported_done === 1 }
  const amber_days = matter.amber_days ?? settings.amber_days
  const cause = lightCause(said, today, holidays, { ...settings, amber_days })
  return lightText({ ...said, light_word: settings.light_words[cause] })
}

export function archiveHit(entry: SearchableArchive): Hit {
  return {
    subject: 'archive',
    id: entry.id,
    title: entry.number,
    detail: inOneLine([entry.title, entry.staff_name, `${longDate(entry.archived_on)}归档`]),
    route: `#/archive?open=${entry.id}`,
  }
}

/** Of a row of the result page. */
export function rowHit({ kind, id, number, title, passage, staff_name, state, route }: FoundRow): Hit {
  const is_file = kind === 'file'
  return {
    subject: kind,
    id,
    title: is_file ? title : number,
    detail: inOneLine(is_file ? [passage] : [title, staff_name, state]),
    route,
  }
}

function inOneLine(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((part) => (part.length > 60 ? `${part.slice(0, 59)}…` : part))
    .join(' · ')
}
