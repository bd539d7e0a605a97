// How reports are printed, and what of them was handed upward.
import type { Generated } from 'kysely'
import type { PaperLayout } from '../../src-shared/paper.ts'
import type { SubmissionWay } from '../../src-shared/submissions.ts'

interface ReportLayoutsTable {
  id: Generated<number>
  report: string
  paper: PaperLayout['paper']
  orientation: PaperLayout['orientation']
  attachment: string
  /** JSON list of column names. */
  hidden_columns: string
}

interface SubmissionsTable {
  id: Generated<number>
  title: string
  period: string
  sent_to: string
  sent_on: string
  way: SubmissionWay
  note: string
  /** Empty for a file from elsewhere, as is `request`: the report's question as JSON. */
  report: string
  request: string
  file_id: number
  replaces_id: number | null
  recorded_by: string
  voided_on: string | null
  void_reason: string
}

export interface ReportTables {
  submissions: SubmissionsTable
  report_layouts: ReportLayoutsTable
}
