// 收表: forms that go out to groups and people, come back as files, and are merged cell by cell.
import { z } from 'zod'
import { Id, text } from './fields.ts'
import { FileToken } from './files.ts'
import type { RowIssue } from './problem.ts'
import { Monday } from './week.ts'
import type { PersonReport, WeekHead } from './weekly.ts'

/** The two parts of a form: 本周履职情况 and 下周工作打算. */
export const part_words = { this: '本周履职情况', next: '下周工作打算' } as const
export type FormPart = keyof typeof part_words

export const form_field_words = {
  title: '工作事项',
  detail: '具体内容（目标）',
  person: '责任人',
  helpers: '协办人（B岗）',
  leader: '责任领导',
  source: '来源',
  due: '计划完成时间',
  progress: '完成情况',
  state: '状态',
  reason: '未完成原因及下步措施',
  evidence: '佐证材料',
  remark: '备注',
} as const
export type FormField = keyof typeof form_field_words

/** What a row of each part says of its matter, in the order of the form. */
export const form_fields: Readonly<Record<FormPart, readonly FormField[]>> = {
  this: ['title', 'person', 'helpers', 'due', 'progress', 'state', 'reason', 'evidence', 'remark'],
  next: ['title', 'detail', 'person', 'helpers', 'due', 'leader', 'source', 'remark'],
}

export const FormsToSend = z.object({
  week_monday: Monday,
  by: z.enum(['group', 'person']),
  /** Groups or people. */
  ids: z.array(Id).min(1, '请先选中要发给谁。').max(300, '一次最多制 300 份表，请分几次来做。'),
})
export type FormsToSend = z.infer<typeof FormsToSend>

export type SendAnswer =
  | { state: 'cancelled' }
  | { state: 'saved'; saved_id: string; folder: string; file_names: string[]; rows: number }

export interface SentForm {
  id: number
  file_name: string
  sent_on: string
  group_id: number | null
  staff_id: number | null
  rows: number
}

export const return_reason_words = {
  incomplete: '内容不全',
  vague: '内容不具体',
  no_date: '没有时间节点',
  no_person: '没有责任人',
  wrong_week: '周次不对',
  wrong_form: '表格不对',
  other: '其他',
} as const
export type ReturnReason = keyof typeof return_reason_words

export const ReportReturn = z.object({
  week_monday: Monday,
  staff_ids: z.array(Id).min(1, '请先选中人员。').max(500),
  reason: z.enum(Object.keys(return_reason_words) as [ReturnReason, ...ReturnReason[]]),
  note: text(300),
})
export type ReportReturn = z.infer<typeof ReportReturn>

export interface CollectionBoard {
  head: WeekHead
  is_closed: boolean
  /** Everyone whose report is due, in their order, with what was due of them before. */
  people: PersonOfBoard[]
  forms: SentForm[]
  merges: MergeLine[]
  /** 催报: ready to be pasted; empty when nobody is missing. */
  reminder: string
}

export interface PersonOfBoard extends PersonReport {
  phone: string
  /** Of the twelve weeks before this one. */
  earlier_late: number
  earlier_missing: number
}

export const cell_verdict_words = {
  taken: '采用来件',
  agreed: '两边相同',
  clash: '冲突',
  asked: '待确认',
  refused: '不能改',
} as const
export type CellVerdict = keyof typeof cell_verdict_words

/** One cell that came back other than it was sent. */
export interface MergeCell {
  /** Names it within the merge. */
  id: string
  field: FormField
  address: string
  sent: string
  returned: string
  now: string
  verdict: CellVerdict
  /** Why it is asked or refused, as a Chinese sentence; empty otherwise. */
  why: string
  /** What was decided, once it was: `own` is what the clerk typed. */
  decision: Decision['take'] | null
  own: string
}

export const merge_row_words = {
  changed: '改动',
  new: '新增',
  gone: '来件中删去',
  wrong: '没有读入',
  skipped: '跳过',
} as const

/** One row with something to say; those that came back as they were sent are only counted. */
export interface MergeRow {
  id: string
  part: FormPart
  kind: keyof typeof merge_row_words
  /** Where it stands in the file; empty for a row that is gone. */
  address: string
  number: string
  title: string
  person: string
  cells: MergeCell[]
  /** Of a row that was not sent: what it says, and what the book says now. */
  said: SaidCell[]
  issues: RowIssue[]
  /** Why it was skipped, or what will become of it. */
  why: string
  /** Of a row that is gone. */
  decision: Decision['take'] | null
}

export interface SaidCell {
  label: string
  value: string
  old: string
}

export const file_state_words = {
  form: '本周的表',
  free: '自由格式',
  untouched: '没有填写',
  again: '已经合并过',
  twice: '放入了两次',
  other_week: '不是本周的',
  unclear: '看不懂',
  unreadable: '打不开',
} as const
export type FileState = keyof typeof file_state_words

export interface MergeFile {
  id: string
  file_name: string
  state: FileState
  /** What there is to know of the file, as Chinese sentences. */
  words: string[]
  /** Whose report it brings. */
  people: { staff_id: number; name: string }[]
  /** Rows read; those that came back as they were. */
  read_rows: number
  same_rows: number
  rows: MergeRow[]
  digest: string
}

export interface MergeTotals {
  files: number
  taken: number
  clashes: number
  new_rows: number
  gone_rows: number
  wrong_rows: number
}

export interface MergePreview {
  merge_id: string
  week_monday: string
  week_title: string
  files: MergeFile[]
}

export const ReadWish = z.object({
  week_monday: Monday,
  tokens: z.array(FileToken).min(1).max(200, '一次最多读 200 个文件，请分几次来放。'),
  /** The group and category of new rows that name none. */
  group_id: Id.nullable(),
  category_id: Id.nullable(),
  /** Free reports of another week that the clerk takes for this one. */
  as_this_week: z.array(FileToken).max(200),
  /** Files that shall not be merged: the others are planned as if these were not there. */
  left_out: z.array(FileToken).max(200),
})
export type ReadWish = z.infer<typeof ReadWish>

export const Decision = z.object({
  id: z.string().max(120),
  take: z.enum(['theirs', 'ours', 'own']),
  own: z.string().max(2000).default(''),
})
export type Decision = z.infer<typeof Decision>

export const MergeWish = z.object({
  merge_id: z.string().max(60),
  left_out: z.array(z.string().max(60)).max(200),
  decisions: z.array(Decision).max(20_000),
})
export type MergeWish = z.infer<typeof MergeWish>

export interface MergeLine {
  id: number
  change_id: number
  made_at: string
  who: string
  week_monday: string
  file_names: string[]
  is_undone: boolean
}

export interface MergeReport extends MergeLine {
  files: MergeFile[]
}

export const RecordQuestion = z.object({ from_monday: Monday, to_monday: Monday })
export type RecordQuestion = z.infer<typeof RecordQuestion>

/** One person over some weeks. */
export interface HandInRecord {
  staff_id: number
  name: string
  group_name: string
  due: number
  on_time: number
  late: number
  missing: number
  nothing: number
  returned: number
  /** Reasons with their counts, `没有时间节点 2`. */
  reasons: string
  /** A mark a week, oldest first; null where nothing was due. */
  weeks: (HandInMark | null)[]
}
export type HandInMark = 'on_time' | 'late' | 'missing' | 'nothing'
export const hand_in_mark_words: Readonly<Record<HandInMark, string>> = {
  on_time: '按时',
  late: '迟报',
  missing: '未报',
  nothing: '无事项',
}

export interface HandInRecords {
  weeks: { monday: string; title: string }[]
  people: HandInRecord[]
}
