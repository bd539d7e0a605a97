// 上报记录: what was handed upward, to whom and when, with the very file; and what has changed since.
import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { FileToken } from './files.ts'
import { ReportRequest } from './reports.ts'

export const SubmissionWay = z.enum(['electronic', 'paper', 'both'])
export type SubmissionWay = z.infer<typeof SubmissionWay>
export const way_words: Record<SubmissionWay, string> = {
  electronic: '电子',
  paper: '纸质',
  both: '纸质和电子',
}

export const SubmissionDraft = z.object({
  title: required('报表名称', 120),
  /** 第47周, 2026年11月, 2026年度 */
  period: text(60),
  sent_to: required('上级单位', 60),
  sent_on: CalendarDate,
  way: SubmissionWay,
  note: text(500),
})
export type SubmissionDraft = z.infer<typeof SubmissionDraft>

export const NewSubmission = z.object({
  file: FileToken,
  draft: SubmissionDraft,
  /** The report it came from, so that it can be drawn again; null for a file from elsewhere. */
  request: ReportRequest.nullable().default(null),
  /** 补报: the submission this one takes the place of. */
  replaces_id: Id.nullable().default(null),
})
export type NewSubmission = z.infer<typeof NewSubmission>

export const SubmissionVoid = z.object({ id: Id, reason: required('作废原因', 200) })

export interface Submission extends SubmissionDraft {
  id: number
  file_name: string
  file_size: number
  /** SHA-256 of the file as it was handed in. */
  digest: string
  recorded_by: string
  /** Whether the report can be drawn again and held against the file. */
  can_compare: boolean
  replaces_id: number | null
  replaced_by_id: number | null
  voided_on: string | null
  void_reason: string
}

export interface ChangedCell {
  column: string
  old: string
  new: string
}

export type RowDifference =
  | { kind: 'added'; key: string; table: string; cells: ChangedCell[] }
  | { kind: 'removed'; key: string; table: string; cells: ChangedCell[] }
  | { kind: 'changed'; key: string; table: string; cells: ChangedCell[] }

export const difference_words: Record<RowDifference['kind'], string> = {
  added: '新增',
  removed: '减少',
  changed: '改动',
}

export interface SubmissionComparison {
  /** Rows in the file, and rows of the report today. */
  rows_then: number
  rows_now: number
  same: number
  differences: RowDifference[]
  /** Sentences about what could not be held against each other, such as a column that only one of them has. */
  notes: string[]
}
