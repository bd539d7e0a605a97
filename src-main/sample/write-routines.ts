import { daysBetween, yearOf } from '../../src-shared/dates.ts'
import { guessSchedule } from '../../src-shared/read-schedule.ts'
import type { Schedule } from '../../src-shared/schedule.ts'
import { datesOfYear } from '../../src-shared/scheduled-dates.ts'
import type { HolidayTable } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import { setSchedules } from '../duties/set-schedules.ts'
import { recordDates } from '../routines/record-dates.ts'
import type { SampleYear } from './sample-year.ts'
import type { SampleIds } from './write-department.ts'

/** What the wording of a duty means to a calendar, and which of its dates the matters of the year were made of. */
export async function writeRoutines(
  change: Change,
  year: SampleYear,
  ids: SampleIds,
  holidays: HolidayTable,
): Promise<void> {
  const schedules = new Map<number, Schedule>()
  for (const [at, { due_rule, frequency }] of year.duties.entries()) {
    const schedule = guessSchedule(due_rule, frequency)
    const duty_id = ids.duties[at]
    if (schedule !== null && duty_id !== undefined) schedules.set(duty_id, schedule)
  }
  await setSchedules(
    change,
    [...schedules].map(([duty_id, schedule]) => ({ duty_id, schedule })),
  )
  const matters = await change.db
    .selectFrom('matters')
    .select(['id', 'duty_id', 'due_on'])
    .where('duty_id', 'in', [...schedules.keys()])
    .orderBy('id')
    .execute()
  const taken = new Map<string, Parameters<typeof recordDates>[1][number]>()
  for (const { id, duty_id, due_on } of matters) {
    const schedule = duty_id === null ? undefined : schedules.get(duty_id)
    if (schedule === undefined || duty_id === null || due_on === null) continue
    const date = nearest(schedule, due_on, holidays)
    const key = `${duty_id} ${date?.period}`
    if (date === undefined || taken.has(key)) continue
    taken.set(key, { duty_id, period: date.period, rule_on: date.rule_on, matter_id: id, skip_reason: '' })
  }
  if (taken.size > 0) await recordDates(change, [...taken.values()])
  change.describe(`载入示例年度：${schedules.size} 项职责的周期`)
}

const near = 20

/** The date of the schedule that a deadline can have meant. */
function nearest(schedule: Schedule, due_on: string, holidays: HolidayTable) {
  const distance = (date: { due_on: string }) => Math.abs(daysBetween(date.due_on, due_on))
  const dates = datesOfYear(schedule, yearOf(due_on), holidays)
  const [best] = dates.toSorted((one, other) => distance(one) - distance(other))
  return best !== undefined && distance(best) <= near ? best : undefined
}
