import { z } from 'zod'
import { HolderAssignment, type NamedPosts, type PostHolders } from './backup-posts.ts'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { plainName } from './staff.ts'

export const StaffMoveKind = z.enum(['retire', 'transfer_out', 'leave', 'regroup'])
export type StaffMoveKind = z.infer<typeof StaffMoveKind>

export const staff_event_words: Record<StaffMoveKind | 'rename' | 'merge', string> = {
  retire: '退休',
  transfer_out: '调出',
  leave: '离职',
  regroup: '调整组别',
  rename: '改名',
  merge: '合并重复记录',
}

/** 人员变动 in one step: the person and everything that hangs on them. */
export const StaffMove = z.object({
  staff_id: Id,
  kind: StaffMoveKind,
  /** The last day here, or in the old group; what is handed over is held by others from the next day on. */
  last_day: CalendarDate,
  /** Of 调整组别 only. */
  group_id: Id.nullable(),
  post: text(60),
  approver: text(40),
  reason: text(200),
  /** Every duty the person holds, as it shall be held from then on. */
  posts: z.array(HolderAssignment).max(1000),
  /** Every open matter, with who does it from now on. */
  matters: z.array(z.object({ matter_id: Id, staff_id: Id.nullable() })).max(5000),
})
export type StaffMove = z.infer<typeof StaffMove>

/** A duty that the person holds when they go, and who could hold it then. */
export interface TiedPost {
  duty_id: number
  number: string
  content: string
  /** What the person is to it; both when A and B are one. */
  roles: string
  now: NamedPosts
  proposal: PostHolders
  /** Why: B岗递补, 办过这项职责 … */
  why: string
}

export interface TiedMatter {
  matter_id: number
  number: string
  title: string
  due_on: string | null
  duty_id: number | null
  /** Who is proposed where no duty says so. */
  proposal: number | null
}

/** What hangs on a person on a day. */
export interface StaffTies {
  posts: TiedPost[]
  matters: TiedMatter[]
  /** Absences that reach beyond the last day: they end or are cancelled with it. */
  later_absences: number
  /** Days on which the person was to stand in for others after it. */
  later_stand_ins: number
  /** Trainings not done yet, as learner or teacher. */
  open_trainings: number
}

export const StaffRename = z.object({
  id: Id,
  name: required('新姓名', 40).transform(plainName),
  happened_on: CalendarDate,
  reason: text(200),
})
export type StaffRename = z.infer<typeof StaffRename>

export const StaffMerge = z.object({ keep_id: Id, drop_id: Id })
export type StaffMerge = z.infer<typeof StaffMerge>

/** How much of each kind would move from one record to the other. */
export interface MergePreview {
  moved: { words: string; count: number }[]
}

export interface StaffEvent {
  id: number
  kind: StaffMoveKind | 'rename' | 'merge'
  happened_on: string
  before_text: string
  after_text: string
  approver: string
  reason: string
}
