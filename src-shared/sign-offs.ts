// What is recorded around a sign-off: asking for it, moving the date, and curing what it left open.
import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { at_once } from './weekly.ts'

/** 申请销号. Where nobody is named as `asked_by` it is each matter's own person. */
export const SignOffRequest = z.object({
  matter_ids: z.array(Id).min(1, '请先选中要申请销号的事项。').max(500, at_once),
  asked_on: CalendarDate,
  asked_by: text(40),
  note: text(300),
})
export type SignOffRequest = z.infer<typeof SignOffRequest>

/** 延期: the dates before it, the first of all included, are kept. */
export const Extension = z.object({
  matter_ids: z.array(Id).min(1, '请先选中要延期的事项。').max(500, at_once),
  new_due_on: CalendarDate,
  reason: required('延期原因', 300),
  approved_by: required('批准人', 40),
  extended_on: CalendarDate,
})
export type Extension = z.infer<typeof Extension>

/** 补齐 of what a 带病销号 left open. */
export const Cure = z.object({
  defect_ids: z.array(Id).min(1, '请先选中要补齐的事项。').max(500, at_once),
  cured_on: CalendarDate,
  cured_by: required('确认人', 40),
  cure: required('补齐的材料', 300),
})
export type Cure = z.infer<typeof Cure>

export const DefectQuestion = z.object({ with_cured: z.boolean() })
export type DefectQuestion = z.infer<typeof DefectQuestion>

/** One 带病销号: what was missing when it was signed off, and how it was cured. */
export interface Defect {
  id: number
  matter_id: number
  number: string
  title: string
  category_name: string
  group_name: string
  staff_name: string
  signed_off_on: string | null
  missing: string
  noted_on: string
  noted_by: string
  /** Null while it is not cured. */
  cured_on: string | null
  cured_by: string
  cure: string
}
