// The search index can be made anew at any time from the records.
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import { type Change, makeChange } from '../database/change.ts'
import { readInitials } from '../database/initials.ts'
import { alone, type OpenDatabase } from '../database/open-database.ts'
import { backlog, indexSome, searched_tables } from '../database/search-index.ts'
import type { SearchedTable } from '../database/search-tables.ts'

/** Indexes what an upgrade or a repair left, some at a time, so that changes of the clerk's come in between. */
export async function indexBacklog(book: OpenDatabase, clock: Clock): Promise<void> {
  const indexNext = () =>
    makeChange(book, clock, { method: 'search.index' }, (change) => indexSome(change.db, backlog))
  while (await indexNext()) await new Promise((resolve) => setImmediate(resolve))
}

/** Makes the index anew when it is damaged or lacks a record, and says whether it was. Leaves the dictionary loaded. */
export async function mendIndex(book: OpenDatabase, clock: Clock): Promise<boolean> {
  const is_sound = await alone(book, () => isSound(book.sqlite))
  if (!is_sound) await makeChange(book, clock, { method: 'search.index' }, emptyIndex)
  await indexBacklog(book, clock)
  // Otherwise the clerk's first change would wait for it.
  await readInitials([])
  return !is_sound
}

/** The records that are found, where that is not all of them. */
const wantedOf: Partial<Record<SearchedTable, string>> = {
  matters: "matters WHERE state <> 'archived'",
  files: `files WHERE id IN (SELECT file_id FROM staff_photos UNION ALL SELECT file_id FROM submissions
    UNION ALL SELECT file_id FROM matter_files UNION ALL SELECT file_id FROM archive_files WHERE trashed_on IS NULL)`,
}

/** Every record that is not noted to be indexed stands in the index, and nothing else does. */
function isSound(sqlite: OpenDatabase['sqlite']): boolean {
  return searched_tables.every((table) => {
    const wanted = wantedOf[table] ?? table
    const noted = `SELECT row_id FROM search_touched WHERE subject = '${table}'`
    const there = `SELECT rowid FROM search_${table} WHERE rowid NOT IN (${noted})`
    const expected = `SELECT * FROM (SELECT id FROM ${wanted}) WHERE id NOT IN (${noted})`
    const differs = sqlite.prepare(
      `SELECT EXISTS (${there} EXCEPT ${expected}) OR EXISTS (${expected} EXCEPT ${there})`,
    )
    try {
      sqlite.exec(`INSERT INTO search_${table} (search_${table}) VALUES ('integrity-check')`)
      return differs.pluck().get() === 0
    } catch (error) {
      if (isDamagedIndex(error)) return false
      throw error
    }
  })
}

function isDamagedIndex(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CORRUPT_VTAB'
}

async function emptyIndex({ db }: Change): Promise<void> {
  for (const table of searched_tables) {
    const index = sql.table(`search_${table}`)
    await sql`INSERT INTO ${index} (${index}) VALUES ('delete-all')`.execute(db)
    await db
      .insertInto('search_touched')
      .columns(['subject', 'row_id', 'change_id'])
      .expression(
        db
          .selectFrom(table)
          .select([sql.lit(table).as('subject'), 'id', sql.lit(backlog).as('change_id')])
          .where(sql.lit(true)),
      )
      .onConflict((conflict) => conflict.columns(['subject', 'row_id']).doNothing())
      .execute()
  }
}
