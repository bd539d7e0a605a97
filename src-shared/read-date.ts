// Dates as people write them, in the cells of a workbook or typed into a field.
import { addDays, CalendarDate, daysBetween, yearOf } from './dates.ts'
import { tidy } from './fields.ts'
import { mondayOf } from './week.ts'

export type DateReading =
  | { state: 'empty' }
  /** `doubt`: what else it could mean, as a Chinese sentence; `other`: that day. */
  | { state: 'date'; on: string; doubt?: string; other?: string }
  /** Words that are kept as they stand; `on` is the last day they allow, where they name one. */
  | { state: 'words'; text: string; on: string | null }
  /** It looks like a date and is none. */
  | { state: 'impossible'; why: string; suggestion?: string; nearest?: string }
  /** Month and day without a year, and nothing near to take the year from. */
  | { state: 'no_year'; text: string }
  | { state: 'unclear'; text: string }

/** What a cell holds; text that was typed has no `number` and no `date`. */
export interface DateCell {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  text: string
  number?: number
  /** `YYYY-MM-DD` of a date cell. */
  date?: string
}

/** A piece of a date; what is null was not written. */
interface Piece {
  year: number | null
  month: number
  day: number
  /** Written as 10.3, where Excel may have dropped a zero. */
  is_decimal: boolean
}

/**
 * Reads a date as people write it (domain.md §f). `near` is a date of the same time, such as the Monday of the week:
 * a date without a year takes the year that brings it closest to that.
 */
export function readDate(cell: DateCell, near: string | null): DateReading {
  const text = tidy(cell.text)
  if (text === '') return { state: 'empty' }
  if (cell.kind === 'error') return { state: 'impossible', why: `单元格里是错误值 ${text}` }
  if (cell.kind === 'date') return fromDateCell(cell, text)
  if (cell.kind === 'number') {
    const read = fromNumber(cell.number ?? Number(text), text)
    if (read) return read
  }
  return fromText(text, near)
}

function fromDateCell(cell: DateCell, text: string): DateReading {
  if (cell.date === undefined) return { state: 'unclear', text }
  if (CalendarDate.safeParse(cell.date).success && cell.date >= '1900-02-01')
    return { state: 'date', on: cell.date }
  return { state: 'impossible', why: `日期 ${text} 不在 1900 年到 2199 年之间` }
}

/** A serial number of Excel (1954 to 2099) or the eight digits of a date. */
function fromNumber(number: number, text: string): DateReading | null {
  if (!Number.isInteger(number)) return null
  if (number >= 20_000 && number <= 73_050) return { state: 'date', on: addDays('1899-12-30', number) }
  return /^\d{8}$/.test(text) ? null : { state: 'unclear', text }
}

function fromText(raw: string, near: string | null): DateReading {
  const text = withoutWeekday(raw)
  const piece = readPiece(text)
  if (piece) return complete(piece, raw, near)
  const range = readRange(text)
  if (range) return lastOf(range, raw, near)
  return readWords(text, raw, near)
}

/** Half width, without blanks, the weekday, a time of day, and 前 or 止 behind a full date. */
function withoutWeekday(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, '$1')
    .replace(/\s+/g, '')
    .replace(/([日号\d])\(?(?:周|星期|礼拜)[一二三四五六日天]\)?$/, '$1')
    .replace(
      /([日号]|[-/.]\d{1,2})(?:上午|下午|中午|晚上|晚|下班前|下班)?(?:之前|以前|前|止|为止)?(?:完成|办结)?$/,
      '$1',
    )
    .replace(/[。.;；]$/, '')
}

const with_year = [
  /^((?:19|20|21)\d{2})()(\d{2})(\d{2})$/,
  /^(\d{4}|\d{2})([-/.])(\d{1,2})\2(\d{1,2})[日号]?$/,
  /^(\d{4}|\d{2})(年)(\d{1,2})[月/.-](\d{1,2})[日号]?$/,
]
const without_year = /^(\d{1,2})(月|[-/.])(\d{1,2})([日号]?)$/

