import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { FileToken } from './files.ts'
import { form_facts, form_sources } from './form-fields.ts'
import type { FormPicture, FormSheet } from './form-picture.ts'

/** How a day is written. `own`: as the cell's own format has it. */
export const date_forms = {
  own: '随表格',
  real: '日期格式',
  dotted: '2026.11.16',
  dashed: '2026-11-16',
  long: '2026年11月16日',
  short: '11月16日',
} as const
export type DateForm = keyof typeof date_forms
const DateForm = z.enum(Object.keys(date_forms) as [DateForm, ...DateForm[]])

/** What becomes of a value that is the same as in the row above. */
export const repeat_words = {
  each: '每行都写',
  first: '只写第一行',
  ditto: '写“同上”',
  merge: '合并单元格',
} as const
export type Repeat = keyof typeof repeat_words

export const period_words = {
  week: '一周',
  month: '一个月',
  quarter: '一个季度',
  year: '一年',
  all: '全部',
} as const
export type FormPeriod = keyof typeof period_words

export const state_words = {
  all: '全部',
  open: '未销号',
  signed_off: '已销号',
  overdue: '逾期',
  planned: '计划内',
  unplanned: '计划外',
} as const
export type FormState = keyof typeof state_words

const Row = z.int().min(1).max(1_048_576)
const Column = z.int().min(1).max(16_384)
const names = <T extends string>(words: Readonly<Record<T, string>>) =>
  z.enum(Object.keys(words) as [T, ...T[]])

export const FormColumnUse = z.object({
  column: Column,
  /** The header above it, by which it is found again in a newer form. */
  header: z.string().max(300),
  /** A field of the source, `serial`, `text`, `fact:unit`; empty for a column that stays as it is. */
  field: z.string().max(40),
  /** For `text`. */
  text: text(500),
  date_as: DateForm,
  repeat: names(repeat_words),
  /** Our word → theirs, for a drop-down list that says it otherwise. */
  words: z.record(z.string().max(300), z.string().max(300)),
})
export type FormColumnUse = z.infer<typeof FormColumnUse>

export const FormBlock = z.object({
  sheet: z.string().max(100),
  source: names(form_sources),
  period: names(period_words),
  group_id: Id.nullable(),
  category_id: Id.nullable(),
  state: names(state_words),
  sort: z.object({ field: z.string().max(40), is_down: z.boolean() }).nullable(),
  header_row: Row,
  first_row: Row,
  /** The last row of the form that is free for data. */
  last_row: Row,
  columns: z.array(FormColumnUse).max(200),
})
export type FormBlock = z.infer<typeof FormBlock>

export const FormFactUse = z.object({
  sheet: z.string().max(100),
  row: Row,
  column: Column,
  /** A place inside the cell's text (see form-slots.ts); empty for the whole cell. */
  slot: z.string().max(60),
  /** The words it is known by: its own text, or those of the cell beside it. */
  label: z.string().max(300),
  /** Null for a text of her own. */
  fact: names(form_facts).nullable(),
  text: text(500),
  date_as: DateForm,
})
export type FormFactUse = z.infer<typeof FormFactUse>

export const FormMapping = z.object({
  blocks: z.array(FormBlock).max(10),
  facts: z.array(FormFactUse).max(200),
})
export type FormMapping = z.infer<typeof FormMapping>

export const FormOpening = z.object({
  token: FileToken,
  /** She has agreed that an older format becomes a new .xlsx. */
  converts: z.boolean().default(false),
})

const name = required('表名', 100)
const opened_id = z.string().max(60)

/** The table whose data begin in this row. */
export const FormBlockWish = z.object({
  opened_id,
  sheet: z.string().max(100),
  first_row: Row,
  source: names(form_sources).nullable(),
})

export const FormToKeep = z.object({
  opened_id,
  mapping: FormMapping,
  name,
  /** It looks like one that is remembered and is another. */
  is_new: z.boolean().default(false),
})

/** What a filling is made with: `on` is a day of the week, month or year that is reported. */
export const FormFilling = FormToKeep.extend({ on: CalendarDate })

/** A form that fills itself. */
export interface StoredForm {
  id: number
  name: string
  file_name: string
  /** 每周事项、单位名称等 12 处 */
  holds: string
  /** The last filling. */
  filled_on: string | null
  filled_as: string
}

/** Between the form that is known and the newer one at hand. */
export interface FormDifference {
  kind: 'moved' | 'renamed' | 'gone' | 'new'
  sheet: string
  /** What we fill there; empty for a header that nothing is said about. */
  use: string
  old_address: string
  old_text: string
  new_address: string
  new_text: string
  /** Followed by its header; else she has to say. */
  is_followed: boolean
}

export interface FormAtHand {
  opened_id: string
  file_name: string
  name: string
  picture: FormPicture
  mapping: FormMapping
  /** It came in an older format: texts and merges are as they were, looks are not. */
  is_converted: boolean
  /** The form as it is remembered; null for one that was never seen. */
  known: {
    form_id: number
    filled_on: string | null
    filled_as: string
    differences: FormDifference[]
  } | null
}

export type FormAnswer =
  /** An older format: she is asked first. */
  { state: 'convert'; token: string; file_name: string } | { state: 'open'; form: FormAtHand }

export interface FormIssue {
  /** `stop`: the form cannot be saved like this. */
  level: 'stop' | 'look' | 'note'
  sheet: string
  row: number
  column: number
  /** `D7`; empty for one about the whole form. */
  address: string
  message: string
}

/** A value that is not on the drop-down list of its cells. */
export interface FormWordQuestion {
  block: number
  column: number
  header: string
  value: string
  cells: number
  options: string[]
}

export interface FormPreview {
  /** The form with everything in its place, up to what is shown. */
  sheets: FilledSheet[]
  /** Data rows, rows put in for them, and single cells. */
  rows: number
  inserted: number
  facts: number
  issues: FormIssue[]
  words: FormWordQuestion[]
  /** 第47周（11月16日—11月20日）, 2026年11月 */
  period: string
  /** Without a folder. */
  file_name: string
}

export interface FilledSheet extends FormSheet {
  /** `row:column` of what was written. */
  filled: string[]
  inserted_rows: number[]
}

export type FormSaveAnswer =
  | { state: 'cancelled' }
  | {
      state: 'saved'
      file_name: string
      folder: string
      rows: number
      saved_id: string
      form_id: number
      /** By which the file can be recorded as handed in. */
      token: string | null
    }
