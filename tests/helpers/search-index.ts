import type { Database } from 'better-sqlite3'
import { searched_tables } from '../../src-main/database/search-index.ts'

/** The whole index, token by token, with what is noted and not in it yet. */
export function dumpOfIndex(sqlite: Database): Record<string, unknown[]> {
  const tokens = searched_tables.map((table) => {
    sqlite.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.tokens_of_${table}
      USING fts5vocab (main, search_${table}, instance)`)
    const found = sqlite.prepare(`SELECT * FROM temp.tokens_of_${table} ORDER BY doc, col, offset`).all()
    return [table, found] as const
  })
  return { ...Object.fromEntries(tokens), noted: sqlite.prepare('SELECT * FROM search_touched').all() }
}

/** As a disk does that forgets: the tokens of every table are gone, the records are not. */
export function emptyIndexOf(sqlite: Database): void {
  for (const table of searched_tables) {
    sqlite.exec(`INSERT INTO search_${table} (search_${table}) VALUES ('delete-all')`)
  }
}
