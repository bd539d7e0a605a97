import { carriedText, dueText, lightText, stateText } from '../../src-shared/matter-words.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import type { SheetTable } from '../excel/workbook.ts'
import { weekSheet } from '../weekly/week-sheet.ts'
import { footOf, headOf, type Report, unitOf } from './report.ts'

const columns: SheetTable['columns'] = [
  { header: '序号', align: 'center' },
  { header: '组别', align: 'center', merge_equal: true },
  { header: '编号', align: 'center' },
  { header: '类别', align: 'center' },
  { header: '工作事项' },
  { header: '来源' },
  { header: '责任领导', align: 'center' },
  { header: '责任人', align: 'center' },
  { header: '协办人', align: 'center' },
  { header: '列入时间', kind: 'date' },
  { header: '原定时限', kind: 'date' },
  { header: '完成时限', align: 'center' },
  { header: '进展情况' },
  { header: '状态', align: 'center' },
  { header: '亮灯', align: 'center' },
  { header: '完成时间', kind: 'date' },
  { header: '佐证材料' },
  { header: '销号人', align: 'center' },
  { header: '销号时间', kind: 'date' },
  { header: '备注' },
]
const widths = [5, 8, 13, 8, 28, 11, 8, 8, 8, 11, 11, 11, 28, 8, 7, 11, 14, 8, 11, 12]

function rowOf(row: WeekRow, index: number): SheetTable['rows'][number] {
  return [
    index + 1,
    row.group_name,
    row.number,
    row.category_name,
    row.title,
    row.source,
    row.leader,
    row.staff_name,
    row.helpers,
    row.listed_on,
    row.original_due_on,
    dueText(row),
    row.progress,
    stateText(row),
    lightText(row),
    row.finished_on,
    row.evidence,
    row.signed_off_by,
    row.signed_off_on,
    [row.return_reason === '' ? '' : `退回：${row.return_reason}`, carriedText(row), row.remark]
      .filter((part) => part !== '')
      .join('；'),
  ]
}

/** 每周销号台账 (domain.md §c.2): every matter of the week, its dates, its state and light as words. */
export const signOffLedger: Report = async (question) => {
  const { db, today, week_monday, group_id, group_name, settings } = question
  const sheet = await weekSheet(db, today, { week_monday, group_id })
  const { counts } = sheet
  return {
    file_name: `${settings.department_name}${group_name}第${sheet.head.week}周销号台账`,
    rows: sheet.rows.length,
    sheet: {
      name: `第${sheet.head.week}周销号台账`,
      title: `${unitOf(question)}每周销号台账`,
      head: {
        ...headOf(question),
        middle: `${sheet.head.title}　共${counts.rows}项，已销号${counts.signed_off}项，逾期${counts.overdue}项`,
      },
      widths,
      tables: [{ columns, rows: sheet.rows.map(rowOf), empty_text: '本周无事项' }],
      foot: footOf(question),
      orientation: 'landscape',
    },
  }
}
