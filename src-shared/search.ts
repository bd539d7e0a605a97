import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required } from './fields.ts'
import { Retention } from './retention.ts'

export const SearchQuestion = z.object({ text: z.string().trim().max(60) })

export interface Hit {
  subject: SearchKind
  id: number
  /** 张三, ZZ-DJ-012, 2026-DJ-0047; the name of a file. */
  title: string
  detail: string
  /** Where it is shown: the hash of the screen, `#/duties?open=12`. */
  route: string
}

/** What is found, in the order it is shown in. */
export const search_kinds = ['staff', 'duty', 'matter', 'archive', 'item', 'file'] as const
export const SearchKind = z.enum(search_kinds)
export type SearchKind = z.infer<typeof SearchKind>

export const search_kind_words: Record<SearchKind, string> = {
  staff: '人员',
  duty: '职责',
  matter: '事项',
  archive: '归档',
  item: '件',
  file: '文件',
}

/** A question to the result page; the day is that of listing, archiving, the document or the file. */
export const SearchFilter = z.object({
  text: z.string().trim().max(60, '查找的文字不能超过 60 个字。').default(''),
  kind: SearchKind.nullable().default(null),
  year: z.int().min(1900).max(2200).nullable().default(null),
  from_on: CalendarDate.nullable().default(null),
  to_on: CalendarDate.nullable().default(null),
  /** With the categories below it. */
  category_id: Id.nullable().default(null),
  group_id: Id.nullable().default(null),
  staff_id: Id.nullable().default(null),
  retention: Retention.nullable().default(null),
})
export type SearchFilter = z.infer<typeof SearchFilter>

/** The last row shown: the next page begins after it. */
export const SearchKey = z.object({ kind: SearchKind, id: Id })
export type SearchKey = z.infer<typeof SearchKey>
export const SearchPageWish = z.object({ filter: SearchFilter, after: SearchKey.nullable().default(null) })

export interface FoundRow {
  kind: SearchKind
  id: number
  /** 张三, ZZ-DJ-012, 2026-DJ-0047, a 档号; the name of a file. */
  number: string
  title: string
  /** Where else the text stands, when it is in neither of the two: 归档材料：…评审表… */
  passage: string
  staff_name: string
  category_name: string
  group_name: string
  /** `YYYY-MM-DD`, or empty. */
  day: string
  /** 已办, 逾期, 永久, 已作废 … */
  state: string
  route: string
}

export interface SearchPage {
  /** People first, then as `search_kinds`; within a kind newest first. 50 a page. */
  rows: FoundRow[]
  has_more: boolean
}

export interface SearchCounts {
  kinds: Record<SearchKind, number>
  /** Records that an upgrade or a repair has still to make findable. */
  waiting: number
  /** Years that something can be of, newest first. */
  years: number[]
  /** Terms in use. */
  retentions: Retention[]
}

export const KeptSearchDraft = z.object({ name: required('名称', 30), filter: SearchFilter })
export const KeptSearchName = z.object({ id: Id, name: required('名称', 30) })

/** 常用查找: a question kept by name. */
export interface KeptSearch {
  id: number
  name: string
  filter: SearchFilter
}

/** Asks nothing yet. */
export function isEmptyFilter({ kind: _, ...filter }: SearchFilter): boolean {
  return Object.values(filter).every((value) => value === null || value === '')
}
