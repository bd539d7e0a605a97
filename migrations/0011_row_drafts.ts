import type { Migration } from './migration.ts'

/**
 * What was typed into a grid and is not in the book yet, word for word, so that a crash loses none of it. It is no record:
 * it has no trail and is not undone.
 */
export const rowDrafts: Migration = {
  version: 11,
  words: 'rows that were typed and not saved yet',
  up(db) {
    db.exec(`CREATE TABLE row_drafts (
      id INTEGER PRIMARY KEY,
      grid TEXT NOT NULL CHECK (grid <> ''),
      rows TEXT NOT NULL CHECK (json_valid(rows))
    ) STRICT`)
    db.exec('CREATE UNIQUE INDEX row_drafts_by_grid ON row_drafts (grid)')
  },
}
