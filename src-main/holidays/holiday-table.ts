// The holiday table (节假日安排): exceptions to Monday–Friday, edited by the clerk, seeded from chinese-days; and what
// the office has settled about its weeks.
import { sql } from 'kysely'
import { yearOf } from '../../src-shared/dates.ts'
import { type HolidayTable, usual_habits } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'

interface Line {
  part: 'day' | 'name' | 'habit'
  key: string
  value: string
}

/** The whole table at once, some thirty rows a year, in one query: nearly every other question begins with it. */
export async function holidayTable(db: Db): Promise<HolidayTable> {
  const { rows } = await sql<Line>`
    SELECT 'day' AS part, day AS key, kind AS value FROM holiday_days
    UNION ALL SELECT 'name', week_monday, name FROM week_names
    UNION ALL SELECT 'habit', name, value FROM settings WHERE name IN (${sql.join(Object.keys(usual_habits))})
  `.execute(db)
  const of = (part: Line['part']) => rows.filter((line) => line.part === part)
  const days = of('day').map(({ key, value }) => [key, value === 'work' ? 'work' : 'off'] as const)
  return {
    days: Object.fromEntries(days),
    years: [...new Set(days.map(([day]) => yearOf(day)))],
    habits: {
      ...usual_habits,
      ...Object.fromEntries(of('habit').map(({ key, value }) => [key, JSON.parse(value)])),
    },
    names: Object.fromEntries(of('name').map(({ key, value }) => [key, value])),
  }
}
