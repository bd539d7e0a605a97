// 办理时限 as a calendar understands it: a fixed date of the week, month, quarter, half-year or year, or so many days
// after (before) something happens. What the clerk wrote stays beside it as due_rule.
import { z } from 'zod'
import { addDays, weekdayName } from './dates.ts'

/** A day of the month; one that a month does not have, the 31st of June, is its last. */
const DayOfMonth = z.union([
  z.int().min(1).max(31),
  z.literal('last'),
  z.object({ working_day: z.int().min(1).max(15) }),
])
export type DayOfMonth = z.infer<typeof DayOfMonth>

const Month = z.int().min(1).max(12)

const Calendar = [
  /** Monday 1 to Sunday 7 */
  z.object({ kind: z.literal('weekly'), weekday: z.int().min(1).max(7) }),
  z.object({ kind: z.literal('monthly'), day: DayOfMonth }),
  /** `month` counts within the quarter or half-year, from 1. */
  z.object({ kind: z.literal('quarterly'), month: z.int().min(1).max(3), day: DayOfMonth }),
  z.object({ kind: z.literal('half_yearly'), month: z.int().min(1).max(6), day: DayOfMonth }),
  z.object({
    kind: z.literal('yearly'),
    dates: z
      .array(z.object({ month: Month, day: DayOfMonth }))
      .min(1)
      .max(12),
  }),
] as const

const Trigger = z.object({
  kind: z.literal('trigger'),
  /** 收到申请; empty where the wording has only the days, 5个工作日内. */
  event: z.string().max(40),
  side: z.enum(['after', 'before']),
  count: z.int().min(1).max(999),
  unit: z.enum(['day', 'working_day', 'month']),
})
export type Trigger = z.infer<typeof Trigger>

export const Schedule = z.discriminatedUnion('kind', [...Calendar, Trigger], '时限写法不对，请重新填写。')
export type Schedule = z.infer<typeof Schedule>
export type CalendarSchedule = Exclude<Schedule, Trigger>

/** As the database keeps it: JSON, empty when there is none. */
export function scheduleToText(schedule: Schedule | null): string {
  return schedule === null ? '' : JSON.stringify(schedule)
}

export function scheduleFromText(stored: string): Schedule | null {
  return stored === '' ? null : Schedule.parse(JSON.parse(stored))
}

/** In the words that `readSchedule` understands: `每季度首月10日前`, `收到申请后5个工作日内`. */
export function scheduleWords(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'weekly':
      return `每周${weekdayName(addDays('2026-11-15', schedule.weekday)).slice(-1)}前`
    case 'monthly':
      return `每月${dayWords(schedule.day)}前`
    case 'quarterly':
      return `每季度${monthWords(schedule, 3)}前`
    case 'half_yearly':
      return `每半年${monthWords(schedule, 6)}前`
    case 'yearly':
      return `每年${schedule.dates.map(({ month, day }) => `${month}月${dayWords(day)}`).join('、')}前`
    case 'trigger':
      return triggerWords(schedule)
  }
}

function dayWords(day: DayOfMonth): string {
  if (day === 'last') return '底'
  return typeof day === 'number' ? `${day}日` : `第${day.working_day}个工作日`
}

function monthWords({ month, day }: { month: number; day: DayOfMonth }, months: number): string {
  if (month === months && day === 'last') return '末'
  const which = month === 1 ? '首月' : month === months ? '末月' : `第${month}个月`
  return which + dayWords(day)
}

const unit_words = { day: '日', working_day: '个工作日', month: '个月' } as const

function triggerWords({ event, side, count, unit }: Trigger): string {
  const long = `${count}${unit_words[unit]}`
  if (side === 'before') return `${event}前${long}`
  return event === '' ? `${long}内` : `${event}后${long}内`
}
