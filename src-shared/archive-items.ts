// 年度整理 by DA/T 22-2015: an entry yields 0..n 件, sorted, checked, numbered and boxed within 年度—机构（问题）—保管期限.
import { z } from 'zod'
import { CalendarDate, yearOf } from './dates.ts'
import { Id, required, text } from './fields.ts'
import { byLength, Retention, retentionWords } from './retention.ts'

/** Nothing secret may be on this PC; what is marked at all is internal. */
export const Secrecy = z.enum(['', 'internal', 'work_secret'])
export type Secrecy = z.infer<typeof Secrecy>
export const secrecy_words: Record<Secrecy, string> = { '': '', internal: '内部', work_secret: '工作秘密' }

export const ArchiveYear = z.int().min(1949, '年度要在 1949 年以后。').max(2199)

export const Place = z.object({ year: ArchiveYear, organ_id: Id, retention: Retention })
export type Place = z.infer<typeof Place>

export const ItemDraft = Place.extend({
  entry_id: Id.nullable(),
  /** 事由: items of one subject stand together. */
  subject: text(200),
  title: required('题名', 300),
  responsible: text(100),
  document_number: text(60),
  dated_on: CalendarDate.nullable(),
  secrecy: Secrecy,
  pages: z.int().min(1, '页数至少是 1。').max(99_999).nullable(),
  remark: text(200),
  /** Attachments and other papers of the same 件. */
  parts: z.array(required('附件名称', 200)).max(100, '附件最多 100 份。'),
})
export type ItemDraft = z.infer<typeof ItemDraft>
export const ItemEdit = z.object({ id: Id.nullable(), draft: ItemDraft })
export type ItemEdit = z.infer<typeof ItemEdit>

export interface ArchiveItem extends ItemDraft {
  id: number
  organ_code: string
  organ_name: string
  /** 2026-DJ-0047, the matter it comes from; empty for a paper of no matter. */
  matter_number: string
  item_number: number | null
  archive_number: string | null
  box_id: number | null
  box_number: number | null
  corrections: number
}

export const Proposal = z.object({
  entry_ids: z.array(Id).min(1, '请先选中要组件的卷。').max(500, '一次最多处理 500 卷，请分几次来做。'),
  /** One item of each entry, or one of each of its files. */
  by: z.enum(['entry', 'file']),
})
export type Proposal = z.infer<typeof Proposal>

export const LeavingOut = z.object({
  entry_ids: z.array(Id).min(1, '请先选中不整理的卷。').max(500, '一次最多处理 500 卷，请分几次来做。'),
  reason: required('不整理的原因', 200),
})
export type LeavingOut = z.infer<typeof LeavingOut>

export const ItemCorrection = z.object({
  id: Id,
  field: z.enum([
    'title',
    'responsible',
    'document_number',
    'dated_on',
    'secrecy',
    'pages',
    'remark',
    'other',
  ]),
  after: z.string().trim().max(500, '不能超过 500 个字。'),
  reason: required('更正原因', 300),
})
export type ItemCorrection = z.infer<typeof ItemCorrection>

export function samePlace(one: Place, other: Place): boolean {
  return one.year === other.year && one.organ_id === other.organ_id && one.retention === other.retention
}

/** `2026年—组织人事处—永久` */
export function placeWords({ year, retention }: Place, organ_name: string): string {
  return `${year}年—${organ_name}—${retentionWords(retention)}`
}

/** By year, organ and term: 永久 first. */
export function byPlace(one: Place, other: Place): number {
  return one.year - other.year || one.organ_id - other.organ_id || byLength(one.retention, other.retention)
}

type Sorted = Pick<ArchiveItem, 'id' | 'subject' | 'title' | 'dated_on'>

/** 按事由结合时间: subjects by their earliest paper, their papers by date; what has no date comes last. */
export function inOrder<Item extends Sorted>(items: readonly Item[]): Item[] {
  const subjectOf = ({ subject, title }: Sorted) => (subject === '' ? title : subject)
  const first = new Map<string, string>()
  for (const item of items) {
    const subject = subjectOf(item)
    const date = item.dated_on ?? no_date
    if (date < (first.get(subject) ?? '~')) first.set(subject, date)
  }
  const keyOf = (item: Sorted) => {
    const subject = subjectOf(item)
    return [first.get(subject) ?? no_date, subject, item.dated_on ?? no_date, item.title]
  }
  const keyed = items.map((item) => ({ item, key: keyOf(item) }))
  return keyed
    .sort((one, other) => compareKeys(one.key, other.key) || one.item.id - other.item.id)
    .map(({ item }) => item)
}

const no_date = '9999'

