import { UserProblem } from '../../src-shared/problem.ts'
import { mergedMondays } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { checkWeek, findingWords } from './check-week.ts'
import { closedOf } from './locks.ts'
import { keepSnapshot } from './week-snapshot.ts'

/**
 * 关账: keeps how every list stands (周五快照), then lets nothing of the week change any more until it is unlocked. What the
 * check finds does not stand in the way: the clerk has seen it, and the lock says so.
 */
export async function closeWeek(
  change: Change,
  { week_monday }: { week_monday: string },
): Promise<{ left_open: string }> {
  const { db, today, time, who } = change
  const { title, obstacle, findings } = await checkWeek(db, today, week_monday)
  if (obstacle !== '') throw new UserProblem({ code: 'cannot_close', message: obstacle })
  const mondays = mergedMondays(week_monday, await holidayTable(db))
  const closed = await closedOf(db, mondays)
  if (closed.has(week_monday)) {
    throw new UserProblem({
      code: 'closed_already',
      message: `${title}已经关账。`,
      next: '要重新关账的，请先解锁并写明原因。',
    })
  }
  const left_open = findingWords(findings)
  const open = { unlocked_on: null, unlocked_by: '', unlock_reason: '' }
  const lock = { closed_with: week_monday, locked_on: today, locked_at: time, locked_by: who, ...open }
  const { id } = await db
    .insertInto('week_locks')
    .values({ ...lock, week_monday, title, left_open })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepSnapshot(change, id, week_monday)
  const others = mondays.filter((monday) => monday !== week_monday && !closed.has(monday))
  if (others.length > 0) {
    await db
      .insertInto('week_locks')
      .values(others.map((monday) => ({ ...lock, week_monday: monday, title, left_open: '' })))
      .execute()
  }
  change.describe(`关账 ${title}`)
  return { left_open }
}
