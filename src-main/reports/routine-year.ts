import { yearOf } from '../../src-shared/dates.ts'
import { datesOfMonth, dayText, type RoutineOfYear } from '../../src-shared/routines.ts'
import { routineYear } from '../routines/routine-year.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

/** The deadlines of one month, `10日`, or how many there are. */
function monthText({ dates }: RoutineOfYear, month: number): string {
  const of_month = datesOfMonth(dates, month)
  if (of_month.length > 2) return `${of_month.length}期`
  return of_month.map((date) => `${dayText(date)}日`).join('\n')
}

const columns: readonly ReportColumn<RoutineOfYear>[] = [
  { header: '组别', align: 'center', merge_equal: true, value: (row) => row.group_name },
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '职责编号', align: 'center', value: (row) => row.number },
  { header: '工作事项', value: (row) => row.content },
  { header: '办理时限', value: (row) => row.due_rule || row.frequency },
  ...Array.from({ length: 12 }, (_, at): ReportColumn<RoutineOfYear> => {
    return { header: `${at + 1}月`, align: 'center', value: (row) => monthText(row, at + 1) }
  }),
]

/** 年度周期事项安排表: on which working day of which month everything with a fixed time limit is due. */
export const routineYearPlan: Report = async (question) => {
  const { db, today, as_of, group_id } = question
  const year = yearOf(as_of ?? today)
  const { routines, is_provisional } = await routineYear(db, year)
  const rows = routines.filter((row) => group_id === null || row.group_id === group_id)
  const dates = rows.reduce((sum, row) => sum + row.dates.length, 0)
  const note = '注：时限遇节假日提前到前一个工作日。'
  return paperOf(question, {
    title: `${whoseReport(question)}${year}年度周期事项安排表`,
    middle: `${rows.length}项职责，全年${dates}期`,
    file_name: `${whoseReport(question)}${year}年度周期事项安排表`,
    sheet_name: `${year}年周期事项`,
    widths: [9, 5, 12, 34, 18, ...Array.from({ length: 12 }, () => 6.5)],
    tables: [tableOf(columns, rows, { empty_text: '还没有职责的时限写明日期。' })],
    notes: [is_provisional ? `${note}本年度节假日安排未登记，工作日为暂算。` : note],
  })
}
