// Reads a schedule out of what offices write: 每年6月底前, 每季度首月10日前, 收到申请后5个工作日内. What it is not sure of it
// leaves alone: a guess is offered, and a wrong one would make wrong deadlines.
import { type DayOfMonth, Schedule } from './schedule.ts'

/** `frequency` helps where the wording leaves it out: 每月 and 25日前. Null when it says nothing a calendar could keep. */
export function guessSchedule(due_rule: string, frequency: string): Schedule | null {
  const [rule, often] = [due_rule.trim(), frequency.trim()]
  if (rule === '') return readSchedule(often)
  const alone = readSchedule(rule)
  // 25日 alone is the 25th of every month here, not 25 days.
  if (!/^每/.test(often) || /^每/.test(rule)) return alone
  return readSchedule(often + rule) ?? alone
}

export function readSchedule(words: string): Schedule | null {
  const plain = plainWords(words)
  const found = readWeekly(plain) ?? readMonths(plain) ?? readYearly(plain) ?? readTrigger(plain)
  const checked = Schedule.safeParse(found)
  return checked.success ? checked.data : null
}

const numerals = '一二三四五六七八九'

/** `十五` // 15, up to 99 */
function numberOf(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['零', words]
  const digit = (word = '') => (word === '' ? 0 : numerals.indexOf(word.replace('两', '二')) + 1)
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones)
}

/** Figures in digits, one spelling for each thing, and nothing behind that only says "by then". */
function plainWords(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[。;；,，]$/, '')
    .replace(/星期|礼拜/g, '周')
    .replace(/每个/g, '每')
    .replace(/[一二两三四五六七八九十]+(?=个|日|天|号|月|周|年|季)/g, (found) => String(numberOf(found)))
    .replace(/(\d)[号天]/g, '$1日')
    .replace(/半个?月(?=内|以内|$)/, '15日')
    .replace(/(?:完成|报送|上报|提交|办结|报出|报)$/, '')
    .replace(/下班|当日/g, '')
    .replace(/(?:之前|以前|前|之内|以内|内)$/, '')
}

function readWeekly(words: string): unknown {
  const found = /^每周([1-6一二三四五六日天])$/.exec(words)?.[1]
  if (found === undefined) return null
  const weekday = /\d/.test(found) ? Number(found) : '一二三四五六日'.indexOf(found.replace('天', '日')) + 1
  return { kind: 'weekly', weekday }
}

const period = /^每(月度?|季度?|半年度?)(?:(结束|终了|度?终)后(?:的)?|次月|下月|季?后)?(.*)$/

/** Monthly, quarterly, half-yearly. */
function readMonths(words: string): unknown {
  const found = period.exec(words)
  if (!found) return null
  const [, often = '', , rest = ''] = found
  const is_after = found[0] !== `每${often}${rest}`
  const months = often.startsWith('月') ? 1 : often.startsWith('季') ? 3 : 6
  if (months === 1) {
    const day = readDay(rest)
    return day && { kind: 'monthly', day }
  }
  const kind = months === 3 ? 'quarterly' : 'half_yearly'
  if (is_after) {
    const day = readDay(rest.replace(/^首月/, ''))
    return day && { kind, month: 1, day }
  }
  if (/^[底末]$/.test(rest)) return { kind, month: months, day: 'last' }
  const [, which = '', day_words = ''] = /^(首月|末月|最后1个月|第\d个?月)(?:份)?的?(.*)$/.exec(rest) ?? []
  const day = readDay(day_words)
  return day && { kind, month: monthOf(which, months), day }
}

function monthOf(which: string, months: number): number {
  if (which === '首月') return 1
  return /^[末最]/.test(which) ? months : Number(/\d/.exec(which)?.[0])
}

function readDay(words: string): DayOfMonth | null {
  if (/^(?:底|末|下旬|最后1日)$/.test(words)) return 'last'
  if (words === '上旬') return 10
  if (words === '中旬') return 20
  const working_day = /^[第前]?(\d{1,2})个工作日$/.exec(words)?.[1]
  if (working_day !== undefined) return { working_day: Number(working_day) }
  const day = /^(\d{1,2})日$/.exec(words)?.[1]
  return day === undefined ? null : Number(day)
}

const season_ends: Record<string, number> = { 上半年: 6, 下半年: 12, 底: 12, 末: 12, 年底: 12, 年末: 12 }

function readYearly(words: string): unknown {
  const rest = /^每年度?(?:的|次年|年度)?(.+)$/.exec(words)?.[1]
  if (rest === undefined) return null
  const season = season_ends[rest] ?? quarterEnd(rest)
  if (season !== null) return { kind: 'yearly', dates: [{ month: season, day: 'last' }] }
  const parts = rest.replace(/^(\d{1,2})月?[-—–~至到](?=\d)/, '').split(/[、,，和及与]/)
  const read = parts.map((part) => /^(\d{1,2})(?:月份?|$)(.*)$/.exec(part))
  if (read.some((part) => part === null)) return null
  // 6月、12月底: the day of the last holds for those before it that have none.
  const last_day = read.at(-1)?.[2] ?? ''
  const dates = read.map((part) => ({
    month: Number(part?.[1]),
    day: readDay(part?.[2] || last_day || '底'),
  }))
  return { kind: 'yearly', dates }
}

function quarterEnd(words: string): number | null {
  const quarter = /^第?([1-4])季度[底末]?$/.exec(words)?.[1]
  return quarter === undefined ? null : Number(quarter) * 3
}

const spans = { 日: ['day', 1], 个工作日: ['working_day', 1], 个月: ['month', 1], 月: ['month', 1] } as const
const long_spans = { 周: ['day', 7], 个周: ['day', 7], 年: ['month', 12] } as const
const all_spans: Record<string, readonly ['day' | 'working_day' | 'month', number]> = {
  ...spans,
  ...long_spans,
}

function readTrigger(words: string): unknown {
  const found =
    /^(?:(?<event>[^每]{1,40}?)(?<side>之日起|之日后|之后|以后|后|起|之前|前|提前)的?)?(?<count>\d{1,3})(?<unit>个工作日|工作日|日|个月|月|周|个周|年)$/.exec(
      words,
    )?.groups
  if (!found) return null
  const { event = '', side = '', count, unit = '' } = found
  const [span, times] = all_spans[unit === '工作日' ? '个工作日' : unit] ?? ['day', 1]
  // 6月 alone is a month of the year, 3年 alone says nothing of when.
  if (event === '' && /^[月年]$/.test(unit)) return null
  return {
    kind: 'trigger',
    event: event.replace(/^自/, ''),
    side: side.endsWith('前') ? 'before' : 'after',
    count: Number(count) * times,
    unit: span,
  }
}
