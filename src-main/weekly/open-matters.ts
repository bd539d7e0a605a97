import { type RawBuilder, sql } from 'kysely'
import { open_states } from '../../src-shared/weekly.ts'

/** Written out, not bound: SQLite uses the index of open matters only where it can read the states in the query. */
const open_words = sql.join(open_states.map((state) => sql.lit(state)))

/** `isOpen` of matter-words.ts in SQL; `alias` names the matters table. */
export function isOpenIn(alias: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${alias}.state`)} IN (${open_words})`
}
