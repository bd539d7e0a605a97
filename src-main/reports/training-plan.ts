import { type Readiness, touch_words } from '../../src-shared/backup-posts.ts'
import { listReadiness } from '../backup-posts/readiness.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'

type Planned = Readiness & { training: NonNullable<Readiness['training']> }

/** `2026-03-02 办过事项`, or that there was nothing. */
function lastTouch({ last_on, last_kind }: Readiness): string {
  return last_on === null || last_kind === null ? '从未办理' : `${last_on}\n${touch_words[last_kind]}`
}

const columns: readonly ReportColumn<Planned>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '组别', align: 'center', merge_equal: true, value: (row) => row.group_name },
  { header: '职责编号', align: 'center', value: (row) => row.number },
  { header: '培训内容（职责）', value: (row) => row.content },
  { header: '带教人（A岗）', align: 'center', value: (row) => row.teacher_name },
  { header: '培训对象（B岗）', align: 'center', value: (row) => row.b.name },
  { header: '最近办理', align: 'center', value: lastTouch },
  { header: '计划完成', kind: 'date', align: 'center', value: ({ training }) => training.due_on },
  { header: '完成日期', kind: 'date', align: 'center', value: ({ training }) => training.done_on },
  { header: '备注', value: ({ training }) => training.note },
]

/** B岗培训计划表: who teaches whom which duty, by when. */
export const trainingPlan: Report = async (question) => {
  const { db, today } = question
  const rows = (await listReadiness(db, today)).filter((row): row is Planned => row.training !== null)
  const done = rows.filter(({ training }) => training.done_on !== null).length
  return paperOf(question, {
    title: `${whoseReport(question)}B岗培训计划表`,
    middle: `共${rows.length}项，已完成${done}项`,
    file_name: `${whoseReport(question)}B岗培训计划表（${today.replaceAll('-', '.')}）`,
    sheet_name: 'B岗培训计划表',
    widths: [5, 9, 11, 34, 12, 13, 13, 12, 12, 18],
    tables: [tableOf(columns, rows, { empty_text: '还没有列入培训计划的B岗。' })],
  })
}
