import { daysBetween, monthDay } from '../../src-shared/dates.ts'
import { spanText } from '../../src-shared/half-days.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { PersonReport, WeekCounts, WeekRow, WeekSheet } from '../../src-shared/weekly.ts'
import { layOutSheet } from '../excel/sheet-layout.ts'
import type { SheetTable } from '../excel/workbook.ts'
import { countWeek } from '../weekly/week-sheet.ts'
import { type Away, type MeetingFacts, readMeetingFacts } from './meeting-facts.ts'
import {
  type Paper,
  paperOf,
  type Report,
  type ReportColumn,
  type ReportQuestion,
  tableOf,
  whoseReport,
} from './report.ts'

/** All parts stand on one grid of 10 columns. */
const widths = [13, 8, 8, 8, 8, 10, 10, 10, 12, 26]

interface GroupLine extends WeekCounts {
  name: string
  waiting: number
  missing: string
}

const count = (header: string, value: (line: GroupLine) => number): ReportColumn<GroupLine> => ({
  header,
  kind: 'number',
  align: 'center',
  value,
})

const group_columns: readonly ReportColumn<GroupLine>[] = [
  { header: '组别', align: 'center', value: (line) => line.name },
  count('本周事项', (line) => line.rows),
  count('计划内', (line) => line.planned),
  count('计划外', (line) => line.unplanned),
  count('已销号', (line) => line.signed_off),
  count('待销号', (line) => line.waiting),
  count('未办结', (line) => line.open),
  count('逾期', (line) => line.overdue),
  { header: '未报周报的人员', span: 2, align: 'center', value: (line) => line.missing },
]

const person = (row: WeekRow) => row.staff_name || '未定'

const overdue_columns = (today: string): readonly ReportColumn<WeekRow>[] => [
  { header: '责任人', align: 'center', value: person },
  { header: '事项', span: 4, value: (row) => row.title },
  { header: '时限', align: 'center', value: (row) => monthDay(row.due_on ?? today) },
  {
    header: '超期天数',
    kind: 'number',
    align: 'center',
    value: (row) => daysBetween(row.due_on ?? today, today),
  },
  { header: '责任领导', align: 'center', value: (row) => row.leader },
  { header: '未完成原因、进展', span: 2, value: (row) => row.unfinished_reason || row.progress },
]

const plan_columns: readonly ReportColumn<WeekRow>[] = [
  { header: '组别', align: 'center', value: (row) => row.group_name },
  { header: '事项', span: 5, value: (row) => row.title },
  { header: '责任人', align: 'center', value: person },
  { header: '责任领导', align: 'center', value: (row) => row.leader },
  { header: '时间节点', align: 'center', value: (row) => (row.due_on ? monthDay(row.due_on) : row.due_text) },
  { header: '来源、结转', value: (row) => [row.source, carriedWords(row)].filter(Boolean).join('，') },
]

/** In next week's list this week counts as one of those it was carried from. */
function carriedWords({ carried_weeks }: WeekRow): string {
  return carried_weeks > 0 ? `已结转${carried_weeks}周` : ''
}

const away_columns: readonly ReportColumn<Away>[] = [
  { header: '姓名', align: 'center', value: (one) => one.name },
  { header: '事由', span: 2, align: 'center', value: (one) => one.kind },
  { header: '时间', span: 7, value: (one) => spanText(one) },
]

/** 会前一页: what the leader reads before the meeting of the week that begins, on one A4 page however much there is. */
export const meetingPage: Report = async (question) => {
  const facts = await readMeetingFacts(question)
  const rows: Rows = {
    overdue: facts.overdue.length,
    key_matters: facts.key_matters.length,
    away: facts.away.length,
  }
  let page = drawPage(question, facts, rows)
  while (!isOnePage(page) && shorten(rows)) page = drawPage(question, facts, rows)
  return page
}

/** How many rows each part shows. */
type Rows = Record<'overdue' | 'key_matters' | 'away', number>

const least_rows = 3

/** Takes a row from the longest part; false when all are as short as they may be. */
function shorten(rows: Rows): boolean {
  const parts = Object.keys(rows) as (keyof Rows)[]
  const longest = parts.reduce((one, other) => (rows[other] > rows[one] ? other : one))
  if (rows[longest] <= least_rows) return false
  rows[longest] -= 1
  return true
}

const isOnePage = ({ sheet }: Paper) => layOutSheet(sheet).estimated_starts.length === 0

/** Each part with at most so many rows; what is left out is told. */
function drawPage(question: ReportQuestion, facts: MeetingFacts, rows: Rows): Paper {
  const { today } = question
  const { sheet, overdue, overdue_total, key_matters, away } = facts
  const { head, next_head, reports } = sheet
  const received = reports.filter(({ state }) => state !== 'missing').length
  const part = <Row>(
    caption: string,
    columns: readonly ReportColumn<Row>[],
    all: readonly Row[],
    of: PartSize,
  ) => tableOf(columns, all.slice(0, of.shown), { caption: caption + sizeWords(of), empty_text: '没有。' })
  const tables: SheetTable[] = [
    tableOf(group_columns, groupLines(sheet), {
      caption: `一、${head.title}完成情况`,
      empty_text: '本周没有登记事项。',
    }),
    part('二、到今天逾期未办结', overdue_columns(today), overdue, {
      shown: rows.overdue,
      total: overdue_total,
      unit: '项',
    }),
    part(`三、${next_head.title}工作打算，重点在前`, plan_columns, key_matters, {
      shown: rows.key_matters,
      total: key_matters.length,
      unit: '项',
    }),
    part(`四、${next_head.title}离岗人员`, away_columns, away, {
      shown: rows.away,
      total: away.length,
      unit: '人次',
    }),
  ]
  return paperOf(question, {
    title: `${whoseReport(question)}会前一页（${head.name}）`,
    middle: `周报已收${received}/${reports.length}`,
    file_name: `${whoseReport(question)}会前一页（${head.name}）`,
    sheet_name: '会前一页',
    widths,
    tables,
    notes: ['注：重点＝重点职责的事项；其次按结转周数、时间节点排列。逾期为到今天超过时限、还没有报完成的。'],
    orientation: 'portrait',
  })
}

interface PartSize {
  shown: number
  total: number
  unit: string
}

/** `（24项，列前9项）` */
function sizeWords({ shown, total, unit }: PartSize): string {
  return total > shown ? `（${total}${unit}，列前${shown}${unit}）` : `（${total}${unit}）`
}

/** A line a group in the order of the sheet, and their sum. */
function groupLines({ rows, reports, counts }: WeekSheet): GroupLine[] {
  const names = [...new Set([...rows, ...reports].map(({ group_name }) => group_name))]
  const lines = names.map((name) => lineOf(name, rows.filter(isIn(name)), reports.filter(isIn(name))))
  if (lines.length < 2) return lines
  const waiting = lines.reduce((sum, line) => sum + line.waiting, 0)
  const missing = reports.filter(({ state }) => state === 'missing').length
  return [...lines, { ...counts, name: '合计', waiting, missing: missing === 0 ? '' : `${missing}人` }]
}

const isIn = (name: string) => (of: { group_name: string }) => of.group_name === name

function lineOf(name: string, rows: readonly WeekRow[], reports: readonly PersonReport[]): GroupLine {
  return {
    ...countWeek(rows),
    name: name || '未分组',
    waiting: rows.filter((row) => isOpen(row) && row.is_reported_done).length,
    missing: reports
      .filter(({ state }) => state === 'missing')
      .map((report) => report.name)
      .join('、'),
  }
}
