import type { WeekSheet } from '../../src-shared/weekly.ts'
import { countWeek, weekSheet } from '../weekly/week-sheet.ts'
import { readSnapshot } from '../weekly/week-snapshot.ts'
import type { ReportQuestion } from './report.ts'

type WeekAsked = Pick<ReportQuestion, 'db' | 'today' | 'week_monday' | 'group_id' | 'staff_id' | 'lock_id'>

/** The week a report speaks of, as it is now or as it stood when it was closed: of one group or person where asked. */
export async function weekOfReport(question: WeekAsked): Promise<WeekSheet> {
  const { db, today, week_monday, group_id, staff_id, lock_id } = question
  const sheet =
    lock_id === null
      ? await weekSheet(db, today, { week_monday, group_id })
      : (await readSnapshot(db, lock_id)).sheet
  const isAsked = (of: { group_id: number | null; staff_id: number | null }) =>
    (group_id === null || of.group_id === group_id) && (staff_id === null || of.staff_id === staff_id)
  const rows = sheet.rows.filter(isAsked)
  return {
    ...sheet,
    rows,
    plan: sheet.plan.filter(isAsked),
    reports: sheet.reports.filter(isAsked),
    counts: countWeek(rows),
  }
}
