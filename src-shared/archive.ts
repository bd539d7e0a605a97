import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
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

export const ArchiveRequest = Filing.extend({
  matter_ids: z.array(Id).min(1, '请先选中要归档的事项。').max(500, '一次最多处理 500 项，请分几次来做。'),
  archived_on: CalendarDate,
  archived_by: required('归档人', 40),
})
export type ArchiveRequest = z.infer<typeof ArchiveRequest>

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
  retention: Retention
  location: string
  materials: string
  remark: string
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
  waiting: { matter_id: number; number: string; title: string; staff_name: string; signed_off_on: string }[]
}
