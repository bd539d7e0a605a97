// Keeps the search index in step with the records, inside the change that touches them (see migration 0018).
import { type Kysely, sql, type Transaction } from 'kysely'
import { plainText } from '../../src-shared/plain-text.ts'
import type { MatterState } from '../../src-shared/weekly.ts'
import { readInitials } from './initials.ts'
import type { SearchedTable } from './search-tables.ts'
import { tokensOf } from './search-tokens.ts'
import type { Tables } from './tables.ts'

export const searched_tables = ['duties', 'matters', 'archive_entries'] as const satisfies SearchedTable[]

/** What an upgrade or a repair left to index, as if a change of this number had touched it. */
export const backlog = 0

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
    .limit(at_once)
    .execute()
  if (touched.length === 0) return false
  for (const table of searched_tables) {
    const ids = touched.filter(({ subject }) => subject === table).map(({ row_id }) => row_id)
    if (ids.length > 0) await indexRows(db, table, ids)
  }
  const done = touched.map(({ id }) => id)
  await db.deleteFrom('search_touched').where('id', 'in', done).execute()
  return true
}

async function indexRows(
  db: Transaction<Tables>,
  table: SearchedTable,
  ids: readonly number[],
): Promise<void> {
  await db.deleteFrom(`search_${table}`).where('rowid', 'in', ids).execute()
  const rows = await textsOf[table](db, ids)
  if (rows.length === 0) return
  const initials = await readInitials(rows.map(({ sentence }) => plainText(sentence)))
  const values = rows.map(({ id, words }, at) => ({
    rowid: id,
    words: tokensOf(plainText(words)),
    initials: tokensOf(initials[at] ?? ''),
  }))
  await db.insertInto(`search_${table}`).values(values).execute()
}

interface Texts {
  id: number
  /** All that is looked through, a line for each field. */
  words: string
  /** Of this the initials of some neighbouring characters may be typed. */
  sentence: string
}

const lines = (...columns: string[]) =>
  sql<string>`concat_ws(char(10), ${sql.join(columns.map((column) => sql.ref(column)))})`

/** The texts of those of the records that are found in this subject. */
const textsOf: Record<SearchedTable, (db: Kysely<Tables>, ids: readonly number[]) => Promise<Texts[]>> = {
  duties: (db, ids) =>
    db
      .selectFrom('duties')
      .select(['id', 'content as sentence'])
      .select(lines('number', 'content', 'due_rule', 'basis', 'output', 'remark').as('words'))
      .where('id', 'in', ids)
      .execute(),
  /** What is archived is found in the archive. */
  matters: (db, ids) =>
    db
      .selectFrom('matters')
      .select(['id', 'title as sentence'])
      .select(lines('number', 'title', 'detail', 'source', 'helpers').as('words'))
      .where('id', 'in', ids)
      .where('state', '<>', 'archived' satisfies MatterState)
      .execute(),
  archive_entries: (db, ids) =>
    db
      .selectFrom('archive_entries as e')
      .innerJoin('matters as m', 'm.id', 'e.matter_id')
      .select(['e.id', 'm.title as sentence'])
      .select(lines('m.number', 'm.title', 'm.detail', 'e.location', 'e.materials').as('words'))
      .where('e.id', 'in', ids)
      .execute(),
}
