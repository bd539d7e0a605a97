import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'
import { noteSearched, watched_tables } from './searched.ts'

/**
 * The search index knows of each record what it can be filtered by; 件 and names of files are in it, too. Everything is
 * noted to be indexed anew. Questions asked again and again are kept by name (常用查找).
 */
export const searchFilters: Migration = {
  version: 26,
  words: 'search by filters, items and file names; kept questions',
  up(db) {
    const subjects = ['duties', 'matters', 'archive_entries', 'archive_items', 'files']
    for (const table of subjects) db.exec(`DROP TABLE IF EXISTS search_${table}`)
    db.exec('DROP TABLE search_touched')
    for (const table of subjects) {
      db.exec(`CREATE VIRTUAL TABLE search_${table}
        USING fts5 (words, initials, facets, content = '', contentless_delete = 1, tokenize = 'ascii')`)
    }
    db.exec(`CREATE TABLE search_touched (
      id INTEGER PRIMARY KEY,
      subject TEXT NOT NULL CHECK (subject IN (${subjects.map((table) => `'${table}'`).join(', ')})),
      row_id INTEGER NOT NULL,
      change_id INTEGER NOT NULL,
      UNIQUE (subject, row_id)
    ) STRICT`)
    db.exec('CREATE INDEX search_touched_by_change_id ON search_touched (change_id)')
    for (const table of watched_tables) noteSearched(db, table)
    for (const table of subjects) {
      db.exec(
        `INSERT INTO search_touched (subject, row_id, change_id) SELECT '${table}', id, 0 FROM ${table}`,
      )
    }
    db.exec(`CREATE TABLE kept_searches (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      filter TEXT NOT NULL CHECK (json_valid(filter))
    ) STRICT`)
    auditTable(db, 'kept_searches')
  },
}
