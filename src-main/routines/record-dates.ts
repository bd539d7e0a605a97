import { yearOf } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { DateOfDuty, RoutineHabit, RoutineSkip } from '../../src-shared/routines.ts'
import type { Change } from '../database/change.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { datesInForce, recordedDates } from './routine-dates.ts'
import { type ScheduledDuty, scheduledDuties } from './routine-duties.ts'

/** The duties of these dates, by id. Throws when a schedule names one of the dates no longer, or it is recorded already. */
export async function dutiesOfFreeDates(
  change: Change,
  dates: readonly DateOfDuty[],
): Promise<Map<number, ScheduledDuty>> {
  const holidays = await holidayTable(change.db)
  const duties = await scheduledDuties(change.db, [...new Set(dates.map(({ duty_id }) => duty_id))])
  const by_id = new Map(duties.map((duty) => [duty.duty_id, duty]))
  const years = dates.map(({ rule_on }) => yearOf(rule_on))
  const recorded = await recordedDates(change.db, Math.min(...years), Math.max(...years))
  for (const date of dates) {
    const duty = by_id.get(date.duty_id)
    const named = duty === undefined ? [] : datesInForce(duty, yearOf(date.rule_on), holidays)
    const is_named = named.some(({ period, rule_on }) => period === date.period && rule_on === date.rule_on)
    if (duty === undefined || !is_named) throw datesMoved(duty)
    if (recorded.of(date) !== undefined) throw alreadyRecorded(duty)
  }
  return by_id
}

function datesMoved(duty: ScheduledDuty | undefined): UserProblem {
  return new UserProblem({
    code: 'routine_outdated',
    message: `${duty === undefined ? '有一项职责' : duty.number}的办理时限刚刚改过，这些日期已经不准，什么也没有保存。`,
    next: '请重新打开周期事项，核对后再生成。',
  })
}

function alreadyRecorded({ number }: ScheduledDuty): UserProblem {
  return new UserProblem({
    code: 'routine_recorded',
    message: `${number} 的这一期已经生成过，或已注明不列入，没有重复生成。`,
    next: '请刷新后再选。',
  })
}

export async function recordDates(
  change: Change,
  dates: readonly (DateOfDuty & { matter_id: number | null; skip_reason: string })[],
): Promise<void> {
  const rows = dates.map(({ duty_id, period, rule_on, matter_id, skip_reason }) => {
    return { duty_id, period, rule_on, matter_id, skip_reason }
  })
  await change.db.insertInto('routine_dates').values(rows).execute()
}

/** 不列入: these dates are not asked about again. */
export async function skipDates(
  change: Change,
  { dates, reason }: RoutineSkip,
): Promise<{ skipped: number }> {
  const duties = await dutiesOfFreeDates(change, dates)
  await recordDates(
    change,
    dates.map((date) => ({ ...date, matter_id: null, skip_reason: reason })),
  )
  const first = duties.get(dates[0]?.duty_id ?? 0)?.number ?? ''
  change.describe(`周期事项不列入：${first}${dates.length > 1 ? ` 等 ${dates.length} 期` : ''}`)
  return { skipped: dates.length }
}

/** A date that was left out waits again. */
export async function takeDateBack(change: Change, date: DateOfDuty): Promise<void> {
  await change.db
    .deleteFrom('routine_dates')
    .where('duty_id', '=', date.duty_id)
    .where('rule_on', '=', date.rule_on)
    .where('matter_id', 'is', null)
    .execute()
  const [duty] = await scheduledDuties(change.db, [date.duty_id])
  change.describe(`周期事项恢复列入：${duty?.number ?? ''}`)
}

export async function saveHabit(change: Change, { duty_id, lead_weeks }: RoutineHabit): Promise<void> {
  const [duty] = await scheduledDuties(change.db, [duty_id])
  if (duty === undefined || duty.lead_weeks === lead_weeks) return
  const kept = await change.db
    .updateTable('routine_habits')
    .set({ lead_weeks })
    .where('duty_id', '=', duty_id)
    .executeTakeFirst()
  if (kept.numUpdatedRows === 0n) {
    await change.db.insertInto('routine_habits').values({ duty_id, lead_weeks }).execute()
  }
  change.describe(`${duty.number} 提前 ${lead_weeks} 周列入每周清单`)
}
