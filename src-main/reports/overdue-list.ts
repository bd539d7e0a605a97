import { type RawBuilder, sql } from 'kysely'
import { addDays, daysBetween } from '../../src-shared/dates.ts'
import { periodOf } from '../../src-shared/periods.ts'
import type { Db } from '../database/tables.ts'
import { isOf } from '../statistics/week-totals.ts'
import { periodAsked } from './completion.ts'
import {
  paperOf,
  type Report,
  type ReportColumn,
  type ReportQuestion,
  tableOf,
  whoseReport,
} from './report.ts'

interface LateMatter {
  number: string
  title: string
  group_name: string
  staff_name: string
  leader: string
  original_due_on: string | null
  due_on: string
  finished_on: string | null
  /** What was said of it last: why it is not finished, else how far it is. */
  said: string
  reminded: number
}

interface Extended {
  number: string
  title: string
  group_name: string
  staff_name: string
  nth: number
  old_due_on: string | null
  new_due_on: string | null
  reason: string
  by_name: string
  happened_on: string
}

const serial = { header: '序号', align: 'center', kind: 'number' } as const
const centred = (header: string) => ({ header, align: 'center' }) as const
const date = (header: string) => ({ header, align: 'center', kind: 'date' }) as const

/** All three parts stand on one grid of 12 columns. */
const widths = [5, 14.5, 11, 15, 9, 9, 11, 11, 11, 9, 13, 13]

function lateColumns(until: string, is_open: boolean): readonly ReportColumn<LateMatter>[] {
  return [
    { ...serial, value: (_, at) => at + 1 },
    { ...centred('编号'), value: (row) => row.number },
    { header: '事项', span: 2, value: (row) => row.title },
    { ...centred('责任人'), value: (row) => `${row.staff_name || '未定'}\n${row.group_name}` },
    { ...centred('责任领导'), value: (row) => row.leader },
    { ...date('原定时限'), value: (row) => row.original_due_on ?? row.due_on },
    {
      ...date('延期后时限'),
      value: (row) => (row.original_due_on === null || row.original_due_on === row.due_on ? '' : row.due_on),
    },
    is_open
      ? { ...centred('催办次数'), kind: 'number', value: (row) => row.reminded }
      : { ...date('完成时间'), value: (row) => row.finished_on },
    {
      ...centred('超期天数'),
      kind: 'number',
      value: (row) => daysBetween(row.due_on, row.finished_on ?? until),
    },
    { header: is_open ? '未完成原因及进展' : '超期原因', span: 2, value: (row) => row.said },
  ]
}

const extended_columns: readonly ReportColumn<Extended>[] = [
  { ...serial, value: (_, at) => at + 1 },
  { ...centred('编号'), value: (row) => row.number },
  { header: '事项', span: 2, value: (row) => row.title },
  { ...centred('责任人'), value: (row) => `${row.staff_name || '未定'}\n${row.group_name}` },
  { ...centred('第几次'), value: (row) => `第${row.nth}次` },
  { ...date('延期前时限'), value: (row) => row.old_due_on ?? '' },
  { ...date('延期后时限'), value: (row) => row.new_due_on ?? '未定日期' },
  { ...date('批准日期'), value: (row) => row.happened_on },
  { ...centred('批准人'), value: (row) => row.by_name },
  { header: '延期原因', span: 2, value: (row) => row.reason },
]

/** 逾期与延期表: what is over its time limit today, what was finished late and what was extended in the period. */
export const overdueList: Report = async (question) => {
  const { today } = question
  const period = periodOf(periodAsked(question))
  const last_day = addDays(period.last_monday, 6)
  const open = await lateMatters(
    question,
    sql`m.state IN ('assigned', 'in_progress', 'sign_off_asked') AND m.due_on < ${today} AND 'done' IS NOT (
      SELECT week_state FROM matter_weeks WHERE matter_id = m.id ORDER BY week_monday DESC LIMIT 1)`,
  )
  const late = await lateMatters(
    question,
    sql`m.state IN ('signed_off', 'archived') AND m.finished_on > m.due_on
      AND m.id IN (SELECT matter_id FROM kept_spans WHERE closed BETWEEN ${period.first_monday} AND ${period.last_monday})`,
  )
  const extended = await extensions(question.db, question, period.first_monday, last_day)
  return paperOf(question, {
    title: `${whoseReport(question)}${period.title}逾期与延期表`,
    middle: `逾期未办结${open.length}项，超期办结${late.length}项，延期${extended.length}次`,
    file_name: `${whoseReport(question)}${period.title}逾期与延期表`,
    sheet_name: '逾期与延期表',
    widths,
    tables: [
      tableOf(lateColumns(today, true), open, {
        caption: '一、到今天超过时限未办结的',
        empty_text: '没有逾期未办结的事项。',
      }),
      tableOf(lateColumns(today, false), late, {
        caption: `二、${period.title}超过时限才办结的`,
        empty_text: '没有。',
      }),
      tableOf(extended_columns, extended, {
        caption: `三、${period.title}批准延期的`,
        empty_text: '没有。',
      }),
    ],
    notes: ['注：超期天数为自然日；报了完成、等销号的不算逾期；延期以批准为准，原定时限一直保留。'],
  })
}

type Whose = Pick<ReportQuestion, 'db' | 'group_id' | 'staff_id'>

/** Longest over first. */
async function lateMatters({ db, ...of }: Whose, is_late: RawBuilder<unknown>): Promise<LateMatter[]> {
  const { rows } = await sql<LateMatter>`
    SELECT m.number, m.title, groups.name AS group_name, coalesce(staff.name, '') AS staff_name, m.leader,
      m.original_due_on, m.due_on, m.finished_on, coalesce((
        SELECT iif(unfinished_reason = '', progress, unfinished_reason) FROM matter_weeks
        WHERE matter_id = m.id AND (unfinished_reason <> '' OR progress <> '') ORDER BY week_monday DESC LIMIT 1
      ), '') AS said,
      (SELECT count(*) FROM matter_events WHERE matter_id = m.id AND kind = 'reminded') AS reminded
    FROM matters AS m JOIN groups ON groups.id = m.group_id LEFT JOIN staff ON staff.id = m.staff_id
    WHERE ${is_late} AND ${isOf({ ...of, category_id: null }, 'm')}
    ORDER BY m.due_on, m.id`.execute(db)
  return rows
}

async function extensions(db: Db, of: Whose, first: string, last: string): Promise<Extended[]> {
  const { rows } = await sql<Extended>`
    SELECT m.number, m.title, groups.name AS group_name, coalesce(staff.name, '') AS staff_name, e.nth, e.old_due_on,
      e.new_due_on, e.reason, e.by_name, e.happened_on
    FROM (
      SELECT id, matter_id, new_due_on, reason, by_name, happened_on, row_number() OVER of_matter AS nth,
        coalesce(old_due_on, lag(new_due_on) OVER of_matter,
          (SELECT original_due_on FROM matters WHERE id = matter_id)) AS old_due_on
      FROM matter_events WHERE kind = 'extended' WINDOW of_matter AS (PARTITION BY matter_id ORDER BY id)
    ) AS e JOIN matters AS m ON m.id = e.matter_id
      JOIN groups ON groups.id = m.group_id LEFT JOIN staff ON staff.id = m.staff_id
    WHERE e.happened_on BETWEEN ${first} AND ${last} AND ${isOf({ ...of, category_id: null }, 'm')}
    ORDER BY e.happened_on, e.id`.execute(db)
  return rows
}
