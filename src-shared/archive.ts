import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'

/** 保管期限 codes of DA/T 22-2015. */
export const retention_words = { Y: '永久', D30: '30年', D10: '10年' } as const
export type Retention = keyof typeof retention_words

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

export const ArchiveRequest = z.object({
  matter_ids: z.array(Id).min(1, '请先选中要归档的事项。').max(500, '一次最多处理 500 项，请分几次来做。'),
  archived_on: CalendarDate,
  archived_by: required('归档人', 40),
  retention: z.enum(['Y', 'D30', 'D10']),
  location: text(100),
  materials: text(500),
  remark: text(),
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
