import { evidenceText, lightText } from '../../src-shared/matter-words.ts'
import { matter_state_words, type WeekRow } from '../../src-shared/weekly.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'
import { weekOfReport } from './week-of-report.ts'
import { withDeputies } from './with-deputies.ts'

function originalDue({ original_due_on, due_on, due_text }: WeekRow): string {
  if (original_due_on !== null && original_due_on !== due_on) return original_due_on
  return due_text === '' ? (due_on ?? '') : due_text
}

function extendedDue({ original_due_on, due_on, due_text }: WeekRow): string {
  if (original_due_on === null || original_due_on === due_on) return ''
  return due_on ?? (due_text || '未定日期')
}

const columns: readonly ReportColumn<WeekRow>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '组别', align: 'center', merge_equal: true, value: (row) => row.group_name },
  { header: '编号', align: 'center', value: (row) => row.number },
  { header: '类别', align: 'center', value: (row) => row.category_name },
  { header: '事项', value: (row) => row.title },
  { header: '来源', align: 'center', value: (row) => row.source },
  { header: '责任领导', align: 'center', value: (row) => row.leader },
  { header: '责任人', align: 'center', value: (row) => row.staff_name },
  { header: '协办人', align: 'center', value: (row) => row.helpers },
  { header: '列入时间', kind: 'date', align: 'center', value: (row) => row.listed_on },
  { header: '完成时限', kind: 'date', align: 'center', value: originalDue },
  { header: '延期后时限', kind: 'date', align: 'center', value: extendedDue },
  { header: '进展情况', value: (row) => row.progress },
  { header: '状态', align: 'center', value: (row) => matter_state_words[row.state] },
  { header: '亮灯', align: 'center', value: lightText },
  { header: '完成时间', kind: 'date', align: 'center', value: (row) => row.finished_on ?? '' },
  { header: '佐证材料', value: evidenceText },
  { header: '销号人', align: 'center', value: (row) => row.signed_off_by },
  { header: '销号时间', kind: 'date', align: 'center', value: (row) => row.signed_off_on ?? '' },
  {
    header: '归档号',
    align: 'center',
    value: (row) => (row.state === 'archived' ? row.number : ''),
  },
  { header: '备注', value: (row) => row.remark },
]

/** 每周销号台账: every matter of the week with its limits, state and light, always in words (domain.md §c.2, §c.3). */
export const signOffLedger: Report = async (question) => {
  const { db, today } = question
  const { head, rows, counts } = await weekOfReport(question)
  return paperOf(question, {
    title: `${whoseReport(question)}${head.title}销号台账`,
    middle: `共${counts.rows}项，已销号${counts.signed_off}项，未销号${counts.open}项，逾期${counts.overdue}项`,
    file_name: `${whoseReport(question)}${head.name}销号台账`,
    sheet_name: `${head.name}销号台账`,
    widths: [5, 8, 12, 8, 20, 9, 8, 8, 9, 10.5, 10.5, 10.5, 20, 8, 7, 10.5, 11, 8, 10.5, 12, 9],
    tables: [tableOf(columns, await withDeputies(db, today, rows), { empty_text: '本周没有登记事项。' })],
    // On A4 its 21 columns would be printed at 6 points.
    paper: 'A3',
  })
}
