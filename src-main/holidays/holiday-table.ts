// The holiday table (节假日安排): exceptions to Monday–Friday, edited by the clerk, seeded from chinese-days; and what
// the office has settled about its weeks.
import { yearOf } from '../../src-shared/dates.ts'
import { type HolidayTable, usual_habits } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'

/** The whole table at once: some thirty rows a year. */
export async function holidayTable(db: Db): Promise<HolidayTable> {
  const rows = await db.selectFrom('holiday_days').select(['day', 'kind']).execute()
  const named = await db.selectFrom('week_names').select(['week_monday', 'name']).execute()
  const settled = await db
    .selectFrom('settings')
    .select(['name', 'value'])
    .where('name', 'in', Object.keys(usual_habits))
    .execute()
  return {
    days: Object.fromEntries(rows.map((row) => [row.day, row.kind])),
    years: [...new Set(rows.map((row) => yearOf(row.day)))],
    habits: {
      ...usual_habits,
      ...Object.fromEntries(settled.map((row) => [row.name, JSON.parse(row.value)])),
    },
    names: Object.fromEntries(named.map((row) => [row.week_monday, row.name])),
  }
}
