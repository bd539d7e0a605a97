import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { Schedule } from './schedule.ts'

/** The usual words for 频次 (domain.md §a.2); the field takes any other wording too. */
export const frequency_words = [
  '每日',
  '每周',
  '每月',
  '每季度',
  '每半年',
  '每年',
  '不定期',
  '一次性',
  '上级通知后',
] as const

export const kind_words = { regular: '常规', phase: '阶段', temporary: '临时' } as const
export const DutyKind = z.enum(['regular', 'phase', 'temporary'])
export type DutyKind = z.infer<typeof DutyKind>

export const weight_words = { key: '重点', ordinary: '一般' } as const
export const DutyWeight = z.enum(['key', 'ordinary'])
export type DutyWeight = z.infer<typeof DutyWeight>

/** 牌面短语 is read from some steps away: so many characters are advised (domain.md §a.3), not forced. */
export const card_text_length = { shortest: 8, longest: 15 } as const

/** What a duty says: what it is, how it is done, by when. */
const duty_text = {
  content: required('职责内容'),
  /** 牌面短语 */
  card_text: text(40),
  kind: DutyKind,
  weight: DutyWeight,
  frequency: text(40),
  /** 办理时限 in its own wording, such as 每年6月底前 or 收到申请后1个月内. */
  due_rule: text(200),
  /** What the wording means to a calendar; null when nothing was made of it. */
  schedule: Schedule.nullable(),
  /** Cites the library of documents: 《…》（文号）第十二条. */
  basis: text(),
  standard: text(),
  output: text(),
  /** 风险点 and 防控措施 */
  risk: text(),
  controls: text(),
  /** 具体内容（步骤） of the 工作清单 */
  steps: text(),
  /** 启动时间 in its own wording */
  start_rule: text(200),
  /** 责任领导 */
  leader: text(40),
  /** 上报对象 */
  report_to: text(100),
  remark: text(),
}

/** What is left out stands for the usual: a form or a sheet need not know every field. */
const usual = {
  card_text: duty_text.card_text.default(''),
  kind: DutyKind.default('regular'),
  weight: DutyWeight.default('ordinary'),
  schedule: duty_text.schedule.default(null),
  risk: duty_text.risk.default(''),
  controls: duty_text.controls.default(''),
  steps: duty_text.steps.default(''),
  start_rule: duty_text.start_rule.default(''),
  leader: duty_text.leader.default(''),
  report_to: duty_text.report_to.default(''),
}

export const DutyDraft = z.object({
  group_id: z.int('请选择组别。').positive('请选择组别。'),
  category_id: z.int('请选择类别。').positive('请选择类别。'),
  ...duty_text,
  ...usual,
  /** 生效日期; left out it is the day of entry, and in a duty that is edited what it was. */
  from_on: CalendarDate.nullable().optional(),
  a_staff_id: Id.nullable(),
  /** In order: B1, B2 … */
  b_staff_ids: z.array(Id).max(9, '一项职责最多设 9 个B岗。'),
})
export type DutyDraft = z.infer<typeof DutyDraft>
/** What a duty is, without who holds it. */
export type DutyFields = Omit<DutyDraft, 'a_staff_id' | 'b_staff_ids'>
/** What a duty says, without where it belongs. */
export type DutyText = Omit<DutyFields, 'group_id' | 'category_id' | 'from_on'>

/** A duty of which nothing is written yet. */
export const blank_duty_text: DutyText = {
  content: '',
  card_text: '',
  kind: 'regular',
  weight: 'ordinary',
  frequency: '',
  due_rule: '',
  schedule: null,
  basis: '',
  standard: '',
  output: '',
  risk: '',
  controls: '',
  steps: '',
  start_rule: '',
  leader: '',
  report_to: '',
  remark: '',
}

export const DutyEdit = z.object({
  id: Id,
  draft: DutyDraft,
  /** 更正: a slip of the pen is mended without keeping what stood there. */
  is_correction: z.boolean().default(false),
})
export type DutyEdit = z.infer<typeof DutyEdit>

export const DutyFilter = z.object({
  group_id: Id.nullable().default(null),
  category_id: Id.nullable().default(null),
  /** Duties this person holds today, as A or as B. */
  staff_id: Id.nullable().default(null),
  text: z.string().max(100).default(''),
  include_voided: z.boolean().default(false),
})
export type DutyFilter = z.infer<typeof DutyFilter>

export interface Holder {
  staff_id: number
  name: string
}

/** What is wrong with a duty's A and B today. */
export type DutyFinding = 'no_a' | 'no_b' | 'same_a_b' | 'a_left' | 'b_left'

export const finding_words: Record<DutyFinding, string> = {
  no_a: '缺A岗',
  no_b: '缺B岗',
  same_a_b: 'A、B同一人',
  a_left: 'A岗已离开',
  b_left: 'B岗已离开',
}

export interface Duty extends DutyText {
  id: number
  number: string
  group_id: number
  group_name: string
  category_id: number
  category_name: string
  /** The first day it is in force; null when that is not known. */
  from_on: string | null
  a_holder: Holder | null
  b_holders: Holder[]
  /** Why it needs no B (会计等特殊岗位); empty when it does. */
  no_b_reason: string
  findings: DutyFinding[]
  voided_on: string | null
  void_reason: string
}

/** A text of the duty that is no longer in force. */
export interface PastText extends DutyText {
  /** The last day it was in force. */
  to_on: string
  group_name: string
  category_name: string
}
