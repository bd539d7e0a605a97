// 放假通知的文字: “一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。” read into days of the table.
import { addDays, CalendarDate, daysBetween, longDate, weekdayOf, yearOf } from '../../src-shared/dates.ts'
import type { HolidayDay } from '../../src-shared/settings.ts'

export interface ReadNotice {
  /** The year it is about; null when it names none. */
  year: number | null
  /** In the order of the calendar, each once. */
  days: HolidayDay[]
  /** What the clerk should look at, in sentences. */
  doubts: string[]
}

interface Stretch {
  from_on: string
  to_on: string
}

/** What one sentence has said so far. */
interface Reading {
  name: string
  year: number
  stretches: Stretch[]
  /** The month that `至3日` or `、5日` goes on with. */
  month: number
  days: HolidayDay[]
  doubts: string[]
}

const token =
  /(?<name>元旦|春节|清明节?|国际劳动节|劳动节|端午节?|中秋节?|国庆节?|[一-龥]{2,10}?纪念日)|(?<to>至|到|[-—–~～])|(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?<said>\([^()]*\))?|(?<verb>放假|补休|补假|上班|补班)|共(?<count>\d{1,2})天|(?<end>[。;])/g
/** Of these sentences nothing is a day off by itself: statutory days inside the break, and what is only encouraged. */
const aside = /其中|鼓励|法定节假日|公休日/
const full_names: Readonly<Record<string, string>> = {
  清明: '清明节',
  端午: '端午节',
  中秋: '中秋节',
  国庆: '国庆节',
  国际劳动节: '劳动节',
}

/** `usual_year` counts where the text names no year. */
export function readNotice(text: string, usual_year: number): ReadNotice {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const said_year = /(20\d{2})年(?=[^。;]{0,12}(?:节假日|放假))/.exec(plain)?.[1]
  const year = said_year === undefined ? null : Number(said_year)
  const reading: Reading = {
    name: '',
    year: year ?? usual_year,
    stretches: [],
    month: 0,
    days: [],
    doubts: [],
  }
  for (const sentence of plain.split(/(?<=[。;])/)) {
    if (!aside.test(sentence)) readSentence(sentence, reading)
  }
  return { year, days: settled(reading), doubts: [...new Set(reading.doubts)] }
}

function readSentence(sentence: string, reading: Reading): void {
  reading.stretches = []
  let is_range = false
  let name_ends = -1
  let last_off = 0
  for (const found of sentence.matchAll(token)) {
    const { name, to, day, verb, count } = found.groups ?? {}
    if (name !== undefined) {
      const full = full_names[name] ?? name
      // 国庆节、中秋节 are one holiday; a name further on begins the next one.
      const goes_on = name_ends >= 0 && /^[、和]$/.test(sentence.slice(name_ends, found.index))
      reading.name = goes_on ? `${reading.name}、${full}` : full
      name_ends = found.index + found[0].length
    } else if (to !== undefined) is_range = true
    else if (day !== undefined) {
      takeDate(found, is_range, reading)
      is_range = false
    } else if (verb !== undefined) last_off = takeVerb(verb, reading, last_off)
    else if (count !== undefined && last_off > 0 && Number(count) !== last_off) {
      reading.doubts.push(`${reading.name}写的是共${count}天，读出来是 ${last_off} 天，请核对。`)
    }
  }
}

function takeDate({ groups = {} }: RegExpMatchArray, is_range: boolean, reading: Reading): void {
  const month = groups.month === undefined ? reading.month : Number(groups.month)
  // New Year of a notice may begin in December of the year before.
  const usual = reading.name === '元旦' && month === 12 ? reading.year - 1 : reading.year
  const last = reading.stretches.at(-1)
  const said =
    groups.year ??
    (is_range && last && month >= Number(last.from_on.slice(5, 7)) ? yearOf(last.from_on) : usual)
  const on = `${said}-${String(month).padStart(2, '0')}-${String(groups.day).padStart(2, '0')}`
  reading.month = month
  if (!CalendarDate.safeParse(on).success) {
    reading.doubts.push(
      `${reading.name}的“${groups.month ?? ''}${groups.month ? '月' : ''}${groups.day}日”不是日期，没有读入。`,
    )
    return
  }
  checkWeekday(on, groups.said ?? '', reading)
  if (is_range && last) last.to_on = on
  else reading.stretches.push({ from_on: on, to_on: on })
}

function checkWeekday(on: string, said: string, reading: Reading): void {
  const weekday = /(?:周|星期)([一二三四五六日天])/.exec(said)?.[1]
  if (weekday === undefined) return
  const number = '一二三四五六日'.indexOf(weekday === '天' ? '日' : weekday) + 1
  if (number === weekdayOf(on)) return
  const is = `星期${'一二三四五六日'.charAt(weekdayOf(on) - 1)}`
  reading.doubts.push(`${longDate(on)}写的是星期${weekday}，实际是${is}，请核对是不是这一年的通知。`)
}

const longest_break = 31

/** Answers how many days are off by it. */
function takeVerb(verb: string, reading: Reading, last_off: number): number {
  const kind = verb === '上班' || verb === '补班' ? 'work' : 'off'
  const days = reading.stretches.flatMap(({ from_on, to_on }) => {
    const count = daysBetween(from_on, to_on) + 1
    if (count >= 1 && count <= longest_break) {
      return Array.from({ length: count }, (_, n) => addDays(from_on, n))
    }
    reading.doubts.push(`${reading.name}的${longDate(from_on)}至${longDate(to_on)}前后不对，没有读入。`)
    return []
  })
  reading.stretches = []
  for (const day of days) {
    if (kind === 'work' && weekdayOf(day) <= 5) {
      reading.doubts.push(`${longDate(day)}不在周末，本来就上班，没有读入。`)
    } else reading.days.push({ day, kind, name: reading.name.slice(0, 20) })
  }
  if (kind === 'work') return last_off
  return last_off + days.length
}

/** Of a day that is told twice the first counts, and off against on is a doubt. */
function settled({ days, doubts }: Reading): HolidayDay[] {
  const by_day = new Map<string, HolidayDay>()
  for (const one of days) {
    const before = by_day.get(one.day)
    if (before === undefined) by_day.set(one.day, one)
    else if (before.kind !== one.kind) doubts.push(`${longDate(one.day)}既写了放假又写了上班，按先写的算。`)
  }
  return [...by_day.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}
