import type { WeekNaming } from '../../src-shared/closing.ts'
import { nameOfIsoWeek } from '../../src-shared/week.ts'
import { nextWorkWeek } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import { holidayTable } from '../holidays/holiday-table.ts'

/**
 * Gives weeks names of their own. From 教学第3周 on the weeks after it are 教学第4周, 教学第5周 …; a week without a working
 * day is passed over. An empty name, or the number a week has anyway, takes the name away.
 */
export async function nameWeeks(
  change: Change,
  { week_monday, name, weeks }: WeekNaming,
): Promise<{ named: number }> {
  const { db } = change
  const holidays = await holidayTable(db)
  let monday = week_monday
  for (let n = 0; n < weeks; n++) {
    await nameWeek(change, monday, countOn(name, n), holidays.names?.[monday] ?? '')
    monday = nextWorkWeek(monday, holidays)
  }
  const own = nameOfIsoWeek(week_monday)
  const title = name === '' || name === own ? `${own}恢复原名` : `${own}命名为“${name}”`
  change.describe(weeks > 1 ? `${title}，连续 ${weeks} 周` : title)
  return { named: weeks }
}

async function nameWeek({ db }: Change, week_monday: string, name: string, old: string): Promise<void> {
  const wanted = name === nameOfIsoWeek(week_monday) ? '' : name
  if (wanted === old) return
  if (wanted === '') await db.deleteFrom('week_names').where('week_monday', '=', week_monday).execute()
  else if (old === '') await db.insertInto('week_names').values({ week_monday, name: wanted }).execute()
  else
    await db.updateTable('week_names').set({ name: wanted }).where('week_monday', '=', week_monday).execute()
}

/** `countOn('教学第3周', 2) // '教学第5周'`: the last number in it; a name without one stays as it is. */
function countOn(name: string, by: number): string {
  return name.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + by))
}
