import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import type { Duty, Holder } from './duties.ts'
import { Id, required, text } from './fields.ts'

export const HolderAssignment = z.object({
  duty_id: Id,
  a_staff_id: Id.nullable(),
  b_staff_ids: z.array(Id).max(9, '一项职责最多设 9 个B岗。'),
})
export type HolderAssignment = z.infer<typeof HolderAssignment>

/** Who holds a duty, without which duty it is. */
export type PostHolders = Omit<HolderAssignment, 'duty_id'>

/** Somebody loses the post or its place in the order; filling what was empty takes nothing from anybody. */
export function isReplacing(before: PostHolders, after: PostHolders): boolean {
  return (
    (before.a_staff_id !== null && before.a_staff_id !== after.a_staff_id) ||
    before.b_staff_ids.some((staff_id, at) => after.b_staff_ids[at] !== staff_id)
  )
}

/** What a change of who holds a duty has to say for itself. */
export interface PostRules {
  /** A replaced holder becomes an adjustment (调整) of the 备案表. */
  is_recording: boolean
  needs_approver: boolean
}

/** AB岗调整: one decision about one or several duties. */
export const AdjustmentDraft = z.object({
  effective_on: CalendarDate,
  approver: text(40),
  reason: text(200),
  lines: z.array(HolderAssignment).min(1, '请先改好要调整的A岗、B岗。').max(500, '一次最多调整 500 项。'),
})
export type AdjustmentDraft = z.infer<typeof AdjustmentDraft>

/** What a recorded adjustment still lacked, given later. */
export const AdjustmentWords = z.object({
  id: Id,
  approver: required('批准人', 40),
  reason: required('调整原因', 200),
})
export type AdjustmentWords = z.infer<typeof AdjustmentWords>

export interface NamedPosts {
  a: Holder | null
  bs: Holder[]
}

export interface AdjustmentLine {
  duty_id: number
  number: string
  group_name: string
  content: string
  before: NamedPosts
  after: NamedPosts
}

export interface Adjustment {
  id: number
  effective_on: string
  recorded_on: string
  approver: string
  reason: string
  /** The change of the trail that recorded it, for taking it back. */
  change_id: number
  lines: AdjustmentLine[]
}

/** 会计等特殊岗位: no B is wanted. */
export const ExceptionDraft = z.object({
  duty_ids: z.array(Id).min(1, '请先选中职责。').max(500),
  reason: required('不设B岗的理由', 100),
})
export type ExceptionDraft = z.infer<typeof ExceptionDraft>

export const PublicationDraft = z.object({
  as_of: CalendarDate,
  approver: text(40),
  note: text(200),
})
export type PublicationDraft = z.infer<typeof PublicationDraft>

export interface Publication {
  id: number
  as_of: string
  published_on: string
  approver: string
  note: string
  duties: number
}

/** What became of a duty from one publication to the next. */
export interface PostDifference {
  duty_id: number
  kind: 'new' | 'gone' | 'changed'
  number: string
  group_name: string
  content: string
  before: NamedPosts
  after: NamedPosts
}

/** What publishing today would say. */
export interface PublicationPreview {
  last: Publication | null
  duties: number
  without_a: number
  without_b: number
  differences: PostDifference[]
}

export interface PersonLoad {
  staff_id: number
  name: string
  group_name: string
  a_count: number
  b_count: number
}

/** AB岗 at a glance: who holds what today, and what has nobody. */
export interface Coverage {
  people: number
  duties: number
  without_a: number
  without_b: number
  /** Duties that need no B, with a reason. */
  excepted: number
  same_a_b: number
  /** Duties whose A or B has left. */
  left: number
  people_without_duty: number
  rows: Duty[]
  load: PersonLoad[]
}

/** The matrix of duties and people, as few words as its drawing needs. */
export interface PostMatrix {
  people: MatrixPerson[]
  duties: MatrixDuty[]
}

export interface MatrixPerson {
  id: number
  name: string
  group_id: number | null
  group_name: string
  left_on: string | null
}

export interface MatrixDuty extends PostHolders {
  id: number
  number: string
  group_id: number
  group_name: string
  category_id: number
  content: string
  no_b_reason: string
}

/** How it is known that a B has touched a duty. */
export type TouchKind = 'matter' | 'stand_in' | 'was_a' | 'trained'
export const touch_words: Record<TouchKind, string> = {
  matter: '办过事项',
  stand_in: '顶过岗',
  was_a: '担任过A岗',
  trained: '完成培训',
}

export type ReadinessState = 'fresh' | 'stale' | 'never'
export const readiness_words: Record<ReadinessState, string> = {
  fresh: '近期办过',
  stale: '久未办理',
  never: '从未办理',
}

/** One B of one duty. */
export interface Readiness {
  duty_id: number
  number: string
  group_name: string
  content: string
  a: Holder | null
  b: Holder
  /** B1 has 1. */
  rank: number
  state: ReadinessState
  last_on: string | null
  last_kind: TouchKind | null
  /** The matter's number and title, or the kind of absence. */
  last_detail: string
  training: Training | null
  /** Who teaches it; empty without a plan. */
  teacher_name: string
}

export interface Training {
  id: number
  duty_id: number
  staff_id: number
  due_on: string
  done_on: string | null
  note: string
}

export const TrainingPlan = z.object({
  pairs: z
    .array(z.object({ duty_id: Id, staff_id: Id }))
    .min(1, '请先选中要培训的B岗。')
    .max(500),
  /** Null: the A of each duty teaches. */
  teacher_staff_id: Id.nullable(),
  due_on: CalendarDate,
  note: text(200),
})
export type TrainingPlan = z.infer<typeof TrainingPlan>

export const TrainingEdit = z.object({
  id: Id,
  due_on: CalendarDate,
  done_on: CalendarDate.nullable(),
  note: text(200),
})
export type TrainingEdit = z.infer<typeof TrainingEdit>

/** `A 张三 · B 李四、王五` in words for papers and lists. */
export function postsText({ a, bs }: NamedPosts): string {
  const parts = [`A岗：${a?.name ?? '（无）'}`, `B岗：${bs.map(({ name }) => name).join('、') || '（无）'}`]
  return parts.join('；')
}
