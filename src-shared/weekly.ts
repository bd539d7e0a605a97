import { z } from 'zod'
import { Filing } from './archive.ts'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import type { Light } from './light.ts'
import { MeasureValue } from './measures.ts'
import { Monday, type Week } from './week.ts'

/** domain.md §i.1 */
export const matter_state_words = {
  assigned: '已交办',
  in_progress: '办理中',
  sign_off_asked: '待审核',
  signed_off: '已销号',
  archived: '已归档',
  withdrawn: '已撤销',
} as const
export type MatterState = keyof typeof matter_state_words

/** States in which a matter is still carried from week to week. */
export const open_states: readonly MatterState[] = ['assigned', 'in_progress', 'sign_off_asked']

export const week_state_words = {
  not_started: '未启动',
  in_progress: '正在推进',
  done: '已完成',
  unfinished: '未完成',
  postponed: '延期',
  long_term: '长期坚持',
  cancelled: '取消',
} as const
export type WeekState = keyof typeof week_state_words
export const WeekState = z.enum(Object.keys(week_state_words) as [WeekState, ...WeekState[]])

export const hand_in_words = { missing: '未报', nothing: '无事项', received: '已收' } as const
export type HandInState = keyof typeof hand_in_words

/** The facts of a matter, the same in every week. */
export const MatterDraft = z.object({
  title: required('工作事项', 300),
  /** 具体内容（目标） */
  detail: text(),
  category_id: z.int('请选择类别。').positive('请选择类别。'),
  group_id: z.int('请选择组别。').positive('请选择组别。'),
  /** 责任人; null is allowed and shown as a lack. */
  staff_id: Id.nullable(),
  duty_id: Id.nullable(),
  helpers: text(200),
  leader: text(40),
  source: text(100),
  due_on: CalendarDate.nullable(),
  /** The wording where there is no plain date: 11月底, 长期. */
  due_text: text(60),
  remark: text(),
})
export type MatterDraft = z.infer<typeof MatterDraft>

/** What is said of a matter in one week. */
export const WeekLine = z.object({
  progress: text(),
  week_state: WeekState,
  unfinished_reason: text(500),
  evidence: text(500),
})
export type WeekLine = z.infer<typeof WeekLine>

export const NewMatter = z.object({
  week_monday: Monday,
  is_planned: z.boolean(),
  matter: MatterDraft,
  line: WeekLine,
})
export type NewMatter = z.infer<typeof NewMatter>

/**
 * Why a due date that was given is another one now. 延期 is approved, goes to a later day or to none, and leaves the
 * original date; 更正 puts right what was written wrong, and the original date with it where that was the same.
 */
export const DueChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('extension'),
    reason: required('延期原因', 300),
    approved_by: required('批准人', 40),
  }),
  z.object({ kind: z.literal('correction'), reason: required('更正原因', 300) }),
])
export type DueChange = z.infer<typeof DueChange>

/** `due_change` is asked when a due date is moved or taken away. */
export const MatterEdit = z.object({
  matter_week_id: Id,
  matter: MatterDraft,
  line: WeekLine,
  due_change: DueChange.nullable(),
})
export type MatterEdit = z.infer<typeof MatterEdit>

/** What one sign-off, return, withdrawal or archiving may name at once. */
export const at_once = '一次最多处理 500 项，请分几次来做。'

export const WeekQuestion = z.object({ week_monday: Monday, group_id: Id.nullable().default(null) })
export type WeekQuestion = z.infer<typeof WeekQuestion>

export const SignOff = z.object({
  matter_ids: z.array(Id).min(1, '请先选中要销号的事项。').max(500, at_once),
  finished_on: CalendarDate,
  signed_off_on: CalendarDate,
  signed_off_by: required('销号人', 40),
  /** What is said of single matters: their evidence and measures, and what is still missing of them (带病销号). */
  notes: z
    .array(
      z.object({
        matter_id: Id,
        evidence: text(500),
        missing: text(200),
        measures: z.array(MeasureValue).max(100).optional(),
      }),
    )
    .max(500, at_once)
    .optional(),
  /** 同步归档: null keeps the matter signed off but not archived. */
  archive: Filing.nullable(),
})
export type SignOff = z.infer<typeof SignOff>

export const Return = z.object({
  matter_ids: z.array(Id).min(1, '请先选中要退回的事项。').max(500, at_once),
  returned_on: CalendarDate,
  returned_by: required('退回人', 40),
  reason: required('退回原因', 300),
})
export type Return = z.infer<typeof Return>

export const Withdrawal = z.object({
  matter_ids: z.array(Id).min(1, '请先选中要撤销的事项。').max(500, at_once),
  reason: required('撤销原因', 300),
})
export type Withdrawal = z.infer<typeof Withdrawal>

