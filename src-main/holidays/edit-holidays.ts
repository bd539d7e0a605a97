import { monthDay, weekdayName, weekdayOf, yearOf } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { HolidayDay } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'

export function listHolidays(db: Db, year: number): Promise<HolidayDay[]> {
  return db
    .selectFrom('holiday_days')
    .select(['day', 'kind', 'name'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute()
}

/** `days` is the whole year as it shall be; only days that differ are touched. No day at all makes it 暂算 again. */
export async function saveHolidays(change: Change, year: number, days: HolidayDay[]): Promise<void> {
  checkDays(year, days)
  const before = new Map((await listHolidays(change.db, year)).map((day) => [day.day, day]))
  const after = new Set(days.map((day) => day.day))
  const gone = [...before.keys()].filter((day) => !after.has(day))
  const fresh = days.filter((day) => !before.has(day.day))
  if (gone.length > 0) await change.db.deleteFrom('holiday_days').where('day', 'in', gone).execute()
  for (const { day, kind, name } of days) {
    const old = before.get(day)
    if (!old || (old.kind === kind && old.name === name)) continue
    await change.db.updateTable('holiday_days').set({ kind, name }).where('day', '=', day).execute()
  }
  if (fresh.length > 0) await change.db.insertInto('holiday_days').values(fresh).execute()
  change.describe(`修改 ${year} 年节假日`)
}

function checkDays(year: number, days: readonly HolidayDay[]): void {
  const seen = new Set<string>()
  for (const { day, kind } of days) {
    if (yearOf(day) !== year) throw wrongDay(`${day} 不在 ${year} 年。`)
    if (seen.has(day)) throw wrongDay(`${monthDay(day)}写了两次。`)
    if (kind === 'work' && weekdayOf(day) <= 5) {
      throw wrongDay(`${monthDay(day)}是${weekdayName(day)}，本来就上班，不用写成调休上班。`)
    }
    seen.add(day)
  }
}

function wrongDay(message: string): UserProblem {
  return new UserProblem({
    code: 'holiday_wrong',
    message,
    next: '请对照国务院办公厅当年的放假通知改正，再保存。',
    fields: { days: message },
  })
}
