import { z } from 'zod'
import { Id, required, text } from './fields.ts'

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

export const DutyDraft = z.object({
  group_id: z.int('请选择组别。').positive('请选择组别。'),
  category_id: z.int('请选择类别。').positive('请选择类别。'),
  content: required('职责内容'),
  frequency: text(40),
  /** 办理时限 in its own wording, such as 每年6月底前 or 收到申请后1个月内. */
  due_rule: text(200),
  basis: text(),
  standard: text(),
  output: text(),
  remark: text(),
  a_staff_id: Id.nullable(),
  /** In order: B1, B2 … */
  b_staff_ids: z.array(Id).max(9, '一项职责最多设 9 个B岗。'),
})
export type DutyDraft = z.infer<typeof DutyDraft>
/** What a duty is, without who holds it. */
export type DutyFields = Omit<DutyDraft, 'a_staff_id' | 'b_staff_ids'>

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

export interface Duty {
  id: number
  number: string
  group_id: number
  group_name: string
  category_id: number
  category_name: string
  content: string
  frequency: string
  due_rule: string
  basis: string
  standard: string
  output: string
  remark: string
  a_holder: Holder | null
  b_holders: Holder[]
  findings: DutyFinding[]
  voided_on: string | null
  void_reason: string
}