function compareKeys(one: readonly string[], other: readonly string[]): number {
  for (const [at, part] of one.entries()) {
    const against = other[at] ?? ''
    if (part !== against) return part < against ? -1 : 1
  }
  return 0
}

export interface ItemFinding {
  item_id: number
  words: string
  /** It cannot be numbered like this. */
  is_blocking: boolean
}

/** What a checker would look for before numbers are given: required fields, dates and years, terms, doubles, marks of secrets. */
export function checkItems(items: readonly ArchiveItem[], terms: readonly Retention[]): ItemFinding[] {
  const seen = new Map<string, number>()
  return items.flatMap((item) => {
    const found = findingsOf(item, terms)
    const double = [item.title, item.document_number, item.dated_on].join('\n')
    const twin = seen.get(double)
    if (twin === undefined) seen.set(double, item.id)
    else found.push({ words: '和另一件的题名、文号、日期都相同，可能是重份文件。', is_blocking: false })
    return found.map((finding) => ({ ...finding, item_id: item.id }))
  })
}

function findingsOf(item: ArchiveItem, terms: readonly Retention[]): Omit<ItemFinding, 'item_id'>[] {
  const must = (words: string) => ({ words, is_blocking: true })
  const { responsible, dated_on, pages, remark, retention, title } = item
  return [
    ...(responsible === '' ? [must('缺责任者。')] : []),
    ...(/^(本局|本单位|本处|我处|我局)$/.test(responsible)
      ? [must('责任者要写全称或规范简称，不写“本单位”。')]
      : []),
    ...(dated_on === null ? [must('缺日期。')] : []),
    ...(pages === null ? [must('缺页数。')] : []),
    ...(dated_on !== null && yearOf(dated_on) !== item.year && remark === ''
      ? [must(`日期是 ${yearOf(dated_on)} 年，归入 ${item.year} 年度要在备注里说明。`)]
      : []),
    ...(/绝密|机密|秘密★/.test(title) ? [must('题名里有密级字样。本机不能存放涉密内容。')] : []),
    ...(terms.includes(retention)
      ? []
      : [{ words: '保管期限不在本单位的保管期限表里。', is_blocking: false }]),
  ]
}

/** Of whole items in their order: a box is closed before it would hold more pages; one thick item has a box of its own. */
export function fillBoxes<Item extends { pages: number | null }>(
  items: readonly Item[],
  most_pages: number,
): Item[][] {
  const boxes: Item[][] = []
  let pages = 0
  for (const item of items) {
    const own = item.pages ?? 0
    const last = boxes.at(-1)
    if (last && pages + own <= most_pages) {
      last.push(item)
      pages += own
    } else {
      boxes.push([item])
      pages = own
    }
  }
  return boxes
}

export type Thickness = 20 | 30 | 40 | 50
/** Of plain paper, with room to take one out. */
export const usual_pages: Record<Thickness, number> = { 20: 150, 30: 240, 40: 330, 50: 420 }

export const Boxing = Place.extend({
  thickness: z.union([z.literal(20), z.literal(30), z.literal(40), z.literal(50)]),
  most_pages: z.int().min(1, '每盒至少 1 页。').max(5000),
})
export type Boxing = z.infer<typeof Boxing>

export const BoxDraft = z.object({
  thickness: Boxing.shape.thickness,
  shelf: text(60),
  note: text(500),
  arranged_by: text(40),
  arranged_on: CalendarDate.nullable(),
  checked_by: text(40),
  checked_on: CalendarDate.nullable(),
})
export type BoxDraft = z.infer<typeof BoxDraft>
export const BoxEdit = z.object({ id: Id, draft: BoxDraft })

export interface ArchiveBox extends BoxDraft, Place {
  id: number
  organ_code: string
  organ_name: string
  box_number: number
  items: number
  pages: number
  first_number: number | null
  last_number: number | null
}

/** One 年度—机构（问题）—保管期限, and how far it is. */
export interface PlaceState extends Place {
  organ_code: string
  organ_name: string
  items: number
  numbered: number
  boxed: number
  pages: number
  boxes: number
  blocking: number
}

export interface WaitingEntry {
  id: number
  number: string
  title: string
  class_name: string
  retention: Retention
  archived_on: string
  files: number
  left_out: string
}

/** Everything 年度整理 shows of one year. */
export interface YearSheet {
  year: number
  years: number[]
  /** Entries that yield no item yet, and those left out with their reason. */
  waiting: WaitingEntry[]
  /** How many wait in all: no more than 500 are listed at once. */
  waiting_total: number
  /** In the order they have or would be numbered. */
  items: (ArchiveItem & { preview: string })[]
  findings: ItemFinding[]
  places: PlaceState[]
  fonds_number: string
}
