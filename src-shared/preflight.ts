// 上报前体检: what should be looked at before a file leaves the office.
import { z } from 'zod'
import { FileToken } from './files.ts'

export const grade_words = { must: '必须改', check: '请核对', note: '提示' } as const
export type FindingGrade = keyof typeof grade_words

export interface Finding {
  grade: FindingGrade
  /** What is wrong and what to do, in one sentence. */
  words: string
  sheet: string
  /** `C12`; empty for what has no cell. */
  address: string
  /** The record behind it, where the report is our own: the hash of its screen. */
  route: string
}

/** A sheet as far as the page shows it: its beginning, and the rows around every finding. */
export interface ShownSheet {
  name: string
  columns: number
  rows: { number: number; cells: { column: number; text: string }[] }[]
}

export interface Preflight {
  file_name: string
  findings: Finding[]
  sheets: ShownSheet[]
  /** It has comments or names of authors, and a copy without them can be made. */
  is_cleanable: boolean
}

export type CleanAnswer = { state: 'cancelled' } | { state: 'saved'; token: string; file_name: string }

export const PreflightRequest = z.object({ file: FileToken })
