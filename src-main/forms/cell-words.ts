import { longDate, monthDay } from '../../src-shared/dates.ts'
import { date_fields, factOf } from '../../src-shared/form-fields.ts'
import type { FormLook } from '../../src-shared/form-picture.ts'
import type { DateForm } from '../../src-shared/forms.ts'
import type { NewValue } from '../excel/patch-edits.ts'
import type { TableValue } from '../excel/workbook.ts'

const isDay = /^\d{4}-\d\d-\d\d$/

export function isDateField(field: string): boolean {
  return date_fields.includes(field) || factOf(field) === 'today'
}

export interface CellWish {
  is_date: boolean
  date_as: DateForm
  kind: FormLook['kind']
}

/** What is written into a cell; null empties it. Texts stay texts, so that 工号 keeps its zeros. */
export function cellValue(value: TableValue, { is_date, date_as, kind }: CellWish): NewValue {
  if (value === null || value === '') return null
  if (typeof value === 'number') return kind === 'text' ? { text: String(value) } : { number: value }
  if (!is_date || !isDay.test(value)) return { text: value }
  const as = date_as === 'own' ? (kind === 'date' ? 'real' : 'dotted') : date_as
  return as === 'real' ? { date: value } : { text: dayText(value, as) }
}

/** `dayText('2026-11-06', 'dotted') // '2026.11.6'` */
export function dayText(day: string, as: DateForm): string {
  if (as === 'long') return longDate(day)
  if (as === 'short') return monthDay(day)
  if (as !== 'dotted') return day
  return day.split('-').map(Number).join('.')
}

/** What one sees of a value in the preview. */
export function shownText(value: NewValue): string {
  if (value === null) return ''
  if ('text' in value) return value.text
  return 'date' in value ? value.date : String(value.number)
}
