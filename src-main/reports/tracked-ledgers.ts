import { monthDay } from '../../src-shared/dates.ts'
import { dueText, lightText } from '../../src-shared/matter-words.ts'
import { outcome_words, type TrackedKind, type TrackedRow } from '../../src-shared/tracked.ts'
import { weekOf } from '../../src-shared/week.ts'
import { listTracked } from '../weekly/list-tracked.ts'
import {
  paperOf,
  type Report,
  type ReportColumn,
  type ReportQuestion,
  tableOf,
  whoseReport,
} from './report.ts'

type Column = ReportColumn<TrackedRow>
const text = (header: string, value: (row: TrackedRow) => string): Column => ({ header, value })
const centred = (header: string, value: (row: TrackedRow) => string): Column => ({
  header,
  align: 'center',
  value,
})
const date = (header: string, value: (row: TrackedRow) => string | null): Column => ({
  header,
  align: 'center',
  kind: 'date',
  value: (row) => value(row) ?? '',
})

const serial: Column = { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 }
const leader = centred('责任领导', ({ matter }) => matter.leader)

/** 第47周：已报送初稿 */
function progressText({ progress, progress_monday }: TrackedRow): string {
  return progress_monday === null ? '' : `第${weekOf(progress_monday).week}周：${progress}`
}

/** 第2次延期至11月30日 */
function extensionText({ matter }: TrackedRow): string {
  if (matter.extended_times === 0) return ''
  const to = matter.due_on === null ? '' : `\n延至${monthDay(matter.due_on)}`
  return `${matter.extended_times}次${to}`
}

const archived = ({ matter }: TrackedRow) => (matter.state === 'archived' ? matter.number : '')

/** domain.md §h */
const supervision_columns: readonly Column[] = [
  serial,
  centred('编号', ({ matter }) => matter.number),
  text('督办事项', ({ matter }) => matter.title),
  text('办理要求', (row) => row.demand),
  centred('来源', ({ matter }) => matter.source),
  date('立项时间', ({ matter }) => matter.listed_on),
  leader,
  centred('主办', ({ matter }) => [matter.group_name, matter.staff_name].filter(Boolean).join('\n')),
  centred('协办', (row) => [row.units, row.matter.helpers].filter(Boolean).join('\n')),
  date('时限', ({ matter }) => matter.original_due_on ?? dueText(matter)),
  centred('延期', extensionText),
  text('进展（时间、内容）', progressText),
  { header: '催办次数', align: 'center', kind: 'number', value: (row) => row.reminded },
  centred('亮灯', ({ matter }) => lightText(matter)),
  date('办结时间', ({ matter }) => matter.finished_on),
  text('办理结果', (row) => row.effect),
  text('佐证材料', ({ matter }) => matter.evidence),
  centred('销号', ({ matter }) =>
    matter.signed_off_on === null ? '' : `${matter.signed_off_by}\n${monthDay(matter.signed_off_on)}`,
  ),
  centred('归档号', archived),
]

/** domain.md §c.2: 问题—措施—责任—时限—成效—销号 */
const rectification_columns: readonly Column[] = [
  serial,
  text('反馈问题', (row) => row.demand),
  text('问题表现', (row) => row.shown_as),
  text('整改目标', (row) => row.goal),
  text('整改措施', (row) => row.measures || row.matter.title),
  leader,
  centred('责任部门（牵头/配合）', (row) => row.units || row.matter.group_name),
  centred('责任人', ({ matter }) => [matter.staff_name, matter.helpers].filter(Boolean).join('\n')),
  date('整改时限', ({ matter }) => matter.due_on ?? dueText(matter)),
  text('进展情况', progressText),
  text('整改成效', (row) => row.effect),
  text('佐证材料', ({ matter }) => matter.evidence),
  centred('完成状态', (row) => outcome_words[row.outcome]),
  centred('销号审核意见', ({ matter, sign_off_note }) =>
    matter.signed_off_on === null ? '' : [sign_off_note || '同意销号', matter.signed_off_by].join('\n'),
  ),
  date('销号时间', ({ matter }) => matter.signed_off_on),
]

const isSignedOff = ({ matter }: TrackedRow) => matter.signed_off_on !== null

async function rowsAsked(question: ReportQuestion, kind: TrackedKind): Promise<TrackedRow[]> {
  const { db, today, group_id, staff_id } = question
  const rows = await listTracked(db, today, { kind, with_closed: true })
  return rows.filter(
    ({ matter }) =>
      (group_id === null || matter.group_id === group_id) &&
      (staff_id === null || matter.staff_id === staff_id) &&
      matter.state !== 'withdrawn',
  )
}

function countWords(rows: readonly TrackedRow[]): string {
  const signed_off = rows.filter(isSignedOff).length
  const overdue = rows.filter((row) => !isSignedOff(row) && row.matter.light === 'red')
  return `共${rows.length}项，已销号${signed_off}项，未销号${rows.length - signed_off}项，逾期${overdue.length}项`
}

/** 督办台账: from whom, by when, how far, reminded how often, with what result. */
export const supervisionLedger: Report = async (question) => {
  const rows = await rowsAsked(question, 'supervision')
  return paperOf(question, {
    title: `${whoseReport(question)}督办台账`,
    middle: countWords(rows),
    file_name: `${whoseReport(question)}督办台账（${question.today.replaceAll('-', '.')}）`,
    sheet_name: '督办台账',
    widths: [5, 13, 20, 18, 9, 10.5, 8, 9, 10, 10.5, 10, 22, 6, 7, 10.5, 16, 12, 9, 13],
    tables: [tableOf(supervision_columns, rows, { empty_text: '还没有列入督办的事项。' })],
    paper: 'A3',
  })
}

/** 整改台账: problem, measure, responsibility, time limit, effect, sign-off. */
export const rectificationLedger: Report = async (question) => {
  const rows = await rowsAsked(question, 'rectification')
  return paperOf(question, {
    title: `${whoseReport(question)}问题整改销号台账`,
    middle: countWords(rows),
    file_name: `${whoseReport(question)}问题整改销号台账（${question.today.replaceAll('-', '.')}）`,
    sheet_name: '整改台账',
    widths: [5, 22, 20, 14, 24, 8, 12, 9, 10.5, 22, 20, 14, 9, 12, 10.5],
    tables: [tableOf(rectification_columns, rows, { empty_text: '还没有列入整改的事项。' })],
    paper: 'A3',
  })
}