function readPiece(text: string): Piece | null {
  for (const form of with_year) {
    const [, year = '', , month, day] = form.exec(text) ?? []
    if (!month || !day) continue
    const full_year = Number(year) + (year.length === 2 ? 2000 : 0)
    return { year: full_year, month: Number(month), day: Number(day), is_decimal: false }
  }
  const [, month, sign, day, mark] = without_year.exec(text) ?? []
  if (!month || !day) return null
  const is_decimal = sign === '.' && mark === '' && /^[1-3]$/.test(day)
  return { year: null, month: Number(month), day: Number(day), is_decimal }
}

/** `7.3-7.4`, `11月16日—20日`: first and last; the last may leave out what the first has said. */
function readRange(text: string): [Piece, Piece] | null {
  for (const match of text.matchAll(/至|到|[-~—–－―～/]+/g)) {
    const from = readPiece(text.slice(0, match.index))
    const rest = text.slice(match.index + match[0].length)
    const to = from && (readPiece(rest) ?? dayOnly(rest, from))
    if (from && to) return [from, { ...to, year: to.year ?? from.year }]
  }
  return null
}

function dayOnly(text: string, from: Piece): Piece | null {
  const day = /^(\d{1,2})[日号]?$/.exec(text)?.[1]
  return day === undefined ? null : { ...from, day: Number(day), is_decimal: false }
}

function lastOf([from, to]: [Piece, Piece], raw: string, near: string | null): DateReading {
  const first = complete(from, raw, near)
  const last = complete(to, raw, near)
  if (first.state !== 'date' || last.state !== 'date') return last.state === 'date' ? first : last
  if (last.on >= first.on) return last
  const next_year = dateOf(yearOf(last.on) + 1, to.month, to.day)
  if (to.year === null && next_year) return { ...last, on: next_year }
  return { state: 'impossible', why: `“${raw}”的结束日期早于开始日期` }
}

function complete(piece: Piece, raw: string, near: string | null): DateReading {
  const { year, month, day } = piece
  const on = year === null ? nearest(month, day, near) : dateOf(year, month, day)
  if (on) return { state: 'date', on, ...doubtOf(piece, raw, on) }
  if (year === null && near === null && dateOf(2024, month, day)) return { state: 'no_year', text: raw }
  return impossible(piece, raw, near)
}

/** Excel drops the last zero of 10.30 when it is typed as a number. */
function doubtOf(
  { month, day, is_decimal }: Piece,
  raw: string,
  on: string,
): { doubt?: string; other?: string } {
  if (!is_decimal || !dateOf(2024, month, day * 10)) return {}
  return {
    doubt: `“${raw}”可能是${month}月${day}日，也可能是${month}月${day}0日，先按${month}月${day}日理解`,
    other: `${on.slice(0, 8)}${day}0`,
  }
}

function nearestOf(year: number | null, month: number, day: number): { nearest?: string } {
  const on = year === null ? null : dateOf(year, month, day)
  return on ? { nearest: on } : {}
}

function impossible({ year, month, day }: Piece, raw: string, near: string | null): DateReading {
  const shown_year = year ?? (near === null ? null : yearOf(near))
  const words = (m: number, d: number) => `${shown_year === null ? '' : `${shown_year}年`}${m}月${d}日`
  if (month >= 1 && month <= 12) {
    const last = lastDay(shown_year ?? 2024, month)
    const why = `“${raw}”不是一个日期：${month}月只有${last}天`
    return day > last
      ? {
          state: 'impossible',
          why,
          suggestion: `是不是${words(month, last)}？`,
          ...nearestOf(shown_year, month, last),
        }
      : { state: 'impossible', why: `“${raw}”不是一个日期` }
  }
  const why = `“${raw}”不是一个日期：没有${month}月`
  const is_swapped = day >= 1 && day <= 12 && month >= 1 && month <= 31
  return is_swapped
    ? {
        state: 'impossible',
        why,
        suggestion: `是不是${words(day, month)}？`,
        ...nearestOf(shown_year, day, month),
      }
    : { state: 'impossible', why }
}

