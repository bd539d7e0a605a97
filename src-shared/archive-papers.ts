// What the yearly arrangement puts on paper, as DA/T 22-2015 lays it out.
import { z } from 'zod'
import { type ArchiveBox, type ArchiveItem, ArchiveYear, type Place } from './archive-items.ts'
import { Id } from './fields.ts'
import { Retention } from './retention.ts'

/** In millimetres, as they come out of the printer. */
export const archive_papers = {
  catalogue: { title: '归档文件目录', width: 297, height: 210 },
  note: { title: '备考表', width: 210, height: 297 },
  labels: { title: '档案盒盒脊标签', width: 210, height: 297 },
  stamps: { title: '归档章', width: 210, height: 297 },
  transfer: { title: '归档文件移交清单', width: 210, height: 297 },
} as const
export type ArchivePaper = keyof typeof archive_papers
export const ArchivePaper = z.enum(Object.keys(archive_papers) as [ArchivePaper, ...ArchivePaper[]])

export const ArchivePaperRequest = z.object({
  paper: ArchivePaper,
  year: ArchiveYear,
  /** One place; all of the year when null. */
  organ_id: Id.nullable(),
  retention: Retention.nullable(),
})
export type ArchivePaperRequest = z.infer<typeof ArchivePaperRequest>

/** The numbered items of one place, in the order of their numbers, and its boxes. */
export interface PrintedPlace extends Place {
  organ_code: string
  organ_name: string
  items: ArchiveItem[]
  boxes: ArchiveBox[]
}

export interface ArchivePapers {
  paper: ArchivePaper
  fonds_number: string
  fonds_name: string
  /** 移交单位. */
  unit: string
  today: string
  places: PrintedPlace[]
}

/** `eightDigits('2026-11-20') // '20261120'` */
export function eightDigits(date: string | null): string {
  return (date ?? '').replaceAll('-', '')
}

/** `fourDigits(7) // '0007'` */
export function fourDigits(number: number | null): string {
  return number === null ? '' : String(number).padStart(4, '0')
}

/** 0001—0023 */
export function numberSpan({ first_number, last_number }: ArchiveBox): string {
  return first_number === last_number
    ? fourDigits(first_number)
    : `${fourDigits(first_number)}—${fourDigits(last_number)}`
}

/** 题名 with the attachments that are one 件 with it. */
export function catalogueTitle({ title, parts }: ArchiveItem): string {
  return parts.length === 0 ? title : `${title}（附：${parts.join('；')}）`
}
