// Which forms go out for a week: one a group or one a person, with what the book says of their matters.
import type { FormsToSend } from '../../src-shared/collection.ts'
import { monthDay } from '../../src-shared/dates.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { chooseFonts, facesOf, installedFonts } from '../reports/choose-fonts.ts'
import { listCategories } from '../settings/categories.ts'
import { getSettings } from '../settings/settings.ts'
import { readTwoWeeks } from '../weekly/matter-rows.ts'
import { weekRules } from '../weekly/rules.ts'
import { peopleOfWeek } from '../weekly/week-reports.ts'
import { headOfWeek } from '../weekly/work-week.ts'
import { newFormCode } from './form-key.ts'
import type { FormRow, FormToWrite } from './form-workbook.ts'
import { cellsOf } from './sent-rows.ts'

export interface PlannedForm {
  group_id: number | null
  staff_id: number | null
  /** Without an ending: 第47周周报-党建组 */
  name: string
  form: FormToWrite
}

export async function planForms(
  db: Db,
  today: string,
  { week_monday, by, ids }: FormsToSend,
): Promise<PlannedForm[]> {
  const rules = await weekRules(db, today)
  const weeks = await readTwoWeeks(db, rules, week_monday)
  const people = await peopleOfWeek(db, rules, week_monday, [])
  const settings = await getSettings(db)
  const categories = (await listCategories(db)).filter(({ voided_on }) => voided_on === null)
  const head = headOfWeek(week_monday, rules.holidays)
  const around = {
    settings,
    today,
    categories: categories.map(({ name }) => name),
    week_title: head.title,
    next_title: headOfWeek(weeks.next_monday, rules.holidays).title,
    hand_in_words: head.hand_in_on === null ? '' : monthDay(head.hand_in_on),
    fonts: facesOf(chooseFonts(settings, await installedFonts())),
  }
  const names =
    by === 'group' ? await groupNames(db) : new Map(people.map(({ staff_id, name }) => [staff_id, name]))
  return ids.flatMap((id) => {
    const whose = names.get(id)
    if (whose === undefined) return []
    const isTheirs = (row: WeekRow) => (by === 'group' ? row.group_id === id : row.staff_id === id)
    const group_id = by === 'group' ? id : people.find(({ staff_id }) => staff_id === id)?.group_id
    const own = people.filter((person) => group_id !== null && person.group_id === group_id)
    const form: FormToWrite = {
      ...around,
      code: newFormCode(),
      whose,
      rows: rowsOfForm(weeks.rows.filter(isTheirs), weeks.next_rows.filter(isTheirs)),
      people: (own.length > 0 ? own : people).map(({ name }) => name),
    }
    const name = `第${head.week}周周报-${whose}`
    return [{ group_id: by === 'group' ? id : null, staff_id: by === 'person' ? id : null, name, form }]
  })
}

async function groupNames(db: Db): Promise<Map<number, string>> {
  const groups = await db.selectFrom('groups').select(['id', 'name']).where('voided_on', 'is', null).execute()
  return new Map(groups.map(({ id, name }) => [id, name]))
}

/** What is withdrawn is nobody's work any more; what is signed off is told and cannot be changed. */
function rowsOfForm(rows: readonly WeekRow[], next_rows: readonly WeekRow[]): FormRow[] {
  const parts = [
    ...rows.map((row) => ({ row, part: 'this' as const })),
    ...next_rows.filter(({ is_planned }) => is_planned).map((row) => ({ row, part: 'next' as const })),
  ]
  return parts
    .filter(({ row }) => row.state !== 'withdrawn')
    .map(({ row, part }, at) => ({
      place: at + 1,
      part,
      matter_id: row.matter_id,
      number: row.number,
      week_monday: row.week_monday,
      category_name: row.category_name,
      cells: cellsOf(part, row),
    }))
}
