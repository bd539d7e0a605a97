// What happens to the archive afterwards: 到期鉴定, 借阅, 清点, and what there is of it.
import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { Retention } from './retention.ts'

/** An entry (办结卷) or a numbered item (件). */
export const ArchiveThing = z.object({ kind: z.enum(['entry', 'item']), id: Id })
export type ArchiveThing = z.infer<typeof ArchiveThing>

export const Appraisal = z.object({
  things: z.array(ArchiveThing).min(1, '请先选中要鉴定的。').max(500, '一次最多处理 500 件，请分几次来做。'),
  result: z.enum(['extended', 'destroy']),
  /** Of what is kept longer. */
  new_retention: Retention.nullable(),
  approved_by: text(40),
  reason: required('鉴定意见', 300),
})
export type Appraisal = z.infer<typeof Appraisal>

export interface DueThing extends ArchiveThing {
  /** 档号, or the number of its matter. */
  number: string
  title: string
  year: number
  retention: Retention
  /** The last year of its term. */
  last_year: number
  place: string
  /** As it was last appraised; null while it waits. */
  appraisal: {
    result: Appraisal['result']
    new_retention: Retention | null
    appraised_on: string
    appraised_by: string
    reason: string
  } | null
}

export interface DueList {
  year: number
  rows: DueThing[]
}

export const NewLending = z
  .object({
    thing: ArchiveThing,
    borrower: required('借阅人', 40),
    purpose: text(200),
    approved_by: text(40),
    lent_on: CalendarDate,
    due_on: CalendarDate,
  })
  .refine(({ lent_on, due_on }) => due_on >= lent_on, {
    message: '归还期限不能早于借出日期。',
    path: ['due_on'],
  })
export type NewLending = z.infer<typeof NewLending>

export const GivingBack = z.object({ id: Id, returned_on: CalendarDate, return_note: text(200) })
export type GivingBack = z.infer<typeof GivingBack>

export const Prolonging = z.object({ id: Id, due_on: CalendarDate })
export type Prolonging = z.infer<typeof Prolonging>

export interface Lending {
  id: number
  number: string
  title: string
  place: string
  borrower: string
  purpose: string
  approved_by: string
  lent_on: string
  lent_by: string
  due_on: string
  returned_on: string | null
  returned_to: string
  return_note: string
  is_overdue: boolean
}

export interface Lendable extends ArchiveThing {
  number: string
  title: string
  place: string
}

export const NewShelfCheck = z.object({
  title: required('清点名称', 60),
  of: z.enum(['boxes', 'entries']),
  /** Boxes of one year; all when null. */
  year: z.int().min(1949).max(2199).nullable(),
  /** Entries whose place begins so; all when empty. */
  place: text(60),
})
export type NewShelfCheck = z.infer<typeof NewShelfCheck>

export const shelf_states = { waiting: '未查', present: '在位', missing: '不在', misplaced: '放错' } as const
export type ShelfState = keyof typeof shelf_states

export const Ticks = z.object({
  row_ids: z.array(Id).min(1, '请先选中。').max(500, '一次最多处理 500 项，请分几次来做。'),
  state: z.enum(['waiting', 'present', 'missing', 'misplaced']),
  note: text(200),
})
export type Ticks = z.infer<typeof Ticks>

export interface ShelfCheck {
  id: number
  title: string
  started_on: string
  started_by: string
  finished_on: string | null
  conclusion: string
  rows: number
  counts: Record<ShelfState, number>
}

export interface ShelfRow {
  id: number
  number: string
  title: string
  place: string
  state: ShelfState
  note: string
}

export interface ArchiveFigures {
  /** One line for each year, category and term of numbered items. */
  items: { year: number; category_name: string; retention: Retention; items: number; pages: number }[]
  boxes: { year: number; retention: Retention; boxes: number }[]
  /** By the year of sign-off: matters signed off, archived among them, entries arranged or left out among those. */
  years: { year: number; closed: number; archived: number; arranged: number }[]
  /** Signed off and not archived, longest waiting first. */
  not_archived: {
    matter_id: number
    number: string
    title: string
    staff_name: string
    signed_off_on: string
  }[]
  /** Archived with neither words, nor files, nor a whole checklist, newest first. */
  without_material: { id: number; number: string; title: string; staff_name: string; archived_on: string }[]
}
