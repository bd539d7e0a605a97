// What the unit sets up for its archive: 机构（问题）, 归档类目 with their materials, and the 保管期限表.
import { z } from 'zod'
import { Id, required } from './fields.ts'
import { Retention, type RetentionRule } from './retention.ts'

export const OrganDraft = z.object({
  /** Part of every archive number. */
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,6}$/, '代码用 1 到 6 个英文字母或数字，例如 ZRC。'),
  name: required('名称', 40),
})
export type OrganDraft = z.infer<typeof OrganDraft>

export interface Organ extends OrganDraft {
  id: number
  /** How many classes, items and boxes name it; only an unused one can be removed. */
  used: number
}

export const ArchiveClassDraft = z.object({
  name: required('名称', 40),
  organ_id: Id,
  /** Matters of this category are offered it first. */
  category_id: Id.nullable(),
  retention: Retention,
  /** The checklist that an entry of it begins with. */
  materials: z.array(required('材料名称', 60)).max(40, '材料清单最多 40 行。'),
})
export type ArchiveClassDraft = z.infer<typeof ArchiveClassDraft>

export interface ArchiveClass extends ArchiveClassDraft {
  id: number
  organ_code: string
  organ_name: string
  category_name: string
  used: number
}

export interface ArchiveLists {
  organs: Organ[]
  classes: ArchiveClass[]
  rules: RetentionRule[]
  /** Paper places written most lately. */
  places: string[]
}

/** `id` null adds one. */
export const OrganEdit = z.object({ id: Id.nullable(), draft: OrganDraft })
export const ArchiveClassEdit = z.object({ id: Id.nullable(), draft: ArchiveClassDraft })
