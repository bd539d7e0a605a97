// The holiday table (节假日安排): exceptions to Monday–Friday, edited by the clerk, seeded from chinese-days.

import { yearOf } from '../../src-shared/dates.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'

/** The whole table at once: some thirty rows a year. */
export async function holidayTable(db: Db): Promise<HolidayTable> {
  const rows = await db.selectFrom('holiday_days').select(['day', 'kind']).execute()
  const days = Object.fromEntries(rows.map((row) => [row.day, row.kind]))
  const years = [...new Set(rows.map((row) => yearOf(row.day)))]
  return { days, years }
}
