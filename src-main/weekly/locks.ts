// 关账与解锁: which weeks are closed, and every closing there was.
import { sql } from 'kysely'
import type { WeekLock, WeekUnlock } from '../../src-shared/closing.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { WeekSheet } from '../../src-shared/weekly.ts'
import { titleOfWeek } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'

/** The lock that a week is under now. */
export async function findLock(db: Db, week_monday: string): Promise<WeekSheet['closed']> {
  const lock = await db
    .selectFrom('week_locks')
    .select(['id as lock_id', 'locked_on', 'locked_at'])
    .where('week_monday', '=', week_monday)
    .where('unlocked_on', 'is', null)
    .executeTakeFirst()
  return lock ?? null
}

/** Of these weeks those that are closed. */
export async function closedOf(db: Db, mondays: readonly string[]): Promise<Set<string>> {
  const closed = await db
    .selectFrom('week_locks')
    .select('week_monday')
    .where('week_monday', 'in', [...new Set(mondays)])
    .where('unlocked_on', 'is', null)
    .execute()
  return new Set(closed.map(({ week_monday }) => week_monday))
}

/** Every closing there was, newest first; a week merged into another one is told with it. */
export function listLocks(db: Db): Promise<WeekLock[]> {
  return selectLocks(db)
    .where((where) => where('week_locks.week_monday', '=', where.ref('week_locks.closed_with')))
    .orderBy('week_locks.id', 'desc')
    .execute()
}

export async function getLock(db: Db, lock_id: number): Promise<WeekLock> {
  const lock = await selectLocks(db).where('week_locks.id', '=', lock_id).executeTakeFirst()
  if (lock) return lock
  throw new UserProblem({
    code: 'lock_gone',
    message: '没有这一次关账的快照。',
    next: '请在关账记录里另选一次。',
  })
}

function selectLocks(db: Db) {
  return db
    .selectFrom('week_locks')
    .select(['week_locks.id', 'week_monday', 'title', 'locked_on', 'locked_at', 'locked_by', 'left_open'])
    .select(['unlocked_on', 'unlocked_by', 'unlock_reason'])
    .select(
      sql<number>`coalesce((SELECT row_count FROM week_snapshots
        WHERE lock_id = week_locks.id AND list = 'rows'), 0)`.as('rows'),
    )
}

/** 解锁: the week may be changed again, with the reason; its snapshot stays. The weeks merged into it go with it. */
export async function unlockWeek(change: Change, { week_monday, reason }: WeekUnlock): Promise<void> {
  const { db, today, who } = change
  const lock = await db
    .selectFrom('week_locks')
    .select('closed_with')
    .where('week_monday', '=', week_monday)
    .where('unlocked_on', 'is', null)
    .executeTakeFirst()
  const title = titleOfWeek(lock?.closed_with ?? week_monday, await holidayTable(db))
  if (lock === undefined) {
    throw new UserProblem({
      code: 'not_closed',
      message: `${title}没有关账，不用解锁。`,
      next: '请刷新页面看看现在的情况。',
    })
  }
  await db
    .updateTable('week_locks')
    .set({ unlocked_on: today, unlocked_by: who, unlock_reason: reason })
    .where('closed_with', '=', lock.closed_with)
    .where('unlocked_on', 'is', null)
    .execute()
  change.describe(`解锁 ${title}：${reason}`)
}
