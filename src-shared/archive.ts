import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { most_files } from './files.ts'
import { Retention } from './retention.ts'

export const MaterialState = z.enum(['complete', 'missing', 'not_needed'])
export type MaterialState = z.infer<typeof MaterialState>
export const material_state_words: Record<MaterialState, string> = {
  complete: '齐全',
  missing: '缺',
  not_needed: '不需要',
}

/** One line of the checklist of materials. */
export const EntryMaterial = z.object({
  name: required('材料名称', 60),
  state: MaterialState,
  note: text(100),
})
export type EntryMaterial = z.infer<typeof EntryMaterial>

export const corrected_fields = {
  class: '归档类目',
  retention: '保管期限',
  location: '存放位置',
  materials: '归档材料',
  title: '题名',
  responsible: '责任者',
  document_number: '文号',
  dated_on: '日期',
  secrecy: '密级',
  pages: '页数',
  remark: '备注',
  other: '其他',
} as const
export type CorrectedField = keyof typeof corrected_fields

export const ArchiveFilter = z.object({
  /** Looked for in number, title, staff name, materials and place. */
  text: z.string().trim().max(100, '搜索的文字不能超过 100 个字。').default(''),
  /** The year the matter was archived in. */
  year: z.int().min(2000).max(2100).nullable().default(null),
  category_id: Id.nullable().default(null),
  group_id: Id.nullable().default(null),
  /** Only entries with a smaller id: the next page. */
  before_id: Id.nullable().default(null),
})
export type ArchiveFilter = z.infer<typeof ArchiveFilter>

/** What is said of an entry when it is made; several matters archived at once share it. */
export const Filing = z.object({
  /** Each under the first class of its own category, with the term of that class; the rest is shared. */
  by_category: z.boolean().optional(),
  class_id: Id.nullable().optional(),
  retention: Retention,
  /** The line of the 保管期限表 it was taken from. */
  retention_rule: text(100).optional(),
  location: text(100),
  /** The checklist, the same for all of these matters. */
  checklist: z.array(EntryMaterial).max(40, '材料清单最多 40 行。').optional(),
  materials: text(500),
  remark: text(),
})
export type Filing = z.infer<typeof Filing>

/** Files that were brought in by their tokens, and what each is evidence of. */
const NewFiles = z
  .array(z.object({ token: z.string().min(1).max(100), material: text(60) }))
  .max(most_files, `一次最多放入 ${most_files} 个文件，请分几次来放。`)

export const ArchiveRequest = Filing.extend({
  matter_ids: z.array(Id).min(1, '请先选中要归档的事项。').max(500, '一次最多处理 500 项，请分几次来做。'),
  archived_on: CalendarDate,
  archived_by: required('归档人', 40),
  /** Of the one matter they belong to. */
  files: NewFiles.optional(),
})
export type ArchiveRequest = z.infer<typeof ArchiveRequest>

export const EntryFiles = z.object({ id: Id, files: NewFiles.min(1, '请先放入文件。') })
export type EntryFiles = z.infer<typeof EntryFiles>

/** 更正: what it should say instead. `after` is the class's id, a term's code, a date or words, as the field asks. */
export const EntryCorrection = z.object({
  id: Id,
  field: z.enum(['class', 'retention', 'location', 'materials', 'title', 'remark', 'other']),
  after: z.string().trim().max(500, '不能超过 500 个字。'),
  reason: required('更正原因', 300),
})
export type EntryCorrection = z.infer<typeof EntryCorrection>

/** 补齐: a material that was missing has come. */
export const Supplied = z.object({ material_id: Id, note: text(200) })
export type Supplied = z.infer<typeof Supplied>

export interface Correction {
  id: number
  field: CorrectedField
  before_text: string
  after_text: string
  reason: string
  corrected_on: string
  corrected_by: string
}

export interface ArchiveEntryFile {
  id: number
  serial: number
  file_id: number
  name: string
  size: number
  media: string
  digest: string
  material: string
  added_on: string
  trashed_on: string | null
  trash_reason: string
}

export const EntryFileTrash = z.object({ id: Id, reason: required('移除的原因', 200) })
export type EntryFileTrash = z.infer<typeof EntryFileTrash>

export interface KeptMaterial extends EntryMaterial {
  id: number
  supplied_on: string | null
  supplied_by: string
  supplied_note: string
}

/** What stands beside an entry. */
export interface EntryDetails {
  checklist: KeptMaterial[]
  files: ArchiveEntryFile[]
  /** Oldest first; the entry's own fields show what the last one says. */
  corrections: Correction[]
  items: { id: number; title: string; archive_number: string | null }[]
  /** Why it yields no 件; empty when that was not decided. */
  left_out: string
  lent: { borrower: string; lent_on: string; due_on: string } | null
}

export interface ArchiveEntry {
  id: number
  matter_id: number
  number: string
  title: string
  category_name: string
  group_name: string
  staff_name: string
  finished_on: string
  signed_off_on: string
  signed_off_by: string
  archived_on: string
  archived_by: string
  class_id: number | null
  class_name: string
  retention: Retention
  retention_rule: string
  location: string
  materials: string
  remark: string
  /** How many files lie in it, materials are still missing, corrections stand beside it. */
  files: number
  missing: number
  corrections: number
}

export interface ArchivePage {
  /** Newest first, 50 a page. */
  rows: ArchiveEntry[]
  /** All entries the filter finds, not only this page. */
  total: number
  has_more: boolean
  /** Years that have entries, newest first. */
  years: number[]
  /** Signed off but not yet archived, longest waiting first; at most 500, as many as can be archived at once. */
  waiting: {
    matter_id: number
    number: string
    title: string
    category_id: number
    staff_name: string
    signed_off_on: string
    /** What a sign-off 带病 still lacks; it can be archived when that is cured. */
    missing: string
  }[]
}
