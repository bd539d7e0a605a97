import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'

/** 保管期限 codes of DA/T 22-2015. */
export const retention_words = { Y: '永久', D30: '30年', D10: '10年' } as const
export type Retention = keyof typeof retention_words

export const ArchiveFilter = z.object({
  text: z.string().max(100).default(''),
  /** The year the matter was archived in. */
  year: z.int().min(2000).max(2100).nullable().default(null),
  category_id: Id.nullable().default(null),
  group_id: Id.nullable().default(null),
  /** Only entries with a smaller id: the next page. */
  before_id: Id.nullable().default(null),
})
export type ArchiveFilter = z.infer<typeof ArchiveFilter>

export const ArchiveRequest = z.object({
  matter_ids: z.array(Id).min(1, '请先选中要归档的事项。').max(500),
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
  rows: ArchiveEntry[]
  /** All entries the filter finds, not only this page. */
  total: number
  has_more: boolean
  /** Years that have entries, newest first. */
  years: number[]
  /** Signed off but not yet archived. */
  waiting: { matter_id: number; number: string; title: string; staff_name: string; signed_off_on: string }[]
}
