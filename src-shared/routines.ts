import { z } from 'zod'
import { addDays, CalendarDate, daysBetween } from './dates.ts'
import { Id, required } from './fields.ts'
import { Schedule } from './schedule.ts'
import type { ScheduledDate } from './scheduled-dates.ts'
import { Monday, mondayOf } from './week.ts'
import type { MatterState } from './weekly.ts'

/** Weeks at the most between a matter's first week and the week of its deadline. */
export const longest_lead = 26

/** What is not listed yet, of all weeks from the current one up to `to_monday`. */
export const RoutineQuestion = z.object({ to_monday: Monday })

export const RoutineYearQuestion = z.object({ year: z.int().min(2000).max(2199) })

const at_once = '一次最多处理 500 项，请分几次来做。'

/** One date of one duty's schedule. */
export const DateOfDuty = z.object({ duty_id: Id, period: z.string().min(1).max(20), rule_on: CalendarDate })
export type DateOfDuty = z.infer<typeof DateOfDuty>

export const RoutineGeneration = z.object({
  rows: z
    .array(
      DateOfDuty.extend({
        title: required('工作事项', 300),
        due_on: CalendarDate,
        /** The week in whose list it appears first. */
        week_monday: Monday,
      }),
    )
    .min(1, '请先选中要生成的事项。')
    .max(500, at_once),
})
export type RoutineGeneration = z.infer<typeof RoutineGeneration>

export const RoutineSkip = z.object({
  dates: z.array(DateOfDuty).min(1, '请先选中不需要的日期。').max(500, at_once),
  reason: required('不列入的原因', 200),
})
export type RoutineSkip = z.infer<typeof RoutineSkip>

export const RoutineStart = z.object({
  duty_id: Id,
  event_on: CalendarDate,
  title: required('工作事项', 300),
})
export type RoutineStart = z.infer<typeof RoutineStart>

export const RoutineHabit = z.object({
  duty_id: Id,
  lead_weeks: z.int().min(0).max(longest_lead, `最多提前 ${longest_lead} 周。`),
})
export type RoutineHabit = z.infer<typeof RoutineHabit>

interface RoutineDuty {
  duty_id: number
  number: string
  content: string
  group_id: number
  group_name: string
  category_name: string
  frequency: string
  due_rule: string
}

/** What the wording of a duty's time limit may mean to a calendar; nothing is made of it before she says so. */
export interface GuessedSchedule extends RoutineDuty {
  schedule: Schedule
}

export const RoutineAdoption = z.object({
  rows: z
    .array(z.object({ duty_id: Id, schedule: Schedule }))
    .min(1, '请先勾选职责。')
    .max(500, at_once),
})

/** A date of a duty's schedule and what became of it. */
export interface RoutineDate extends ScheduledDate {
  /** The week in whose list it appears, or appeared, first. */
  week_monday: string
  state: 'waiting' | 'listed' | 'skipped'
  /** Of the matter; empty and null while there is none. */
  matter_number: string
  matter_id: number | null
  matter_state: MatterState | null
  skip_reason: string
}

export interface RoutineOfYear extends RoutineDuty {
  lead_weeks: number
  dates: RoutineDate[]
}

/** A duty that no calendar can list by itself: its schedule waits for something to happen, or says no date. */
export interface RoutineByHand extends RoutineDuty {
  schedule: Schedule | null
}

export interface RoutineYear {
  year: number
  /** Holidays of that year are not known yet: 暂算. */
  is_provisional: boolean
  routines: RoutineOfYear[]
  by_hand: RoutineByHand[]
}

/** A matter that may be listed now. */
export interface WaitingRoutine extends RoutineDuty, DateOfDuty {
  title: string
  due_on: string
  week_monday: string
  /** A岗 on the day it is due; null when nobody is. */
  staff_id: number | null
  staff_name: string
  /** B岗 on that day, parted by 、. */
  helpers: string
}

/** `periodWords('2026-Q4') // '第四季度'`; the year is not said. */
export function periodWords(period: string): string {
  const [, half] = /-H([12])$/.exec(period) ?? []
  if (half !== undefined) return half === '1' ? '上半年' : '下半年'
  const [, quarter] = /-Q([1-4])$/.exec(period) ?? []
  if (quarter !== undefined) return `第${'一二三四'.charAt(Number(quarter) - 1)}季度`
  const [, week] = /-W(\d\d)$/.exec(period) ?? []
  if (week !== undefined) return `第${Number(week)}周`
  const [, month, day] = /^\d{4}-(\d\d)(?:-(\d\d))?$/.exec(period) ?? []
  return `${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`
}

/** The dates that the rule names in a month of the year, `11`; the deadline itself may lie a few days before it. */
export function datesOfMonth<Date extends ScheduledDate>(dates: readonly Date[], month: number): Date[] {
  return dates.filter(({ rule_on }) => Number(rule_on.slice(5, 7)) === month)
}

/** The day of the deadline, `10`, with its month where that is not the month of the rule: `12.31`. */
export function dayText({ rule_on, due_on }: ScheduledDate): string {
  const day = String(Number(due_on.slice(8)))
  return due_on.slice(0, 7) === rule_on.slice(0, 7) ? day : `${Number(due_on.slice(5, 7))}.${day}`
}

/** What the matter of one date is called until the clerk says otherwise: `召开支委会（11月）`. */
export function titleOfRoutine(content: string, schedule: Schedule, period: string): string {
  const first_line = content.split('\n', 1)[0] ?? ''
  const once_a_year = schedule.kind === 'yearly' && schedule.dates.length === 1
  const words = once_a_year ? `${period.slice(0, 4)}年` : periodWords(period)
  return `${first_line.slice(0, 280)}（${words}）`
}

/** The week of a matter whose deadline she sets herself: as many weeks before it as planned, but none that is past. */
export function weekOfMoved(
  { due_on, week_monday }: Pick<WaitingRoutine, 'due_on' | 'week_monday'>,
  moved_to: string,
  today: string,
): string {
  const shifted = addDays(week_monday, daysBetween(mondayOf(due_on), mondayOf(moved_to)))
  return shifted < mondayOf(today) ? mondayOf(today) : shifted
}
