import { z } from 'zod'
import { usual_kinds } from './absences.ts'
import { ArchivePattern, usual_pattern } from './archive-number.ts'
import { CalendarDate } from './dates.ts'
import { Code, Id, required, text } from './fields.ts'
import { FontName, Substitute } from './fonts.ts'
import { light_words } from './light.ts'
import { NameOrder } from './name-order.ts'
import { Retention } from './retention.ts'
import { usual_habits } from './working-days.ts'

const AmberDays = z.int().min(0, '不能小于 0。').max(30, '不能大于 30。')

export const Settings = z.object({
  /** 单位, printed as 填报单位 before the department. */
  unit_name: text(60),
  department_name: text(60),
  /** 经办人: named in the audit trail and as 填报人. */
  clerk_name: text(20),
  /** 销号人 offered first when signing off. */
  signer_name: text(20),
  /** The light turns amber from this many working days before the due date. */
  amber_days: AmberDays,
  /** And after this many weeks in which nothing was written of the matter; 0 for never. */
  stalled_weeks: z.int().min(0, '不能小于 0。').max(52, '不能大于 52。'),
  light_words: z.object({
    on_time: required('灯的叫法', 8),
    due_soon: required('灯的叫法', 8),
    stalled: required('灯的叫法', 8),
    overdue: required('灯的叫法', 8),
  }),
  /** 保管期限 offered first when archiving. */
  retention: Retention,
  /** 全宗号 and 全宗名称, given by the archives; empty until then. */
  fonds_number: text(20),
  fonds_name: text(60),
  /** How archive numbers (档号) are put together. */
  archive_pattern: ArchivePattern,
  /** When taking an A or B post from somebody needs an approver and a reason. */
  post_changes: z.enum(['after_publication', 'always', 'optional']),
  /** A B who has not touched a duty for so many months is shown as 久未办理. */
  readiness_months: z.int().min(1, '不能小于 1。').max(60, '不能大于 60。'),
  /** How people are put in order (名单顺序). */
  name_order: NameOrder,
  /** 离岗类别, in the order they are offered. */
  absence_kinds: z
    .array(required('离岗类别', 20))
    .min(1, '至少留一个离岗类别。')
    .max(40, '离岗类别最多 40 个。'),
  /** 交接单 is due from this many working days on. */
  handover_days: z
    .number()
    .multipleOf(0.5, '按半天填写。')
    .min(0.5, '不能小于 0.5。')
    .max(60, '不能大于 60。'),
  /** Which neighbour takes a week without a working day; when reports come if Friday is off; whether make-up days count. */
  empty_week: z.enum(['next', 'previous']),
  friday_off: z.enum(['before', 'after']),
  makeup_days: z.enum(['aside', 'counted']),
  /** Of exported tables: the title, the column heads, all else; and what stands in where this PC has no such font. */
  title_font: FontName,
  title_substitute: Substitute,
  heading_font: FontName,
  heading_substitute: Substitute,
  body_font: FontName,
  body_substitute: Substitute,
})
export type Settings = z.infer<typeof Settings>

export const default_settings: Settings = {
  unit_name: '',
  department_name: '组织人事处',
  clerk_name: '',
  signer_name: '',
  amber_days: 3,
  stalled_weeks: 0,
  light_words: { ...light_words },
  retention: 'D10',
  fonds_number: '',
  fonds_name: '',
  archive_pattern: usual_pattern,
  post_changes: 'after_publication',
  readiness_months: 6,
  name_order: 'manual',
  absence_kinds: [...usual_kinds],
  handover_days: 1,
  ...usual_habits,
  title_font: '方正小标宋简体',
  title_substitute: '宋体 加粗',
  heading_font: '黑体',
  heading_substitute: '宋体 加粗',
  body_font: '宋体',
  body_substitute: '仿宋',
}

/** A group (组别) or a category (类别): both have a code that goes into numbers. */
export const NamedCodeDraft = z.object({ code: Code, name: required('名称', 30) })
export type NamedCodeDraft = z.infer<typeof NamedCodeDraft>

export interface NamedCode extends NamedCodeDraft {
  id: number
  voided_on: string | null
  /** How many records use it; only an unused one can be removed. */
  used: number
}

/** A category may stand under another and demand evidence at sign-off; what is left out stays as it is. */
export const CategoryDraft = NamedCodeDraft.extend({
  parent_id: Id.nullable().optional(),
  needs_evidence: z.boolean().optional(),
  amber_days: AmberDays.nullable().optional(),
})
export type CategoryDraft = z.infer<typeof CategoryDraft>
export const CategoryEdit = z.object({ id: Id, draft: CategoryDraft })

export interface Category extends NamedCode {
  parent_id: number | null
  /** A matter of it is signed off with its 佐证材料, or 带病. */
  needs_evidence: boolean
  /** Its own 提前几个工作日亮黄灯; null for that of the settings. */
  amber_days: number | null
}

export const NamedCodeEdit = z.object({ id: Id, draft: NamedCodeDraft })

export const HolidayDay = z.object({
  day: CalendarDate,
  kind: z.enum(['off', 'work']),
  name: text(20),
})
export type HolidayDay = z.infer<typeof HolidayDay>
export const HolidayYear = z.int().min(2000).max(2100)

export const holiday_words: Record<HolidayDay['kind'], string> = { off: '放假', work: '调休上班' }
