// 完成率统计: how many matters entered, were finished, go on, ran over their time limit. domain.md §c.5.
import { z } from 'zod'
import { Id } from './fields.ts'
import { type Period, PeriodQuestion } from './periods.ts'
import type { MatterRow } from './weekly.ts'

export const counted_by_words = { staff: '人员', group: '组别', category: '类别', time: '时间' } as const
export type CountedBy = keyof typeof counted_by_words
export const CountedBy = z.enum(Object.keys(counted_by_words) as [CountedBy, ...CountedBy[]])

export const StatisticsQuestion = z.object({
  period: PeriodQuestion,
  /** By time: the year's weeks, months, quarters of the period's kind; all years for years. */
  by: CountedBy,
  /** Of one person, group or category alone; 0 is 未定责任人. */
  staff_id: z.int().nonnegative().nullable().default(null),
  group_id: Id.nullable().default(null),
  category_id: Id.nullable().default(null),
})
export type StatisticsQuestion = z.infer<typeof StatisticsQuestion>

/**
 * Each matter counts once a period. What was there is what has become of it:
 * carried_in + planned + unplanned = finished + withdrawn + carried_out.
 */
export interface MatterCounts {
  /** 上期结转: open when the period began. */
  carried_in: number
  /** Entered in the period, planned; and unplanned (计划外). */
  planned: number
  unplanned: number
  finished: number
  /** Of the finished ones, after their time limit. */
  late: number
  withdrawn: number
  /** 结转: open at its end, or now. */
  carried_out: number
  /** Of those that are carried out, over their time limit. */
  overdue_open: number
}

export interface StatisticsRow extends MatterCounts {
  /** Of the person, group or category; of a period its first Monday. */
  key: number | string
  name: string
  /** The group of a person; the weeks of a period. */
  note: string
}

export interface Statistics {
  period: Period
  /** Counted up to this week: a period that has not ended stands as it does today. */
  until_monday: string
  is_running: boolean
  rows: StatisticsRow[]
  total: MatterCounts
}

export const no_matters: MatterCounts = {
  carried_in: 0,
  planned: 0,
  unplanned: 0,
  finished: 0,
  late: 0,
  withdrawn: 0,
  carried_out: 0,
  overdue_open: 0,
}

/** 计划数: what the period began with and what was planned for it. */
export function plannedCount({ carried_in, planned }: MatterCounts): number {
  return carried_in + planned
}

/** 逾期数: finished after the time limit, or still open after it. */
export function overdueCount({ late, overdue_open }: MatterCounts): number {
  return late + overdue_open
}

/** 应办数, what the rate is of: all but what was withdrawn. */
export function dueCount({ finished, carried_out }: MatterCounts): number {
  return finished + carried_out
}

/** 完成率 in percent; null where nothing was to be done. */
export function completionRate(counts: MatterCounts): number | null {
  const due = dueCount(counts)
  return due === 0 ? null : (counts.finished / due) * 100
}

/** `92.5%`; never 100% while something is open. */
export function rateText(counts: MatterCounts): string {
  const rate = completionRate(counts)
  if (rate === null) return '—'
  if (counts.carried_out > 0) return `${(Math.min(Math.round(rate * 10), 999) / 10).toFixed(1)}%`
  return '100%'
}

/** What the counts mean, for the screen, the manual and the foot of the sheet. */
export const counting_rules: readonly string[] = [
  '计划数＝上期结转＋本期列入的计划内事项；计划外是本期列入时没有计划过的。一件事项一期只计一次。',
  '完成数按完成时间计，以已销号为准；报了完成还没有销号的算结转。撤销的不计入完成率。',
  '计划数＋计划外＝完成数＋结转数＋撤销数；完成率＝完成数÷（完成数＋结转数）。',
  '逾期数＝超过时限才完成的＋期末（本期未完的，到今天）超过时限仍未办结的（报了完成、等销号的不算）；批准延期的按延期后的时限。',
  '周归入星期四所在的月、季、年；按事项现在的责任人、组别、类别统计。',
]

export const CountedQuestion = StatisticsQuestion.extend({
  what: z.enum(['carried_in', 'planned', 'unplanned', 'finished', 'withdrawn', 'carried_out', 'overdue']),
})
export type CountedQuestion = z.infer<typeof CountedQuestion>

export interface CountedMatter extends Pick<MatterRow, 'due_on' | 'due_text' | 'finished_on' | 'state'> {
  matter_id: number
  number: string
  title: string
  category_name: string
  group_name: string
  staff_name: string
}

/** Soonest due first; `rows` may be cut, `total` is not. */
export interface CountedMatters {
  rows: CountedMatter[]
  total: number
}
