// Every change of the book is one transaction that also writes the audit trail. Nothing else opens a transaction.
import { sql, type Transaction } from 'kysely'
import { timeOfDay } from '../../src-shared/dates.ts'
import type { Clock } from '../clock.ts'
import type { OpenDatabase } from './open-database.ts'
import { indexTouched } from './search-index.ts'
import type { Tables } from './tables.ts'

/** Handed to everything that changes rows; a function that takes a `Db` can only be meant to read. */
export interface Change {
  readonly db: Transaction<Tables>
  /** The clerk's calendar date, `YYYY-MM-DD`. */
  readonly today: string
  /** Her time of day, `16:30`. */
  readonly time: string
  /** The clerk's name from the settings (经办人). */
  readonly who: string
  /** The sentence the audit trail and 撤销 show, such as `新增职责 ZZ-DJ-012`. The last one given counts. */
  describe(title: string): void
}

export interface ChangeOptions {
  /** The contract method, for the trail. */
  method: string
  undoes_change_id?: number
}

/**
 * Runs `work` in one transaction. All of it is kept or, when it throws, none of it.
 * A change that in the end touched no row leaves no trace in the trail.
 */
export async function makeChange<T>(
  book: OpenDatabase,
  clock: Clock,
  options: ChangeOptions,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  return book.db.transaction().execute(async (db) => {
    const change_id = await openChange(db, options)
    const who = await nameOfClerk(db)
    let title = options.method
    const value = await work({
      db,
      today: clock.today(),
      time: timeOfDay(clock.now()),
      who,
      describe: (words) => (title = words),
    })
    // Also what was written as it was before: that is noted, too, and leaves no trail.
    await indexTouched(db, change_id)
    const touched = await db
      .selectFrom('change_rows')
      .select('id')
      .where('change_id', '=', change_id)
      .limit(1)
      .execute()
    if (touched.length > 0) {
      const undoes_change_id = options.undoes_change_id ?? null
      const made_at = clock.now().toISOString()
      await db
        .insertInto('changes')
        .values({ id: change_id, made_at, who, method: options.method, title, undoes_change_id })
        .execute()
    }
    await db.updateTable('open_change').set({ change_id: null, is_undo: 0 }).execute()
    return value
  })
}

/** Reserves the number of the change, so that the row triggers can refer to it before its title is known. */
async function openChange(db: Transaction<Tables>, options: ChangeOptions): Promise<number> {
  const { next } = await db
    .selectFrom('changes')
    .select(sql<number>`coalesce(max(id), 0) + 1`.as('next'))
    .executeTakeFirstOrThrow()
  const is_undo = options.undoes_change_id === undefined ? 0 : 1
  await db.updateTable('open_change').set({ change_id: next, is_undo }).execute()
  return next
}

async function nameOfClerk(db: Transaction<Tables>): Promise<string> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'clerk_name')
    .executeTakeFirst()
  const name: unknown = row ? JSON.parse(row.value) : ''
  return typeof name === 'string' && name !== '' ? name : '经办人'
}

/** The number of this change, unless it has left the book as it was. */
export async function changeThatWrote({ db }: Change): Promise<number | null> {
  const written = await db
    .selectFrom('change_rows')
    .innerJoin('open_change', 'open_change.change_id', 'change_rows.change_id')
    .select('change_rows.change_id')
    .limit(1)
    .executeTakeFirst()
  return written?.change_id ?? null
}
