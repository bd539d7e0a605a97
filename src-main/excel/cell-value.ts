import { refuseHostileName } from './extras.ts'
import { limits } from './limits.ts'
import type { NumberFormat } from './number-format.ts'
import { tooLong } from './unreadable.ts'
import type { ReadCell } from './workbook.ts'

export type CellValue = Pick<ReadCell, 'kind' | 'text' | 'number' | 'date'>

/** Written out for each kind: objects that grow afterwards take twice the memory, and there are a million of them. */
export function cellOf(address: string, column: number, value: CellValue, has_formula: boolean): ReadCell {
  const { kind, text, number, date } = value
  let cell: ReadCell
  if (number === undefined) cell = { address, column, kind, text }
  else if (date === undefined) cell = { address, column, kind, text, number }
  else cell = { address, column, kind, text, number, date }
  if (has_formula) cell.has_formula = true
  return cell
}

const dayMilliseconds = 86_400_000
const lastSerial = 2_958_465 // 9999-12-31

/** Undefined for a text of nothing but blanks. */
export function textValue(text: string): CellValue | undefined {
  if (text.length > limits.cell_characters) throw tooLong()
  refuseHostileName(text)
  return text.trim() === '' ? undefined : { kind: 'text', text }
}

/** The picture that WPS puts into a cell: its "text" is a name that nobody has ever seen. */
export function isPicture(value: CellValue | undefined): boolean {
  return value?.kind === 'text' && value.text.startsWith('=DISPIMG(')
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** A number as it stands in the file, seen through its format. */
export function numberValue(raw: string, format: NumberFormat, uses1904: boolean): CellValue {
  const number = decimal.test(raw) ? Number(raw) : Number.NaN
  if (!Number.isFinite(number)) return { kind: 'error', text: raw }
  if (format === 'date' || (format === 'time' && number >= 1)) {
    const date = serialToDate(number, uses1904)
    if (date) return { kind: 'date', text: withTime(date, number), number, date }
  } else if (format === 'time' && number >= 0) {
    return { kind: 'number', text: clock(number), number }
  } else if (format === 'elapsed' && number >= 0) {
    return { kind: 'number', text: elapsed(number), number }
  } else if (format === 'percent') {
    return { kind: 'number', text: `${shown(number * 100)}%`, number }
  }
  return { kind: 'number', text: numberText(raw, number), number }
}

/** A date as ISO text (`t="d"`), which newer programs may write. */
export function isoDateValue(raw: string, uses1904: boolean): CellValue {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/.exec(raw)
  if (!match) return { kind: 'text', text: raw }
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / dayMilliseconds
  const date = new Date(days * dayMilliseconds).toISOString().slice(0, 10)
  if (date !== `${year}-${month}-${day}`) return { kind: 'text', text: raw }
  const part = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400
  const number = days - epochDays(uses1904, days) + part
  return { kind: 'date', text: withTime(date, number), number, date }
}

/** Days from 1970-01-01 to the day 0 of the date system. The 1900 system counts a 29 February 1900 that never was. */
function epochDays(uses1904: boolean, days: number): number {
  if (uses1904) return -24_107
  return days < -25_508 ? -25_568 : -25_569
}

export function serialToDate(serial: number, uses1904: boolean): string | undefined {
  // Rounded to the second first, as Excel does: 23:59:59.9 belongs to the next day.
  const day = Math.floor(Math.round(serial * 86_400) / 86_400)
  if (day < (uses1904 ? 0 : 1) || day > lastSerial || (!uses1904 && day === 60)) return undefined
  const epoch = uses1904 ? -24_107 : day < 60 ? -25_568 : -25_569
  return isoDay(epoch + day)
}

const isoDays = new Map<number, string>()

/** `days` since 1970. A ledger has the same few thousand days over and over. */
function isoDay(days: number): string {
  let text = isoDays.get(days)
  if (text === undefined) {
    text = new Date(days * dayMilliseconds).toISOString().slice(0, 10)
    if (isoDays.size < 20_000) isoDays.set(days, text)
  }
  return text
}

function withTime(date: string, serial: number): string {
  if (Number.isInteger(serial)) return date
  const time = clock(serial)
  return time === '00:00' ? date : `${date} ${time}`
}

function clock(serial: number): string {
  const seconds = Math.round(serial * 86_400) % 86_400
  return clockOf(Math.floor(seconds / 3600), seconds)
}

function elapsed(serial: number): string {
  const seconds = Math.round(serial * 86_400)
  return clockOf(Math.floor(seconds / 3600), seconds)
}

function clockOf(hours: number, seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60) % 60
  const rest = seconds % 60
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** Excel stores 12.3 as 12.300000000000001 at times and never shows more than 15 digits. */
function numberText(raw: string, number: number): string {
  return /^(0|-?[1-9]\d*)$/.test(raw) ? raw : shown(number)
}

function shown(number: number): string {
  const text = String(Number(number.toPrecision(15)))
  return text.includes('e') ? text.toUpperCase() : text
}
