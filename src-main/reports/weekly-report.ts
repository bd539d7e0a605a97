import { monthDay } from '../../src-shared/dates.ts'
import { evidenceText } from '../../src-shared/matter-words.ts'
import { type WeekCounts, type WeekRow, week_state_words } from '../../src-shared/weekly.ts'
import { paperOf, type Report, type ReportColumn, tableOf, whoseReport } from './report.ts'
import { weekOfReport } from './week-of-report.ts'
import { withDeputies } from './with-deputies.ts'

/** A date where there is one, else the wording: 11月底, 长期. */
export function dueOf({ due_on, due_text }: Pick<WeekRow, 'due_on' | 'due_text'>): string {
  return due_text === '' ? (due_on ?? '') : due_text
}

function isDone({ state, signed_off_on, week_state }: WeekRow): string {
  if (state === 'withdrawn') return '已撤销'
  if (signed_off_on !== null) return `已销号\n${monthDay(signed_off_on)}`
  return week_state === 'done' ? '是' : '否'
}

/** Both parts stand on one grid of 15 columns, so that they fit below each other. */
const widths = [9, 5, 13, 12, 14, 9, 10, 12, 12, 12, 9, 10, 16, 12, 9]

const group: ReportColumn<WeekRow> = {
  header: '组别',
  align: 'center',
  merge_equal: true,
  value: (row) => row.group_name,
}
const serial: ReportColumn<WeekRow> = {
  header: '序号',
  align: 'center',
  kind: 'number',
  value: (_, at) => at + 1,
}
const person: ReportColumn<WeekRow> = { header: '责任人', align: 'center', value: (row) => row.staff_name }

const this_week: readonly ReportColumn<WeekRow>[] = [
  group,
  serial,
  { header: '事项编号', align: 'center', value: (row) => row.number },
  { header: '工作事项', span: 2, value: (row) => row.title },
  person,
  { header: '协办人（B岗）', align: 'center', value: (row) => row.helpers },
  { header: '计划完成时间', kind: 'date', align: 'center', value: dueOf },
  { header: '完成情况', span: 2, value: (row) => row.progress },
  { header: '进度', align: 'center', value: (row) => week_state_words[row.week_state] },
  { header: '是否完成/销号', align: 'center', value: isDone },
  { header: '未完成原因及下步措施', value: (row) => row.unfinished_reason },
  { header: '佐证材料', value: evidenceText },
  { header: '备注', value: (row) => row.remark },
]

const next_week: readonly ReportColumn<WeekRow>[] = [
  group,
  serial,
  { header: '工作事项', span: 2, value: (row) => row.title },
  { header: '具体内容（目标）', span: 2, value: (row) => row.detail },
  person,
  { header: '协办人', align: 'center', value: (row) => row.helpers },
  { header: '完成时间节点', kind: 'date', align: 'center', value: dueOf },
  { header: '责任领导', align: 'center', value: (row) => row.leader },
  { header: '来源', span: 2, value: (row) => row.source },
  { header: '需协调解决的问题', span: 2, value: () => '' },
  { header: '备注', value: (row) => row.remark },
]

function countWords({ rows, signed_off, open, unplanned }: WeekCounts): string {
  return `本周${rows}项，已销号${signed_off}项，未办结${open}项，其中计划外${unplanned}项`
}

/** 周报 for upward reporting, in the two parts of domain.md §c.2. */
export const weeklyReport: Report = async (question) => {
  const { db, today } = question
  const { head, next_head, rows, plan, counts } = await weekOfReport(question)
  const span = head.title.slice(head.title.indexOf('（'))
  return paperOf(question, {
    title: `${whoseReport(question)}${head.name}工作完成情况及下周工作打算${span}`,
    middle: countWords(counts),
    file_name: `${whoseReport(question)}${head.name}工作情况`,
    sheet_name: `${head.name}`,
    widths,
    tables: [
      tableOf(this_week, await withDeputies(db, today, rows), {
        caption: '一、本周工作完成情况',
        empty_text: '本周没有登记事项。',
      }),
      tableOf(next_week, plan, {
        caption: `二、下周工作打算（${next_head.title.replace('（', '，')}`,
        empty_text: '下周还没有计划事项。',
      }),
    ],
  })
}
