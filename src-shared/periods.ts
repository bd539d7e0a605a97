// Periods of whole weeks: a week belongs to the month, quarter and year its Thursday lies in, as ISO weeks do.
import { z } from 'zod'
import { addDays, yearOf } from './dates.ts'
import { Monday, mondayOf, nextWeek, previousWeek, weekOf } from './week.ts'

export const period_words = { week: '周', month: '月', quarter: '季', half: '半年', year: '年' } as const
export type PeriodKind = keyof typeof period_words
export const PeriodKind = z.enum(Object.keys(period_words) as [PeriodKind, ...PeriodKind[]])

/** Named by any of its weeks. */
export const PeriodQuestion = z.object({ kind: PeriodKind, monday: Monday })
export type PeriodQuestion = z.infer<typeof PeriodQuestion>

export interface Period {
  kind: PeriodKind
  first_monday: string
  last_monday: string
  /** 2026年第47周, 2026年11月, 2026年第四季度, 2026年下半年, 2026年 */
  title: string
}

const months_in: Readonly<Record<Exclude<PeriodKind, 'week'>, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
}

/** `periodOf({ kind: 'month', monday: '2026-11-30' }) // 2026年12月: its Thursday is 3 December` */
export function periodOf({ kind, monday }: PeriodQuestion): Period {
  if (kind === 'week') {
    const { week_year, week } = weekOf(monday)
    return { kind, first_monday: monday, last_monday: monday, title: `${week_year}年第${week}周` }
  }
  const thursday = addDays(monday, 3)
  const year = yearOf(thursday)
  const months = months_in[kind]
  const part = Math.floor((Number(thursday.slice(5, 7)) - 1) / months)
  const first_monday = firstMondayOf(year, part * months + 1)
  const last_monday = previousWeek(firstMondayOf(year, (part + 1) * months + 1))
  return { kind, first_monday, last_monday, title: `${year}年${partName(kind, part)}` }
}

function partName(kind: Exclude<PeriodKind, 'week'>, part: number): string {
  if (kind === 'month') return `${part + 1}月`
  if (kind === 'quarter') return `第${'一二三四'.charAt(part)}季度`
  if (kind === 'half') return part === 0 ? '上半年' : '下半年'
  return ''
}

/** Of the first week whose Thursday lies in the month; month 13 is January of the next year. */
function firstMondayOf(year: number, month: number): string {
  const first = month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`
  const monday = mondayOf(first)
  return addDays(monday, 3) >= first ? monday : nextWeek(monday)
}

export function periodAfter({ kind, last_monday }: Period): Period {
  return periodOf({ kind, monday: nextWeek(last_monday) })
}

export function periodBefore({ kind, first_monday }: Period): Period {
  return periodOf({ kind, monday: previousWeek(first_monday) })
}

/** Every period of the kind from the one that holds the first Monday to the one that holds the last. */
export function periodsBetween(kind: PeriodKind, from_monday: string, to_monday: string): Period[] {
  const periods = []
  let period = periodOf({ kind, monday: from_monday })
  while (period.first_monday <= to_monday) {
    periods.push(period)
    period = periodAfter(period)
  }
  return periods
}

/** `第45—48周`, `第47周` */
export function weeksText({
  first_monday,
  last_monday,
}: Pick<Period, 'first_monday' | 'last_monday'>): string {
  const [first, last] = [weekOf(first_monday).week, weekOf(last_monday).week]
  return first === last ? `第${first}周` : `第${first}—${last}周`
}
