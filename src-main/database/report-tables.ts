// How reports are printed, and what of them was handed upward.
import type { Generated } from 'kysely'
import type { PaperLayout } from '../../src-shared/paper.ts'

interface ReportLayoutsTable {
  id: Generated<number>
  report: string
  paper: PaperLayout['paper']
  orientation: PaperLayout['orientation']
  attachment: string
  /** JSON list of column names. */
  hidden_columns: string
}

export interface ReportTables {
  report_layouts: ReportLayoutsTable
}
