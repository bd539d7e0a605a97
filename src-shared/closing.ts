// 关账: what is looked at before a week is closed, the lock, and how the week stood then (周五快照).
import { z } from 'zod'
import { Id, required, text } from './fields.ts'
import type { Defect } from './sign-offs.ts'
import { Monday } from './week.ts'
import type { WeekRow, WeekSheet } from './weekly.ts'

export const WeekOf = z.object({ week_monday: Monday })

export const WeekUnlock = z.object({ week_monday: Monday, reason: required('解锁原因', 300) })
export type WeekUnlock = z.infer<typeof WeekUnlock>

/** An empty name gives the week its number back. From a name with a number the weeks after it count on. */
export const WeekNaming = z.object({
  week_monday: Monday,
  name: text(20),
  weeks: z.int().min(1, '至少命名一周。').max(60, '一次最多命名 60 周。'),
})
export type WeekNaming = z.infer<typeof WeekNaming>

/** In the order the clerk mends them; people first, for their reports bring the rest. */
export const finding_words = {
  missing: '未报',
  no_person: '没有责任人',
  no_due: '没有时限',
  no_reason: '逾期没写未完成原因',
  not_reviewed: '已申请销号还没审核',
  not_signed_off: '报完成还没销号',
  not_carried: '没办结也没结转',
} as const
export type FindingKind = keyof typeof finding_words

/** What may yet be done for one person or one matter. */
export interface WeekFinding {
  /** Null for a person. */
  matter_id: number | null
  number: string
  title: string
  group_name: string
  staff_name: string
  due_on: string | null
}

export interface WeekCheck {
  title: string
  /** Why it cannot be closed at all: it lies ahead, or goes with its neighbour. Empty when it can. */
  obstacle: string
  findings: { kind: FindingKind; rows: WeekFinding[] }[]
}

/** A week that was closed, and perhaps unlocked again. */
export interface WeekLock {
  id: number
  week_monday: string
  /** As it was called when it was closed. */
  title: string
  locked_on: string
  /** 17:05; empty where it is not known. */
  locked_at: string
  locked_by: string
  /** What the check had found and was let stand, in words. */
  left_open: string
  unlocked_on: string | null
  unlocked_by: string
  unlock_reason: string
  rows: number
}

/** A week as it stood at closing: its sheet, and the lists that reach beyond it. */
export interface WeekSnapshot {
  lock: WeekLock
  sheet: WeekSheet
  /** Open matters of any week past their date on the day of closing. */
  overdue: WeekRow[]
  defects: Defect[]
}

export const SnapshotQuestion = z.object({ lock_id: Id })

/** One side of a comparison: a week as it stood at closing, or as it is now. */
export const WeekSide = z.union([z.object({ lock_id: Id }), WeekOf])
export type WeekSide = z.infer<typeof WeekSide>
export const WeekComparison = z.object({ before: WeekSide, after: WeekSide })
export type WeekComparison = z.infer<typeof WeekComparison>

export const difference_words = {
  added: '新增',
  done: '办结',
  slipped: '滞后',
  changed: '有变化',
  gone: '不再列入',
} as const
export type DifferenceKind = keyof typeof difference_words

export interface WeekDifference {
  kind: DifferenceKind
  matter_id: number
  number: string
  title: string
  group_name: string
  staff_name: string
  /** What says something else on the later side. */
  fields: { label: string; before: string; after: string }[]
}

export interface ComparedWeeks {
  before: { title: string; as_of: string }
  after: { title: string; as_of: string }
  differences: WeekDifference[]
  /** Matters that stand on both sides and say the same. */
  same: number
}