export const CarryOver = z.object({
  from_monday: Monday,
  /** 未完成原因 by matter; an empty one leaves what stands there. A matter that is already in the next week stays as it is. */
  rows: z
    .array(z.object({ matter_id: Id, unfinished_reason: text(500) }))
    .min(1, '没有需要结转的事项。')
    .max(1000, '一次最多结转 1000 项，请分组来做。'),
})
export type CarryOver = z.infer<typeof CarryOver>

export const HandIn = z.object({
  week_monday: Monday,
  staff_ids: z.array(Id).min(1, '请先选中人员。').max(500, '一次最多登记 500 人，请分几次来做。'),
  state: z.enum(['missing', 'nothing', 'received']),
})
export type HandIn = z.infer<typeof HandIn>

/** A matter with what is derived from it, whatever the week. */
export interface MatterRow extends MatterDraft {
  matter_id: number
  number: string
  category_name: string
  group_name: string
  staff_name: string
  listed_on: string
  original_due_on: string | null
  state: MatterState
  light: Light
  /** What the office calls it: 按期, 将到期, 久无进展, 逾期. */
  light_word: string
  finished_on: string | null
  signed_off_on: string | null
  signed_off_by: string
  evidence: string
  /** 佐证材料 as files. */
  file_count: number
  /** Where its 佐证材料 on paper lies; empty for none. */
  paper: string
  /** What the person said last of it was 已完成. */
  is_reported_done: boolean
  /** The latest 退回原因 while it is open; empty otherwise. */
  return_reason: string
  /** Its category demands evidence. */
  needs_evidence: boolean
  /** What a 带病销号 has left open; empty once it is cured. */
  missing: string
  /** 第n次延期 */
  extended_times: number
}

/** A matter as it stands in one week. */
export interface WeekRow extends MatterRow, WeekLine {
  /** The matter_weeks row. */
  id: number
  week_monday: string
  is_planned: boolean
  /** Weeks it already stood in before this one (已结转n周). */
  carried_weeks: number
}

export interface PersonReport {
  staff_id: number
  name: string
  group_id: number | null
  group_name: string
  state: HandInState
  received_on: string | null
  /** `16:30`; empty where only the day is known, null while nothing has come. */
  received_at: string | null
  /** 退回次数 of this week. */
  returned_times: number
  /** Rows of this person in the week. */
  row_count: number
}

export interface WeekHead extends Week {
  /** 第47周, or the name the office gave it. */
  name: string
  /** 第47周（11月16日—11月20日） */
  title: string
  /** 上报日; null when the week has no working day. */
  hand_in_on: string | null
  /** True when a year of this week has no holiday table: 暂算. */
  is_provisional: boolean
  /** Mondays of the weeks without a working day that are merged into this one. */
  merged: string[]
}

/** `rows` is planned + unplanned, and open + signed off (archived ones too) + withdrawn. */
export interface WeekCounts {
  rows: number
  planned: number
  unplanned: number
  signed_off: number
  open: number
  /** Open rows whose light is red. */
  overdue: number
  /** Rows that stood in an earlier week already. */
  carried: number
}

export interface WeekSheet {
  head: WeekHead
  /** The next week that has a working day: a week without one is merged with it. */
  next_head: WeekHead
  rows: WeekRow[]
  /** 下周工作打算: the planned rows of the next week. */
  plan: WeekRow[]
  /** People on the list in that week, in their order. Before it begins, and when it has no working day, only those
   * whose report is there: nobody is 未报 yet. */
  reports: PersonReport[]
  counts: WeekCounts
  /** Open matters of this week that are not yet in the next one. */
  to_carry: number
  /** 带病销号 of any week that nobody has cured yet. */
  uncured: number
  /** Since when it is closed; null while it is not. */
  closed: { lock_id: number; locked_on: string; locked_at: string } | null
}

export const event_words = {
  extended: '延期',
  sign_off_asked: '申请销号',
  signed_off: '销号',
  returned: '退回',
  withdrawn: '撤销',
  cured: '补齐',
  corrected: '更正时限',
  acknowledged: '签收',
  reminded: '催办',
} as const
export type MatterEventKind = keyof typeof event_words

export interface MatterEvent {
  kind: MatterEventKind
  happened_on: string
  by_name: string
  reason: string
  new_due_on: string | null
  /** What a 更正 took the place of. */
  old_due_on: string | null
}

/** One matter with its whole life: every week it stood in and every event. */
export interface MatterHistory {
  row: MatterRow
  /** Oldest first; none for a matter that was withdrawn before its first week. */
  weeks: {
    week_monday: string
    title: string
    is_planned: boolean
    progress: string
    week_state: WeekState
    unfinished_reason: string
  }[]
  /** In the order they were recorded. */
  events: MatterEvent[]
}
