import { Problem } from '../../src-shared/problem.ts'
import { isFormPicture } from './form-check.ts'
import type { FormToLookAt, LookedAt } from './look-at-form.ts'
import { isPackageFacts, type PackageFacts } from './package-facts.ts'
import { isPackedRows, type PackedRows } from './packed-rows.ts'
import type { WorkbookEdits } from './patch-edits.ts'
import type {
  Merge,
  ReadSheet,
  SheetToWrite,
  TableValue,
  WorkbookFormat,
  WorkbookToWrite,
} from './workbook.ts'

export type Task =
  | { task: 'read'; path: string }
  | { task: 'write'; path: string; workbook: WorkbookToWrite }
  | { task: 'write-paged'; path: string; sheet: PagedSheet }
  /** A copy of the source with these edits. */
  | { task: 'patch'; path: string; source: PatchSource; edits: WorkbookEdits }
  | ({ task: 'look' } & FormToLookAt)
  | { task: 'examine'; path: string }
  /** A copy of the source without comments and names of authors. */
  | { task: 'clean'; path: string; source: string }

/** A file, or the bytes of one that the book keeps. */
export type PatchSource = string | { name: string; bytes: Uint8Array }

/** A sheet whose last table gets its rows page by page. */
export interface PagedSheet extends SheetToWrite {
  /** All rows to come: progress is counted by it, and running numbers find room. */
  row_count: number
}

/** A page answers `page-wanted`; its rows are null after the last one. */
export type ExcelRequest = { id: number } & (Task | { task: 'page'; rows: TableValue[][] | null })

/** What a request cost in the Excel process. */
export interface ExcelCost {
  milliseconds: number
  /** The most memory the process has held since it started, in MiB. */
  peak_mib: number
}

/** A workbook crosses in pieces, so that taking it in never keeps the main process busy for long. */
export type ExcelAnswer = { id: number } & (
  | { kind: 'progress'; fraction: number }
  /** All pages so far are written. */
  | { kind: 'page-wanted' }
  | { kind: 'sheet'; sheet: Omit<ReadSheet, 'rows'> }
  | { kind: 'rows'; rows: PackedRows }
  | ({ kind: 'read'; format: WorkbookFormat; warnings: string[] } & ExcelCost)
  | ({ kind: 'written'; bytes: number } & ExcelCost)
  | ({ kind: 'looked' } & LookedAt & ExcelCost)
  | ({ kind: 'facts'; facts: PackageFacts | null } & ExcelCost)
  | ({ kind: 'problem'; problem: Problem } & ExcelCost)
  | ({ kind: 'bug'; message: string; stack: string } & ExcelCost)
)

/**
 * The process has had somebody else's file in its hands, so its words are checked before they are believed. By hand
 * and not by zod: a schema over some hundred thousand cells would keep the main process busy for a second.
 */
export function isAnswer(value: unknown): value is ExcelAnswer {
  if (!isRecord(value) || !isNumber(value.id)) return false
  switch (value.kind) {
    case 'progress':
      return isNumber(value.fraction)
    case 'page-wanted':
      return true
    case 'sheet':
      return isSheetHead(value.sheet)
    case 'rows':
      return isPackedRows(value.rows)
    case 'read':
      return formats.has(value.format) && isTexts(value.warnings) && hasCost(value)
    case 'written':
      return isNumber(value.bytes) && hasCost(value)
    case 'looked':
      return formats.has(value.format) && isForm(value.form) && hasCost(value)
    case 'facts':
      return isPackageFacts(value.facts) && hasCost(value)
    case 'problem':
      return Problem.safeParse(value.problem).success && hasCost(value)
    case 'bug':
      return typeof value.message === 'string' && typeof value.stack === 'string' && hasCost(value)
    default:
      return false
  }
}

const formats = new Set<unknown>(['xlsx', 'xls', 'csv'] satisfies WorkbookFormat[])

function isSheetHead(value: unknown): value is Omit<ReadSheet, 'rows'> {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    typeof value.is_hidden === 'boolean' &&
    Array.isArray(value.hidden_columns) &&
    value.hidden_columns.every(isCount) &&
    Array.isArray(value.merges) &&
    value.merges.every(isMerge)
  )
}

function isForm(value: unknown): boolean {
  if (value === null) return true
  return isRecord(value) && value.bytes instanceof Uint8Array && isFormPicture(value.picture)
}

function isMerge(value: unknown): value is Merge {
  return (
    isRecord(value) &&
    isCount(value.first_row) &&
    isCount(value.first_column) &&
    isCount(value.last_row) &&
    isCount(value.last_column)
  )
}

function hasCost(value: Record<string, unknown>): boolean {
  return isNumber(value.milliseconds) && isNumber(value.peak_mib)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
