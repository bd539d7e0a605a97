import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** 套表填报: a superior's blank form, what goes where in it, the words it is known by, and each filling. */
export const forms: Migration = {
  version: 14,
  words: 'forms that fill themselves',
  up(db) {
    db.exec(`CREATE TABLE forms (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL CHECK (name <> ''),
      file_id INTEGER NOT NULL UNIQUE REFERENCES files (id) ON DELETE RESTRICT,
      mapping TEXT NOT NULL CHECK (json_valid(mapping)),
      shape TEXT NOT NULL CHECK (json_valid(shape))
    ) STRICT`)
    db.exec(`CREATE TABLE form_fillings (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      form_id INTEGER NOT NULL REFERENCES forms (id) ON DELETE RESTRICT,
      filled_on TEXT NOT NULL CHECK (filled_on IS date(filled_on)),
      period TEXT NOT NULL,
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      row_count INTEGER NOT NULL CHECK (row_count >= 0)
    ) STRICT`)
    db.exec('CREATE INDEX form_fillings_by_form_id ON form_fillings (form_id)')
    for (const table of ['forms', 'form_fillings']) auditTable(db, table)
  },
}
