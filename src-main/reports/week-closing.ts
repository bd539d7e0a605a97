import { lightText } from '../../src-shared/matter-words.ts'
import type { Defect } from '../../src-shared/sign-offs.ts'
import { hand_in_words, type PersonReport, type WeekRow } from '../../src-shared/weekly.ts'
import { listLocks } from '../weekly/locks.ts'
import { readSnapshot } from '../weekly/week-snapshot.ts'
import {
  type Paper,
  paperOf,
  type Report,
  type ReportColumn,
  type ReportQuestion,
  tableOf,
  whoseReport,
} from './report.ts'
import { dueOf } from './weekly-report.ts'

const serial = <Row>(): ReportColumn<Row> => ({
  header: '序号',
  align: 'center',
  kind: 'number',
  value: (_, at) => at + 1,
})

const people: readonly ReportColumn<PersonReport>[] = [
  serial(),
  { header: '组别', align: 'center', merge_equal: true, value: ({ group_name }) => group_name },
  { header: '姓名', align: 'center', value: ({ name }) => name },
  { header: '报送情况', align: 'center', value: ({ state }) => hand_in_words[state] },
  {
    header: '收到日期',
    kind: 'date',
    align: 'center',
    value: ({ received_on }) => received_on ?? '',
  },
  { header: '本周事项', align: 'center', kind: 'number', value: ({ row_count }) => row_count },
  {
    header: '退回次数',
    align: 'center',
    span: 2,
    value: ({ returned_times }) => (returned_times > 0 ? returned_times : ''),
  },
]

const overdue_columns: readonly ReportColumn<WeekRow>[] = [
  serial(),
  { header: '编号', align: 'center', value: ({ number }) => number },
  { header: '工作事项', value: ({ title }) => title },
  { header: '责任人', align: 'center', value: ({ staff_name }) => staff_name },
  { header: '完成时限', kind: 'date', align: 'center', value: dueOf },
  { header: '亮灯', align: 'center', value: lightText },
  { header: '未完成原因', span: 2, value: ({ unfinished_reason }) => unfinished_reason },
]

const defect_columns: readonly ReportColumn<Defect>[] = [
  serial(),
  { header: '编号', align: 'center', value: ({ number }) => number },
  { header: '工作事项', value: ({ title }) => title },
  { header: '责任人', align: 'center', value: ({ staff_name }) => staff_name },
  { header: '销号时间', kind: 'date', align: 'center', value: ({ noted_on }) => noted_on },
  { header: '销号人', align: 'center', value: ({ noted_by }) => noted_by },
  { header: '缺什么', span: 2, value: ({ missing }) => missing },
]

const widths = [6, 15, 34, 12, 13, 10, 16, 16]

/** 关账情况表: who had handed in, what was overdue and what was signed off with a defect when a week was closed. */
export const weekClosing: Report = async (question) => {
  const { db } = question
  const lock_id = question.lock_id ?? (await listLocks(db))[0]?.id
  if (lock_id === undefined) return nothingClosed(question)
  const { lock, sheet, overdue, defects } = await readSnapshot(db, lock_id)
  const received = sheet.reports.filter(({ state }) => state !== 'missing').length
  const { rows, signed_off, open } = sheet.counts
  return paperOf(question, {
    title: `${whoseReport(question)}${lock.title}关账情况`,
    middle: `已收${received}/${sheet.reports.length}，事项${rows}项，已销号${signed_off}项，未办结${open}项`,
    file_name: `${whoseReport(question)}${sheet.head.name}关账情况`,
    sheet_name: `${sheet.head.name}关账情况`,
    widths,
    tables: [
      tableOf(people, sheet.reports, { caption: '一、报送情况', empty_text: '这一周没有要报送的人员。' }),
      tableOf(overdue_columns, overdue, { caption: '二、逾期事项', empty_text: '没有逾期事项。' }),
      tableOf(defect_columns, defects, { caption: '三、带病销号', empty_text: '没有带病销号。' }),
    ],
    notes: [lock.left_open === '' ? '关账时没有遗留问题。' : `关账时遗留：${lock.left_open}。`],
  })
}

function nothingClosed(question: ReportQuestion): Paper {
  const title = `${whoseReport(question)}关账情况`
  const tables = [tableOf(people, [], { caption: '一、报送情况', empty_text: '还没有关过账。' })]
  return paperOf(question, { title, file_name: title, sheet_name: '关账情况', widths, tables })
}
