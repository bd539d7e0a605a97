import { yearOf } from '../../src-shared/dates.ts'
import type { FormFactName } from '../../src-shared/form-fields.ts'
import type { FormPeriod } from '../../src-shared/forms.ts'
import { weekOf } from '../../src-shared/week.ts'
import { matter_state_words } from '../../src-shared/weekly.ts'
import { titleOfWeek, workWeekOf } from '../../src-shared/working-days.ts'
import { countEntries } from '../archive/list-archive.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import type { TableValue } from '../excel/workbook.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { getSettings } from '../settings/settings.ts'
import { periodOf } from './form-period.ts'
import { archive } from './source-archive.ts'
import { weekMatters } from './source-matters.ts'

export interface FactsQuestion {
  db: Db
  today: string
  on: string
  period: FormPeriod
  /** Data rows of the first table of the form. */
  row_count: number
}

export type Facts = Readonly<Record<FormFactName, TableValue>>

/** Everything that can stand in a single cell of a form. */
export async function readFacts({ db, today, on, period, row_count }: FactsQuestion): Promise<Facts> {
  const settings = await getSettings(db)
  const holidays = await holidayTable(db)
  const everything = { db, today, on, period, group_id: null, category_id: null, state: 'all' } as const
  const matters = await weekMatters.read(everything)
  const count = (test: (state: TableValue) => boolean) =>
    matters.filter(({ state }) => test(state ?? null)).length
  const { signed_off, archived, withdrawn } = matter_state_words
  const closed = (state: TableValue) => state === signed_off || state === archived
  const monday = workWeekOf(on, holidays)
  const people = await peopleOf(db, today)
  return {
    unit: settings.unit_name,
    department: settings.department_name,
    unit_department: `${settings.unit_name}${settings.department_name}`,
    clerk: settings.clerk_name,
    clerk_phone: people.find(({ name }) => name === settings.clerk_name)?.phone ?? '',
    today,
    year: yearOf(on),
    month: Number(on.slice(5, 7)),
    week: weekOf(monday).week,
    week_title: titleOfWeek(monday, holidays),
    period: periodOf(period, on, holidays).title,
    staff_count: people.length,
    duty_count: await countDuties(db),
    row_count,
    matter_count: matters.length,
    signed_off_count: count(closed),
    open_count: count((state) => !closed(state) && state !== withdrawn),
    archived_count:
      period === 'all' ? (await countEntries(db, null)).count : (await archive.read(everything)).length,
  }
}

function peopleOf(db: Db, today: string) {
  return db.selectFrom('staff').select(['name', 'phone']).where(notEnded('left_on', today)).execute()
}

async function countDuties(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('duties')
    .where('voided_on', 'is', null)
    .select((part) => part.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
