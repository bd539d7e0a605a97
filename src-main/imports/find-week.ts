import { addDays, yearOf } from '../../src-shared/dates.ts'
import { readDate } from '../../src-shared/read-date.ts'
import { mondayOf, weekOf } from '../../src-shared/week.ts'

export interface WeekClues {
  /** Title, captions, then the names of the sheet and of the file: the first that speaks counts. */
  texts: readonly string[]
  /** Dates of the rows, where the sheet has a column of them. */
  days: readonly string[]
  today: string
  /** Names that weeks have in this office, by Monday. */
  names?: Readonly<Record<string, string>>
}

export interface FoundWeek {
  monday: string
  /** What the clerk should look at, as a Chinese sentence; null when the sheet says it plainly. */
  doubt: string | null
}

/** Which week a sheet reports on: by its number, the span in its title, the dates of its rows, or else this week. */
export function findWeek({ texts, days, today, names = {} }: WeekClues): FoundWeek {
  const year = first(texts, (text) => /(20\d{2})\s*年/.exec(text)?.[1])
  const near = year === undefined ? today : `${year}${today.slice(4, 8)}01`
  const span = first(texts, (text) => spanIn(text, near))
  const numbered =
    first(texts, (text) => namedWeek(text, names, span ?? near)) ??
    first(texts, (text) => numberedWeek(text, year, span ?? today))
  if (span && numbered && span !== numbered) {
    const doubt = `标题写的是第${weekOf(numbered).week}周，日期却在第${weekOf(span).week}周，先按日期理解，请核对周次。`
    return { monday: span, doubt }
  }
  const said = span ?? numbered
  if (said) return { monday: said, doubt: null }
  return guessWeek(texts, days, near, today)
}

function guessWeek(
  texts: readonly string[],
  days: readonly string[],
  near: string,
  today: string,
): FoundWeek {
  const of_rows = mostFrequent(days.map(mondayOf))
  if (of_rows) {
    const others = days.filter((day) => mondayOf(day) !== of_rows).length
    const doubt = `表里有几周的日期，先取第${weekOf(of_rows).week}周，其余 ${others} 行跳过；要导入另一周请改周次。`
    return { monday: of_rows, doubt: others > 0 ? doubt : null }
  }
  const dated = first(texts, (text) => dateIn(text, near))
  const monday = mondayOf(dated ?? today)
  const reason = dated ? '按表中的日期' : '按今天'
  return { monday, doubt: `表里没有写周次，${reason}理解为第${weekOf(monday).week}周，请核对。` }
}

function first<T>(texts: readonly string[], find: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = find(text)
    if (found !== undefined) return found
  }
  return undefined
}

const day_form = '(?:\\d{4}\\s*[年./-]\\s*)?\\d{1,2}\\s*[月./-]\\s*\\d{1,2}\\s*[日号]?'
const span_form = new RegExp(`(${day_form})\\s*(?:至|到|[-—–~～－]+)\\s*((?:${day_form})|\\d{1,2}\\s*[日号])`)

/** `11月16日—11月20日`: the Monday of a span that lies in one week. */
function spanIn(text: string, near: string): string | undefined {
  const [, from, to] = span_form.exec(text.normalize('NFKC')) ?? []
  if (!from || !to) return undefined
  const start = readDate({ kind: 'text', text: from }, near)
  const end = readDate({ kind: 'text', text: `${from}-${to}` }, near)
  if (start.state !== 'date' || end.state !== 'date') return undefined
  const monday = mondayOf(start.on)
  // Some reports run from Saturday to Friday: then the week is that of the Friday.
  const last_monday = mondayOf(end.on)
  if (end.on > addDays(start.on, 6)) return undefined
  return last_monday === monday ? monday : last_monday
}

/** By the name the office gave it, such as 教学第12周; of several years the one closest to `near`. */
function namedWeek(text: string, names: Readonly<Record<string, string>>, near: string): string | undefined {
  const mondays = Object.keys(names).filter((monday) => text.includes(names[monday] ?? ''))
  return mondays.sort((one, other) => apart(one, near) - apart(other, near))[0]
}

/** `第47周`, `第四十七周`; without a year the one closest to `near`. */
function numberedWeek(text: string, year: string | undefined, near: string): string | undefined {
  const [, digits] = /第\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*周/.exec(text.normalize('NFKC')) ?? []
  if (digits === undefined) return undefined
  const week = /\d/.test(digits) ? Number(digits) : chineseNumber(digits)
  const own_year = /(20\d{2})\s*年/.exec(text)?.[1] ?? year
  const { week_year } = weekOf(near)
  const years = own_year ? [Number(own_year)] : [week_year, week_year - 1, week_year + 1]
  let closest: string | undefined
  for (const one of years) {
    const monday = mondayOfWeek(one, week)
    if (monday && (closest === undefined || apart(monday, near) < apart(closest, near))) closest = monday
  }
  return closest
}

function mondayOfWeek(year: number, week: number): string | undefined {
  const monday = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7)
  return week >= 1 && weekOf(monday).week_year === year ? monday : undefined
}

function chineseNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (character: string) => '一二三四五六七八九'.indexOf(character) + 1
  return (text.includes('十') ? (digit(tens) || 1) * 10 : 0) + digit(ones)
}

function dateIn(text: string, near: string): string | undefined {
  const [found] = new RegExp(day_form).exec(text.normalize('NFKC')) ?? []
  if (found === undefined) return undefined
  const reading = readDate({ kind: 'text', text: found }, near)
  return reading.state === 'date' && yearOf(reading.on) >= 2000 ? reading.on : undefined
}

function mostFrequent(mondays: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const monday of mondays) counts.set(monday, (counts.get(monday) ?? 0) + 1)
  const ordered = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? 1 : -1))
  return ordered[0]?.[0]
}

function apart(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other))
}
