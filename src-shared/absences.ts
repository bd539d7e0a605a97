import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { Half, HalfDaySpan } from './half-days.ts'
import { Monday } from './week.ts'

/** 离岗类别 a new book begins with; the clerk edits the list in 设置. */
export const usual_kinds: readonly string[] = [
  '年休假',
  '病假',
  '事假',
  '出差',
  '公出',
  '培训',
  '学习',
  '会议',
  '产假',
  '陪产假',
  '丧假',
  '婚假',
  '其他',
]

const backwards = { message: '结束不能早于开始。', path: ['to_on'] }

function isForwards({ from_on, from_half, to_on, to_half }: HalfDaySpan): boolean {
  return from_on + from_half <= to_on + to_half
}

/** Nobody is away for longer, and the day-by-day screens stay quick. */
const longest_days = 800

function isNotTooLong({ from_on, to_on }: HalfDaySpan): boolean {
  return Date.parse(to_on) - Date.parse(from_on) <= longest_days * 86_400_000
}
const too_long = { message: '一次离岗最长登记两年，请核对年份。', path: ['to_on'] }

export const AbsenceDraft = HalfDaySpan.extend({
  staff_id: z.int('请选择人员。').positive('请选择人员。'),
  kind: required('离岗类别', 20),
  approver: text(40),
  /** Where and how the person can be reached meanwhile. */
  reachable: text(100),
  note: text(500),
})
  .refine(isForwards, backwards)
  .refine(isNotTooLong, too_long)
export type AbsenceDraft = z.infer<typeof AbsenceDraft>

/** 指派: who stands in for a duty, decided while the absence is registered. */
export const WantedStandIn = z.object({ duty_id: Id, staff_id: Id })
export type WantedStandIn = z.infer<typeof WantedStandIn>

export const NewAbsence = z.object({
  draft: AbsenceDraft,
  stand_ins: z.array(WantedStandIn).max(500, '一次最多指派 500 项，请分几次来做。'),
  /** 批准指派的分管领导; asked when there is something to appoint. */
  appointed_by: text(40),
})
export type NewAbsence = z.infer<typeof NewAbsence>

/** What is asked while the dates are typed. */
export const PreviewQuestion = HalfDaySpan.extend({
  staff_id: Id,
  /** The absence that is edited; null for a new one. */
  absence_id: Id.nullable(),
  stand_ins: z.array(WantedStandIn).max(500),
})
  .refine(isForwards, backwards)
  .refine(isNotTooLong, too_long)
export type PreviewQuestion = z.infer<typeof PreviewQuestion>

/** 提前返岗 or 延长: the new last half day. */
export const NewEnd = z.object({
  id: Id,
  to_on: CalendarDate,
  to_half: Half,
  approver: text(40),
  reason: text(200),
})
export type NewEnd = z.infer<typeof NewEnd>

export const Appointment = HalfDaySpan.extend({
  absence_id: Id,
  duty_ids: z.array(Id).min(1).max(500, '一次最多指派 500 项，请分几次来做。'),
  staff_id: z.int('请选择顶岗人。').positive('请选择顶岗人。'),
  appointed_by: required('批准的分管领导', 40),
})
  .refine(isForwards, backwards)
  .refine(isNotTooLong, too_long)
export type Appointment = z.infer<typeof Appointment>

export type AbsenceState = 'coming' | 'away' | 'to_hand_back' | 'back' | 'cancelled'

/** domain.md §i.1 */
export const absence_state_words: Record<AbsenceState, string> = {
  coming: '未开始',
  away: '离岗中',
  to_hand_back: '返岗待交接',
  back: '已返岗',
  cancelled: '已取消',
}

export type HandoverState = 'waiting' | 'handed_over' | 'handed_back'

export const handover_state_words: Record<HandoverState, string> = {
  waiting: '待交接',
  handed_over: '已交接',
  handed_back: '已返岗',
}

/** How somebody answers for a duty. */
export type AnswersAs = 'A' | 'appointed' | 'B' | 'nobody' | 'unassigned'

export const answers_words: Record<AnswersAs, string> = {
  A: 'A岗',
  appointed: '指派顶岗',
  B: 'B岗顶岗',
  nobody: '无人顶岗',
  unassigned: '未设AB岗',
}

export interface PersonName {
  staff_id: number
  name: string
}

/** Who answers from when to when. */
export interface Standing extends HalfDaySpan {
  staff_id: number | null
  name: string
  phone: string
  as: AnswersAs
}

/** Somebody who could stand in, and what speaks for it. */
export interface Candidate extends PersonName {
  group_name: string
  phone: string
  /** 曾任A岗, 办过2件, 同类职责6项 … */
  reasons: string[]
  /** Duties held as A plus open matters. */
  load: number
  /** There only for a part of the time in question. */
  is_partly_away: boolean
}

export interface DutyAway {
  duty_id: number
  number: string
  content: string
  group_name: string
  /** What the person who is away is to the duty. */
  role: 'A' | 'B'
  standing: Standing[]
  /** On working days only. */
  risks: HalfDaySpan[]
  /** Only where there is a risk; the best first. */
  candidates: Candidate[]
}

export interface DueInWindow {
  matter_id: number
  number: string
  title: string
  due_on: string
  week_monday: string
  /** Who answers for its duty on that day; empty when it has none or nobody does. */
  stand_in: string
}

