// The columns that the groups' weekly forms are put together from.
import type { Cell } from './office-sheet.ts'
import { category_names } from './people.ts'
import { padded } from './staff-workbook.ts'
import type { FormRow } from './week-rows.ts'

export interface FormColumn {
  header: string
  /** The header above it, where the form has two levels. */
  parent?: string
  /** `at` counts from 0. */
  value(row: FormRow, at: number): Cell
  is_centred?: boolean
  /** Same values below each other are one merged cell. */
  is_merged?: boolean
}

export const serial: FormColumn = { header: '序号', value: (_, at) => at + 1, is_centred: true }
export const matter: FormColumn = { header: '工作事项', value: (row) => row.title }
export const detail: FormColumn = { header: '具体内容（目标）', value: (row) => numbered(row.detail, '、') }
export const evidence: FormColumn = { header: '佐证材料', value: (row) => row.evidence }
export const reason: FormColumn = { header: '未完成原因及下步措施', value: (row) => row.reason }

/** Everybody who does it in one cell: the first name is the one that counts. */
export const people: FormColumn = {
  header: '责任人',
  value: (row) => [row.staff, row.helpers].filter(Boolean).join('、'),
  is_centred: true,
}
export const category: FormColumn = {
  header: '类别',
  value: (row) => category_names[row.category] ?? '',
  is_centred: true,
  is_merged: true,
}
export const leader: FormColumn = { header: '责任领导', value: (row) => row.leader, is_centred: true }
export const source: FormColumn = { header: '来源', value: (row) => row.source, is_centred: true }
export const remark: FormColumn = { header: '备注', value: () => '' }

export function person(header: string, parent?: string): FormColumn {
  return { header, ...(parent ? { parent } : {}), value: (row) => padded(row.staff), is_centred: true }
}

export function helper(header: string, parent?: string): FormColumn {
  return { header, ...(parent ? { parent } : {}), value: (row) => row.helpers, is_centred: true }
}

export function due(header: string, write: (date: string, at: number) => Cell): FormColumn {
  return { header, value: (row, at) => write(row.due_on, at), is_centred: true }
}

export function done(header: string, yes: string, no: string): FormColumn {
  return { header, value: (row) => (row.is_done ? yes : no), is_centred: true }
}

/** `numbered('已召开，到会5人') // '1.已召开；\n2.到会5人。'` */
export function numbered(text: string, separator: string): string {
  const parts = text.split(separator)
  if (parts.length < 2 || parts.some((part) => part.length < 3)) return text
  return parts.map((part, at) => `${at + 1}.${part}${at < parts.length - 1 ? '；' : '。'}`).join('\n')
}
