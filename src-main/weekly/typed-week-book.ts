import { sql } from 'kysely'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { mergedMondays } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { closedOf } from './locks.ts'
import { selectWeekRows, toWeekRow } from './matter-rows.ts'
import type { TypedMatterBook } from './read-typed-matter.ts'
import type { NamedDuty } from './read-typed-names.ts'
import { weekRules } from './rules.ts'
import { categoriesOfPeople, titleKey } from './week-book.ts'

export interface TypedWeekQuestion {
  week_monday: string
  is_plan: boolean
  /** Matters whose rows were typed into. */
  matter_ids: readonly number[]
}

/** What typed rows of a week are held against: those matters as they stand, the titles of the week, the duties. */
export async function readTypedWeekBook(
  db: Db,
  today: string,
  { week_monday, is_plan, matter_ids }: TypedWeekQuestion,
): Promise<TypedMatterBook> {
  const rules = await weekRules(db, today)
  const mondays = mergedMondays(week_monday, rules.holidays)
  const stored = await selectWeekRows(db)
    .where('w.week_monday', 'in', mondays)
    .where('w.matter_id', 'in', matter_ids)
    .orderBy('w.week_monday')
    .execute()
  const titles = await db
    .selectFrom('matter_weeks as w')
    .innerJoin('matters as m', 'm.id', 'w.matter_id')
    .select(['m.title', 'm.staff_id', 'm.number'])
    .where('w.week_monday', 'in', mondays)
    .execute()
  return {
    week_monday,
    is_plan,
    closed: await closedOf(db, mondays),
    // Of a matter that stands in merged weeks the newest row counts, which comes last.
    by_id: new Map(stored.map((row): [number, WeekRow] => [row.matter_id, toWeekRow(row, rules)])),
    by_title: new Map(titles.map(({ title, staff_id, number }) => [titleKey(title, staff_id), number])),
    duties: await listNamedDuties(db, today),
    category_of_person: await categoriesOfPeople(db, today),
  }
}

async function listNamedDuties(db: Db, today: string): Promise<NamedDuty[]> {
  const duties = await db
    .selectFrom('duties as d')
    .select(['d.id', 'd.number', 'd.content', 'd.category_id', 'd.group_id', 'd.voided_on'])
    .select(
      sql<number | null>`(SELECT h.staff_id FROM duty_holders AS h WHERE h.duty_id = d.id AND h.role = 'A'
        AND h.from_on <= ${today} AND (h.to_on IS NULL OR h.to_on >= ${today}))`.as('staff_id'),
    )
    .execute()
  return duties.map(({ voided_on, ...duty }) => ({ ...duty, is_voided: voided_on !== null }))
}