export interface AbsencePreview {
  /** 2.5天, working days only. */
  length: string
  needs_handover: boolean
  is_provisional: boolean
  /** Another absence of the person at that time, in words; empty when there is none. */
  clash: string
  duties: DutyAway[]
  due: DueInWindow[]
  /** Open matters of the person without a due date in the window. */
  other_open: number
}

export interface AbsenceRow extends HalfDaySpan, PersonName {
  id: number
  group_name: string
  phone: string
  kind: string
  approver: string
  reachable: string
  note: string
  state: AbsenceState
  cancel_reason: string
  length: string
  /** Duties held as A in that time, and how many of them nobody answers for on a working day. */
  duties: number
  risks: number
  handover: { number: string; state: HandoverState } | null
  needs_handover: boolean
}

export interface AbsenceEvent {
  kind: 'extended' | 'shortened' | 'cancelled'
  happened_on: string
  by_name: string
  reason: string
  old_to_on: string
  old_to_half: Half
}

export interface StandInRow extends HalfDaySpan, PersonName {
  id: number
  duty_id: number
  appointed_by: string
  appointed_on: string
}

/** One absence with all that hangs on it. */
export interface AbsenceRecord {
  row: AbsenceRow
  preview: AbsencePreview
  events: AbsenceEvent[]
  stand_ins: StandInRow[]
}

export const BoardQuestion = z.object({
  /** Null for the half day the clock shows. */
  at: z.object({ day: CalendarDate, half: Half }).nullable(),
})
export type BoardQuestion = z.infer<typeof BoardQuestion>

export interface BoardRow {
  duty_id: number
  number: string
  content: string
  group_id: number
  group_name: string
  a_name: string
  /** 年休假，11月23日—27日; empty while A is there. */
  a_away: string
  staff_id: number | null
  name: string
  phone: string
  as: AnswersAs
}

export interface AwayPerson extends PersonName, HalfDaySpan {
  absence_id: number
  group_name: string
  kind: string
  reachable: string
}

/** 在岗表: who answers for each duty in one half day. */
export interface DutyBoard {
  day: string
  half: Half
  is_working_day: boolean
  people: number
  away: AwayPerson[]
  rows: BoardRow[]
}

/** Whoever is away right now, and who answers for the duties: shown beside the names of matters. */
export interface StandingIn {
  away: (PersonName & { words: string })[]
  duties: { duty_id: number; words: string }[]
  /** Duties nobody answers for. */
  nobody: number
}

/** What somebody else did in the place of the person it belongs to (代A岗). */
export interface Deputed {
  matter_id: number
  /** The week whose row tells of it. */
  week_monday: string
  /** The day it was done: finished on, or else told on. */
  on: string
  name: string
}

/** Of the rows of some weeks, or of one matter in all of its weeks. */
export const DeputedQuestion = z.union([
  z.object({ week_mondays: z.array(Monday).max(10) }),
  z.object({ matter_id: Id }),
])
export type DeputedQuestion = z.infer<typeof DeputedQuestion>

export const Month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, '请选择月份。')

export interface RiskRow extends HalfDaySpan {
  duty_id: number
  number: string
  content: string
  group_name: string
  /** 张三（年休假）、李四（出差） */
  why: string
  length: string
  /** The absence that an appointment belongs to; null where somebody has left and only AB岗 can mend it. */
  absence_id: number | null
  candidates: Candidate[]
}

export interface MutualPair extends HalfDaySpan {
  names: string
  /** Duties in which they are each other's A and B. */
  duties: number
}

export interface MonthDay {
  day: string
  is_working_day: boolean
  /** Duties nobody answers for, in the morning and in the afternoon. */
  risks: { am: number; pm: number }
}

export interface MonthPerson extends PersonName {
  group_name: string
  spans: (HalfDaySpan & { absence_id: number; kind: string })[]
}

export interface MonthRisk {
  month: string
  is_provisional: boolean
  days: MonthDay[]
  people: MonthPerson[]
  risks: RiskRow[]
  pairs: MutualPair[]
  /** Duties without any A and B in the whole month: not a matter of absences. */
  unassigned: number
}

/** 顶岗统计: what one person did in the place of others in a year. */
export interface StandInYear extends PersonName {
  group_name: string
  /** Absences of others in which this person stood in. */
  occasions: number
  duties: number
  /** Working half days in which the person answered for at least one duty of somebody else. */
  halves: number
  actions: number
  finished: number
  details: StandInDetail[]
}

export interface StandInDetail extends HalfDaySpan {
  absence_id: number
  /** For whom, and why that one was away. */
  for_name: string
  kind: string
  duties: number
  halves: number
  actions: number
  finished: number
}

export const PaperRequest = z.discriminatedUnion('paper', [
  z.object({ paper: z.literal('board'), at: BoardQuestion.shape.at }),
  z.object({ paper: z.literal('risk'), month: Month }),
  z.object({ paper: z.literal('handover'), absence_id: Id }),
  z.object({ paper: z.literal('hand_back'), absence_id: Id }),
  z.object({ paper: z.literal('stand_ins'), year: z.int().min(1900).max(2199) }),
])
export type PaperRequest = z.infer<typeof PaperRequest>

export const paper_words: Record<PaperRequest['paper'], string> = {
  board: '今日在岗表',
  risk: '离岗风险表',
  handover: '工作交接单',
  hand_back: '返岗交接单',
  stand_ins: '顶岗情况统计表',
}
