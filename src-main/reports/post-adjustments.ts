import type { Adjustment, AdjustmentLine, NamedPosts } from '../../src-shared/backup-posts.ts'
import { listAdjustments } from '../backup-posts/list-adjustments.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

interface Line extends AdjustmentLine {
  adjustment: Adjustment
}

const nameOfA = ({ a }: NamedPosts) => a?.name ?? '—'
const namesOfB = ({ bs }: NamedPosts) => bs.map(({ name }) => name).join('、') || '—'

const columns: readonly ReportColumn<Line>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '组别', align: 'center', value: (line) => line.group_name },
  { header: '职责编号', align: 'center', value: (line) => line.number },
  { header: '主要职责', value: (line) => line.content },
  { header: '调整前A岗', align: 'center', value: ({ before }) => nameOfA(before) },
  { header: '调整前B岗', align: 'center', value: ({ before }) => namesOfB(before) },
  { header: '调整后A岗', align: 'center', value: ({ after }) => nameOfA(after) },
  { header: '调整后B岗', align: 'center', value: ({ after }) => namesOfB(after) },
  { header: '调整原因', value: ({ adjustment }) => adjustment.reason },
  { header: '批准人', align: 'center', value: ({ adjustment }) => adjustment.approver },
  { header: '生效日期', kind: 'date', align: 'center', value: ({ adjustment }) => adjustment.effective_on },
  { header: '备案日期', kind: 'date', align: 'center', value: ({ adjustment }) => adjustment.recorded_on },
]

/** AB岗设置调整备案表 (domain.md §b.2), oldest first, also what takes effect only later. */
export const postAdjustments: Report = async (question) => {
  const { db, today } = question
  const adjustments = (await listAdjustments(db)).toReversed()
  const lines = adjustments.flatMap((adjustment) => adjustment.lines.map((line) => ({ ...line, adjustment })))
  const wanting = adjustments.filter(({ approver }) => approver === '').length
  return paperOf(question, {
    title: `${whoseReport(question)}AB岗设置调整备案表`,
    middle: `共${adjustments.length}次调整，${lines.length}项职责${wanting > 0 ? `，${wanting}次待补批准人` : ''}`,
    file_name: `${whoseReport(question)}AB岗设置调整备案表（${today.replaceAll('-', '.')}）`,
    sheet_name: 'AB岗设置调整备案表',
    widths: [5, 9, 11, 26, 9, 11, 9, 11, 18, 9, 11, 11],
    tables: [tableOf(columns, lines, { empty_text: '还没有调整。' })],
  })
}
