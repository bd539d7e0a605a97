import type { Database } from 'better-sqlite3'

/** What undoing leaves in the book on purpose: the trail itself, and the numbers that were taken. */
export const trail_tables = [
  ...['changes', 'change_rows', 'open_change', 'number_register', 'paper_register'],
  // What an import did stays told when it is taken back.
  ...['import_reports', 'import_report_parts', 'collection_merges', 'collection_merge_files'],
  // How a week stood at closing.
  'week_snapshots',
  // What is typed and not saved is on no record.
  'row_drafts',
]

/** Every row of every table but those that are derived (the search index, what statistics keep), spelt out: two books are the same when this is. */
export function dumpOf(sqlite: Database, except: readonly string[] = []): Record<string, unknown[]> {
  const tables = sqlite
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_%' ESCAPE '\\'
         AND name NOT LIKE 'kept\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables
      .filter((table) => !except.includes(table))
      .map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}" ORDER BY id`).all()]),
  )
}
