import { deputedText } from '../../src-shared/matter-words.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { deputed } from '../absences/deputed.ts'
import type { Db } from '../database/tables.ts'

/** The rows of a week with 代A岗 in their 备注, where somebody else did the work. */
export async function withDeputies(db: Db, today: string, rows: readonly WeekRow[]): Promise<WeekRow[]> {
  const week_mondays = [...new Set(rows.map(({ week_monday }) => week_monday))]
  const done = await deputed(db, today, { week_mondays })
  const keyOf = (row: { matter_id: number; week_monday: string }) => `${row.matter_id} ${row.week_monday}`
  const by_row = new Map(done.map((one) => [keyOf(one), one]))
  return rows.map((row) => {
    const words = deputedText(by_row.get(keyOf(row)))
    return words === '' ? row : { ...row, remark: [row.remark, words].filter(Boolean).join('；') }
  })
}
