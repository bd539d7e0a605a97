// 督办 and 整改: matters that somebody above follows, with what their ledgers ask besides. domain.md §c.2, §h.
import { z } from 'zod'
import { Id, required, text } from './fields.ts'
import type { MatterRow } from './weekly.ts'

export const tracked_words = { supervision: '督办', rectification: '整改' } as const
export type TrackedKind = keyof typeof tracked_words
export const TrackedKind = z.enum(Object.keys(tracked_words) as [TrackedKind, ...TrackedKind[]])

export const outcome_words = {
  open: '推进中',
  done: '已完成',
  stage: '阶段性完成',
  long_term: '长期坚持',
} as const
export type Outcome = keyof typeof outcome_words
export const Outcome = z.enum(Object.keys(outcome_words) as [Outcome, ...Outcome[]])

/** What `demand` and `effect` are called in each of the two ledgers. */
export const demand_words: Record<TrackedKind, string> = {
  supervision: '办理要求',
  rectification: '反馈问题',
}
export const effect_words: Record<TrackedKind, string> = {
  supervision: '办理结果',
  rectification: '整改成效',
}

const Tracked = z.object({
  kind: TrackedKind,
  demand: required('反馈问题或办理要求', 1000),
  shown_as: text(),
  goal: text(500),
  measures: text(),
  units: text(200),
  effect: text(),
  outcome: Outcome,
})

export const NewTracked = Tracked.extend({
  matter_ids: z.array(Id).min(1, '请选择事项。').max(50, '一次最多列入 50 项，请分几次来做。'),
})
export type NewTracked = z.infer<typeof NewTracked>

export const TrackedEdit = Tracked.extend({ id: Id })
export type TrackedEdit = z.infer<typeof TrackedEdit>

export const TrackedQuestion = z.object({
  kind: TrackedKind,
  /** Those that are signed off or withdrawn, too. */
  with_closed: z.boolean(),
})
export type TrackedQuestion = z.infer<typeof TrackedQuestion>

export interface TrackedRow extends z.infer<typeof Tracked> {
  id: number
  matter: MatterRow
  /** What was said of it last, and of which week; empty and null when nothing was. */
  progress: string
  progress_monday: string | null
  /** 催办次数 */
  reminded: number
  /** What was written at its sign-off. */
  sign_off_note: string
}

/** An open matter that is not followed yet. */
export interface Untracked {
  matter_id: number
  number: string
  title: string
  staff_name: string
}
