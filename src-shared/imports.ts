import { z } from 'zod'
import { Mapping, type MappingQuestion } from './import-forms.ts'
import type { RowIssue } from './problem.ts'
import { Monday } from './week.ts'

export const import_kind_words = {
  staff: '人员名册',
  duties: '职责清单',
  weekly: '每周报表',
} as const
export type ImportKind = keyof typeof import_kind_words
export const ImportKind = z.enum(['staff', 'duties', 'weekly'])

/** What becomes of a row; every row read gets exactly one. */
export const verdict_words = {
  new: '新增',
  changed: '更新',
  same: '相同',
  skipped: '跳过',
  wrong: '错误',
} as const
export type Verdict = keyof typeof verdict_words

/** A cell that is read as if it said something else, because the clerk took a suggestion. */
export const TakenSuggestion = z.object({
  address: z.string().max(10),
  /** What stands there: all of the cell, or the one name that is meant. */
  found: z.string().min(1).max(1000),
  instead: z.string().min(1).max(200),
})
export type TakenSuggestion = z.infer<typeof TakenSuggestion>

/** What the clerk decides where the workbook does not say it. */
export const ImportChoices = z.object({
  /** The sheet to read; null lets the program pick the one that fits best. */
  sheet: z.string().max(200).nullable().default(null),
  /** 周报: the week the sheet reports on. */
  week_monday: Monday.nullable().default(null),
  /** The group and category of rows that name none. */
  group_id: z.int().positive().nullable().default(null),
  category_id: z.int().positive().nullable().default(null),
  taken: z.array(TakenSuggestion).max(50_000).default([]),
  /** How the columns of `sheet` are to be understood; null leaves it to what is remembered, then to the words. */
  mapping: Mapping.nullable().default(null),
})
export type ImportChoices = z.infer<typeof ImportChoices>

export interface ColumnUse {
  /** `C2`, the header cell. */
  address: string
  header: string
  /** The field it was understood as (in Chinese), or null when the column is not used. */
  used_as: string | null
}

export interface PlannedRow {
  /** Row number in the sheet; tables side by side have a row each. */
  row: number
  /** Its first cell in its table, `A3`: no two rows have the same. */
  address: string
  verdict: Verdict
  /** Field (in Chinese) and value as understood, in column order. */
  values: { label: string; value: string }[]
  /** For 更新: what it was and what it becomes. */
  changes: { label: string; old: string; new: string }[]
  /** For 跳过: why. */
  reason: string
  issues: RowIssue[]
  /** Suggestions that were taken in its cells (按建议改). */
  taken: TakenSuggestion[]
}

export interface ImportTotals {
  read: number
  new: number
  changed: number
  same: number
  skipped: number
  wrong: number
}

export interface ImportPreview {
  import_id: string
  file_name: string
  kind: ImportKind
  sheet: string
  sheets: string[]
  header_row: number
  /** Who says what the columns mean: the words of their headers, the clerk now, or she the last time. */
  understood_by: 'words' | 'clerk' | 'memory'
  choices: ImportChoices
  columns: ColumnUse[]
  /** The first of them; the others, up to `totals.read`, are asked for with imports.rows. */
  rows: PlannedRow[]
  totals: ImportTotals
  /** Issues of the sheet as a whole: a missing column, macros ignored. */
  issues: RowIssue[]
  warnings: string[]
  /** Groups that would be made because the sheet names them. */
  new_groups: { code: string; name: string }[]
}

/** What is being done at this moment, in Chinese; null when nothing is. */
export interface ImportProgress {
  words: string | null
}

export type ImportAnswer =
  | { state: 'cancelled' }
  | { state: 'preview'; preview: ImportPreview }
  /** The understanding is not sure: nothing is shown before she has said how it is. */
  | { state: 'mapping'; question: MappingQuestion }

export const ImportRows = z.object({
  import_id: z.string().max(60),
  /** How many are there already. */
  from: z.int().nonnegative(),
})
export type ImportRows = z.infer<typeof ImportRows>

/** 对应关系 asked for: of another sheet or with another header row than the one found. */
export const MappingWish = z.object({
  import_id: z.string().max(60),
  kind: ImportKind,
  sheet: z.string().max(200).nullable().default(null),
  header_row: z.int().nonnegative().nullable().default(null),
})
export type MappingWish = z.infer<typeof MappingWish>

export const ImportSave = z.object({
  import_id: z.string().min(1).max(60),
  /** Addresses of the rows the clerk left out although they could be saved. */
  left_out: z.array(z.string().max(10)).max(50_000),
})
export type ImportSave = z.infer<typeof ImportSave>

/** 退回表: her own file with everything that is wrong marked in it. */
export type ReturnAnswer =
  | { state: 'cancelled' }
  | {
      state: 'saved'
      file_name: string
      /** Marked cells, and rows with a reason beside them. */
      cells: number
      rows: number
      /** Cells without a comment of their own because there would be too many. */
      comments_left_out: number
    }

export interface ImportResult {
  kind: ImportKind
  file_name: string
  totals: ImportTotals
  /** Rows left out by the clerk. */
  left_out: number
}
