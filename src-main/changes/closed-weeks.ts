import { UserProblem } from '../../src-shared/problem.ts'
import { titleOfWeek } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import type { RowImage } from './row-image.ts'

/** Tables whose rows stay as they are in a closed week. */
const kept: ReadonlySet<string> = new Set(['matter_weeks', 'week_reports', 'week_returns'])

/** A change of a week that was closed since then is not taken back behind its lock. */
export async function refuseClosedWeeks(db: Db, title: string, images: readonly RowImage[]): Promise<void> {
  const mondays = images
    .filter(({ table_name }) => kept.has(table_name))
    .flatMap(({ before, after }) => [before?.week_monday, after?.week_monday])
    .filter((monday) => typeof monday === 'string')
  if (mondays.length === 0) return
  const closed = await db
    .selectFrom('week_locks')
    .select('week_monday')
    .where('week_monday', 'in', [...new Set(mondays)])
    .where('unlocked_on', 'is', null)
    .orderBy('week_monday')
    .execute()
  if (closed.length === 0) return
  const holidays = await holidayTable(db)
  const weeks = closed.map(({ week_monday }) => titleOfWeek(week_monday, holidays))
  throw new UserProblem({
    code: 'week_closed',
    message: `不能撤销“${title}”：它改动的${weeks.join('、')}已经关账。没有改动任何内容。`,
    next: '确实要撤销的，请先在“每周销号”里解锁这一周并写明原因，再来撤销。',
  })
}
