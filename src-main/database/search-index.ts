// Keeps the search index in step with the records, inside the change that touches them (see migrations/searched.ts).
import { sql, type Transaction } from 'kysely'
import { plainText } from '../../src-shared/plain-text.ts'
import { readInitials } from './initials.ts'
import type { SearchedTable } from './search-tables.ts'
import { textsOf } from './search-texts.ts'
import { tokensOf } from './search-tokens.ts'
import type { Tables } from './tables.ts'

export const searched_tables = [
  'duties',
  'matters',
  'archive_entries',
  'archive_items',
  'files',
] as const satisfies SearchedTable[]

/** What an upgrade or a repair left to index, as if a change of this number had touched it. */
export const backlog = 0

/** Some 20 ms of work. */
const at_once = 200

/** Indexes what the change touched, giving others their turn; no record of it is left over. */
export async function indexTouched(db: Transaction<Tables>, change_id: number): Promise<void> {
  while (await indexSome(db, change_id)) await new Promise((resolve) => setImmediate(resolve))
}

/** Indexes some of what is noted and answers whether there was any. */
export async function indexSome(db: Transaction<Tables>, change_id: number): Promise<boolean> {
  const touched = await db
    .selectFrom('search_touched')
    .select(['id', 'subject', 'row_id'])
    .where('change_id', '=', change_id)
    .orderBy('id')
    .limit(at_once)
    .execute()
  if (touched.length === 0) return false
  for (const table of searched_tables) {
    const ids = touched.filter(({ subject }) => subject === table).map(({ row_id }) => row_id)
    if (ids.length > 0) await indexRows(db, table, ids)
  }
  const done = JSON.stringify(touched.map(({ id }) => id))
  await sql`DELETE FROM search_touched WHERE id IN (SELECT value FROM json_each(${done}))`.execute(db)
  return true
}

/** Rows go in as one JSON text: to compile a statement with a parameter for each value would take longer than to run it. */
async function indexRows(
  db: Transaction<Tables>,
  table: SearchedTable,
  ids: readonly number[],
): Promise<void> {
  const index = sql.table(`search_${table}`)
  await sql`DELETE FROM ${index} WHERE rowid IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(
    db,
  )
  const rows = await textsOf[table](db, ids)
  if (rows.length === 0) return
  const initials = await readInitials(rows.map(({ sentence }) => plainText(sentence)))
  const lines = rows.map(({ id, words, facets }, at) => [
    id,
    tokensOf(plainText(words)),
    tokensOf(initials[at] ?? ''),
    facets,
  ])
  await sql`INSERT INTO ${index} (rowid, words, initials, facets)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${JSON.stringify(lines)})`.execute(
    db,
  )
}
