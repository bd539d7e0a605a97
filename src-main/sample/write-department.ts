import { addDays } from '../../src-shared/dates.ts'
import { blank_duty_text } from '../../src-shared/duties.ts'
import { guessSchedule } from '../../src-shared/read-schedule.ts'
import { scheduleToText } from '../../src-shared/schedule.ts'
import { default_settings } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import { takeDutyNumbers } from '../numbers/take-number.ts'
import { saveSettings } from '../settings/settings.ts'
import type { SampleCalendar } from './sample-calendar.ts'
import type { Life } from './sample-life.ts'
import type { SampleDuty, SampleYear } from './sample-year.ts'

/** Ids by code or name, in the book that is being filled. */
export interface SampleIds {
  groups: Map<string, number>
  categories: Map<string, number>
  people: Map<string, number>
  /** In the order of the list. */
  duties: number[]
  /** Of who has left: the last day. */
  last_days: Map<string, string>
}

/** `there(ids.people, '王伟')`; the sample names nobody that it does not have. */
export function there<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the sample has no ${String(key)}`)
  return value
}

/** The A of the duty, in the week the matter began. */
export function whoDoes(life: Pick<Life, 'matter' | 'monday'>, duty: SampleDuty, ids: SampleIds): string {
  if (life.matter.staff !== undefined) return life.matter.staff
  const last_day = duty.a_before === undefined ? undefined : ids.last_days.get(duty.a_before)
  return duty.a_before !== undefined && last_day !== undefined && life.monday <= last_day
    ? duty.a_before
    : duty.a
}

export async function writePeople(
  change: Change,
  year: SampleYear,
  calendar: SampleCalendar,
): Promise<SampleIds> {
  const { unit_name, department_name, clerk_name, signer_name } = year
  await saveSettings(change, { ...default_settings, unit_name, department_name, clerk_name, signer_name })
  const groups = await change.db
    .insertInto('groups')
    .values(year.groups.map(({ code, name }, at) => ({ code, name, sort_order: at + 1, voided_on: null })))
    .returning(['id', 'code'])
    .execute()
  const categories = await change.db.selectFrom('categories').select(['id', 'code']).execute()
  await change.db
    .updateTable('categories')
    .set({ needs_evidence: 1 })
    .where('code', 'in', ['DJ', 'RS'])
    .execute()
  const group_ids = new Map(groups.map(({ id, code }) => [code, id]))
  const last_days = new Map(
    year.people.flatMap(({ name, last_day }) =>
      last_day ? [[name, lastDay(last_day, calendar)] as const] : [],
    ),
  )
  const people = await change.db
    .insertInto('staff')
    .values(
      year.people.map(({ name, group, post, political_status = '', phone, joined_on, note }, at) => ({
        name,
        group_id: there(group_ids, group),
        staff_code: '',
        post,
        political_status,
        phone,
        note,
        sort_order: at + 1,
        joined_on,
        left_on: last_days.get(name) ?? null,
      })),
    )
    .returning(['id', 'name'])
    .execute()
  change.describe(`载入示例年度：${year.groups.length} 个组别、${year.people.length} 名人员`)
  return {
    groups: group_ids,
    categories: new Map(categories.map(({ id, code }) => [code, id])),
    people: new Map(people.map(({ id, name }) => [name, id])),
    duties: [],
    last_days,
  }
}

function lastDay({ week, day }: { week: number; day: number }, calendar: SampleCalendar): string {
  const monday = calendar.past.at(week) ?? calendar.this_monday
  return calendar.backToWork(addDays(monday, day), monday)
}

export async function writeDuties(
  change: Change,
  year: SampleYear,
  calendar: SampleCalendar,
  ids: SampleIds,
): Promise<SampleIds> {
  const numbers = await takeDutyNumbers(
    change,
    year.duties.map(({ group, category }) => ({ group_code: group, category_code: category })),
  )
  const { schedule: _none, ...blank } = blank_duty_text
  const leaders = new Map(year.groups.map(({ code, leader }) => [code, leader]))
  const duties = await change.db
    .insertInto('duties')
    .values(
      year.duties.map(({ group, category, a: _a, a_before: _before, b: _b, ...words }, at) => ({
        ...blank,
        ...words,
        schedule: scheduleToText(guessSchedule(words.due_rule, words.frequency)),
        leader: there(leaders, group),
        number: numbers[at] ?? '',
        group_id: there(ids.groups, group),
        category_id: there(ids.categories, category),
        sort_order: at + 1,
        voided_on: null,
        void_reason: '',
      })),
    )
    .returning('id')
    .execute()
  const filled = { ...ids, duties: duties.map(({ id }) => id) }
  await change.db
    .insertInto('duty_holders')
    .values(holders(year, calendar, filled))
    .execute()
  change.describe(`载入示例年度：${duties.length} 项职责及AB岗`)
  return filled
}

function holders(year: SampleYear, calendar: SampleCalendar, ids: SampleIds) {
  const first_day = addDays(calendar.past[0] ?? calendar.this_monday, -7)
  return year.duties.flatMap((duty, at) => {
    const post = (role: 'A' | 'B', rank: number, name: string, from_on: string, to_on: string | null) => ({
      duty_id: ids.duties[at] ?? 0,
      staff_id: there(ids.people, name),
      role,
      rank,
      from_on,
      to_on,
    })
    const bs = duty.b.map((name, turn) => post('B', turn + 1, name, first_day, null))
    if (duty.a_before === undefined) return [post('A', 1, duty.a, first_day, null), ...bs]
    const last_day = there(ids.last_days, duty.a_before)
    return [
      post('A', 1, duty.a_before, first_day, last_day),
      post('A', 1, duty.a, addDays(last_day, 1), null),
      ...bs,
    ]
  })
}
