import { z } from 'zod'
import { Id } from './fields.ts'
import type { ColumnUse, ImportKind, ImportTotals, PlannedRow } from './imports.ts'
import type { RowIssue } from './problem.ts'

export const import_report_words = { left_out: '未导入', undone: '已撤销' } as const

export const ImportReportPage = z.object({ before_id: Id.nullable().default(null) })
export const ImportReportPart = z.object({ id: Id, part: z.int().nonnegative() })

/** One saved import (导入记录). */
export interface ImportReportLine {
  id: number
  /** The change that saved it: what 撤销这次导入 takes back. */
  change_id: number
  made_at: string
  who: string
  kind: ImportKind
  file_name: string
  sheet: string
  totals: ImportTotals
  /** Rows the clerk left out; with the totals they add up to the rows read. */
  left_out: number
  /** Taken back, and not done again since. */
  is_undone: boolean
}

/** What is said of the sheet as a whole. */
export interface ImportReportDetails {
  header_row: number
  columns: ColumnUse[]
  issues: RowIssue[]
  warnings: string[]
  new_groups: { code: string; name: string }[]
}

export interface ReportedRow extends PlannedRow {
  /** Could have been saved, and was left out by the clerk. */
  is_left_out: boolean
}

/** 导入报告; its rows are asked for part by part. */
export interface ImportReport extends ImportReportLine {
  /** SHA-256 of the file; empty when it was not to be had. */
  digest: string
  details: ImportReportDetails
  parts: number
}
