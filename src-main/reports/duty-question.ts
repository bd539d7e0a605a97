// What the reports of duties have in common: the list of a day, of one group, and the count phrase of the yearly report.
import { longDate } from '../../src-shared/dates.ts'
import type { Duty } from '../../src-shared/duties.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { dutiesOn } from '../duties/duties-on.ts'
import { inNameOrder } from '../names/name-order.ts'
import { staffOn } from '../staff/staff-on.ts'
import type { ReportQuestion } from './report.ts'

export interface DutiesOfReport {
  duties: Duty[]
  people: StaffMember[]
  /** 全处16人，共梳理工作职责150项 */
  counts: string
  /** （截至2026年3月15日）, empty for the list of today. */
  as_of_words: string
  /** The day in a file name. */
  day: string
}

export async function dutiesOfReport({
  db,
  today,
  as_of,
  group_id,
  group_name,
  settings,
}: ReportQuestion): Promise<DutiesOfReport> {
  const day = as_of === null || as_of > today ? today : as_of
  const isAsked = (of: { group_id: number | null }) => group_id === null || of.group_id === group_id
  const duties = (await dutiesOn(db, today, day)).filter(isAsked)
  const here = (await staffOn(db, today, day)).filter(isAsked)
  const people = await inNameOrder(here, settings.name_order)
  return {
    duties,
    people,
    counts: `${group_name || '全处'}${people.length}人，共梳理工作职责${duties.length}项`,
    as_of_words: day === today ? '' : `（截至${longDate(day)}）`,
    day: day.replaceAll('-', '.'),
  }
}
