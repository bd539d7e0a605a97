import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'

/**
 * A name as it is stored and compared: `plainName('王　伟') // '王伟'`. Forms pad two-character names with blanks
 * (domain.md §f); names that are not wholly Chinese keep one blank between their parts.
 */
export function plainName(name: string): string {
  const plain = name.normalize('NFKC').trim().replace(/\s+/g, ' ')
  return /^[\p{Script=Han} ]+$/u.test(plain) ? plain.replaceAll(' ', '') : plain
}

export const StaffDraft = z.object({
  name: required('姓名', 40).transform(plainName),
  group_id: Id.nullable(),
  /** 工号; empty when the unit does not use them. Unique when there. */
  staff_code: text(40),
  /** 岗位, or 职务 where the unit does not tell them apart. */
  post: text(60),
  /** 职务, where it is another thing than the post. */
  position: text(60).default(''),
  /** 政治面貌, where it is wanted. */
  political_status: text(20).default(''),
  phone: text(40),
  note: text(),
  joined_on: CalendarDate.nullable(),
})
export type StaffDraft = z.infer<typeof StaffDraft>

/** A person of whom nothing but the name is known. */
export const blank_person: Omit<StaffDraft, 'name'> = {
  group_id: null,
  staff_code: '',
  post: '',
  position: '',
  political_status: '',
  phone: '',
  note: '',
  joined_on: null,
}

/** The usual words for 政治面貌; the field takes any other wording too. */
export const political_words = ['中共党员', '中共预备党员', '共青团员', '民主党派', '群众'] as const

export const StaffLeave = z.object({ id: Id, left_on: CalendarDate })
export type StaffLeave = z.infer<typeof StaffLeave>

export interface StaffMember extends StaffDraft {
  id: number
  group_name: string
  sort_order: number
  /** Last day on the list; null while here. */
  left_on: string | null
  /** Duties held today as A and as B. */
  a_count: number
  b_count: number
}