const no_date =
  /长期|持续|常年|常态|日常|全年|随时|适时|及时|实时|立即|按需|不定期|定期|待定|待商定|另行|视情|每[年月周日天季]|每半年|每个|逐月|工作日|[日天周月年]内$|小时|上级|通知|收到|接到|[天周年]$|个月$|季度|学期|[会节][前后]$/

function readWords(text: string, raw: string, near: string | null): DateReading {
  const on = lastDayNamed(text, near)
  if (on !== undefined) return { state: 'words', text: raw, on }
  if (/^每/.test(text) || no_date.test(text)) return { state: 'words', text: raw, on: null }
  return { state: 'unclear', text: raw }
}

const before = '(?:之前|以前|前|为止|止|内)?(?:完成|办结)?'
const end_of_month = new RegExp(`^(?:(\\d{4})年)?(\\d{1,2})月(?:份)?(上旬|中旬|下旬|底|末)${before}$`)
const whole_month = /^(?:(\d{4})年)?(\d{1,2})月(?:份)?内?(?:完成|办结)?$/
const year_and_month = /^(\d{4})[-/.](\d{1,2})$/
const end_of_year = new RegExp(`^(?:(\\d{4})年|今年|本年|本年度|年)?(?:年?[底末])${before}$`)
const end_of_this_month = new RegExp(`^(?:本月|当月|月)[底末]${before}$`)
const weekday = new RegExp(`^(本|这|下)(?:个)?(?:周|星期)([一二三四五六日天末]|内|底)?${before}$`)

/** 11月底, 年底前, 下周五: the last day these allow; undefined when the text is nothing of the kind. */
function lastDayNamed(text: string, near: string | null): string | null | undefined {
  const month = end_of_month.exec(text) ?? whole_month.exec(text) ?? year_and_month.exec(text)
  if (month?.[2]) return endOfMonth(month[1], Number(month[2]), month[3], near)
  const year = end_of_year.exec(text)
  if (year) {
    const in_year = year[1] ? Number(year[1]) : near && yearOf(near)
    return in_year ? `${in_year}-12-31` : null
  }
  if (end_of_this_month.test(text)) return near && endOf(yearOf(near), Number(near.slice(5, 7)))
  const day = weekday.exec(text)
  if (!day) return undefined
  if (near === null) return null
  const at = '一二三四五六日'.indexOf(day[2]?.replace('天', '日') ?? '五')
  return addDays(mondayOf(near), (day[1] === '下' ? 7 : 0) + (at < 0 ? 4 : at))
}

function endOfMonth(
  year: string | undefined,
  month: number,
  part: string | undefined,
  near: string | null,
): string | null | undefined {
  if (month < 1 || month > 12) return undefined
  const in_year = year ? Number(year) : near && yearOf(nearest(month, 15, near) ?? near)
  if (!in_year) return null
  if (part === '上旬') return dateOf(in_year, month, 10)
  if (part === '中旬') return dateOf(in_year, month, 20)
  return endOf(in_year, month)
}

function endOf(year: number, month: number): string | null {
  return dateOf(year, month, lastDay(year, month))
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Null when there is no such day. */
function dateOf(year: number, month: number, day: number): string | null {
  const pad = (number: number) => String(number).padStart(2, '0')
  const date = `${year}-${pad(month)}-${pad(day)}`
  return CalendarDate.safeParse(date).success ? date : null
}

/** `nearest(1, 4, '2026-12-28') // '2027-01-04'` */
function nearest(month: number, day: number, near: string | null): string | null {
  if (near === null) return null
  let closest: string | null = null
  for (const year of [yearOf(near) - 1, yearOf(near), yearOf(near) + 1]) {
    const date = dateOf(year, month, day)
    if (date === null) continue
    if (closest === null || distance(date, near) < distance(closest, near)) closest = date
  }
  return closest
}

function distance(one: string, other: string): number {
  return Math.abs(daysBetween(one, other))
}
