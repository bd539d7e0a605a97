import { z } from 'zod'
import type { AbsenceRow, HandoverState } from './absences.ts'
import { CalendarDate } from './dates.ts'
import { Id, required, text } from './fields.ts'

export const item_sections = ['paper', 'access', 'thing', 'contact', 'note'] as const
export type ItemSection = (typeof item_sections)[number]

export const section_words: Record<ItemSection, string> = {
  paper: '文件资料',
  access: '系统权限',
  thing: '印章、钥匙、物品',
  contact: '重要联系人',
  note: '注意事项与风险',
}

const secret_words = /密码|口令|密钥|passw|pwd|passcode|\bpin\b/i
/** A secret word followed by what it is: 密码：8866, pwd=abc. */
const told_secret = /(密码|口令|密钥|passw(or)?d|pwd|passcode|\bpin\b)\s*(是|为|[:=])\s*\S/i

/** A handover never holds a password: not a word of it among the permissions, and nowhere one that is told. */
export function looksLikePassword(section: ItemSection, words: string): boolean {
  const plain = words.normalize('NFKC')
  return section === 'access' ? secret_words.test(plain) : told_secret.test(plain)
}

export const no_password = '交接单上不写密码、口令。请只写系统名称和权限，密码由本人在系统里交接或重置。'

export const HandoverItem = z
  .object({
    section: z.enum(item_sections),
    name: required('名称', 300),
    quantity: text(20),
    medium: text(20),
    place: text(100),
    detail: text(300),
    is_back: z.boolean(),
  })
  .superRefine(({ section, ...item }, context) => {
    for (const field of ['name', 'quantity', 'medium', 'place', 'detail'] as const) {
      if (!looksLikePassword(section, item[field])) continue
      context.addIssue({ code: 'custom', path: [field], message: no_password })
    }
  })
export type HandoverItem = z.infer<typeof HandoverItem>

export const HandoverEdit = z.object({
  absence_id: Id,
  receiver: text(60),
  supervisor: text(40),
  place: text(60),
  items: z.array(HandoverItem).max(300, '一张交接单最多 300 行。'),
})
export type HandoverEdit = z.infer<typeof HandoverEdit>

export const HandOver = z.object({ absence_id: Id, handed_over_on: CalendarDate })
export type HandOver = z.infer<typeof HandOver>

export const HandBack = z.object({ absence_id: Id, handed_back_on: CalendarDate, back_note: text(500) })
export type HandBack = z.infer<typeof HandBack>

/** Something the stand-in did that no weekly line tells. */
export const StandInAction = z.object({
  absence_id: Id,
  staff_id: z.int('请选择办理人。').positive('请选择办理人。'),
  happened_on: CalendarDate,
  content: required('办理事项', 300),
  result: text(200),
})
export type StandInAction = z.infer<typeof StandInAction>

/** (1) a duty and who takes it. */
export interface HandedDuty {
  number: string
  content: string
  /** 李四（B岗）, several with their days, or 待指派. */
  taken_by: string
}

/** (2) an open matter as it stands. */
export interface HandedMatter {
  number: string
  title: string
  progress: string
  /** 具体内容, what is to be reached. */
  next_step: string
  due: string
  state: string
  taken_by: string
}

/** What was done in the place of the person who is away. */
export interface DoneMeanwhile {
  /** Of a typed one, so that it can be taken out. */
  action_id: number | null
  staff_id: number | null
  name: string
  happened_on: string
  /** Number and title of the matter, or what was typed. */
  what: string
  result: string
  /** It ended a matter. */
  is_finished: boolean
}

export interface Handover {
  absence: AbsenceRow
  number: string
  state: HandoverState
  receiver: string
  supervisor: string
  place: string
  handed_over_on: string | null
  handed_back_on: string | null
  back_note: string
  items: HandoverItem[]
  duties: HandedDuty[]
  matters: HandedMatter[]
  done: DoneMeanwhile[]
}
