import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * Forms whose columns the clerk has explained, and what every saved import did (导入报告): a head and its rows in packed
 * parts. Like the trail that they belong to, reports can only grow and are not audited themselves: an import that is
 * taken back keeps its report.
 */
export const imports: Migration = {
  version: 9,
  words: 'remembered forms and import reports',
  up(db) {
    db.exec(`CREATE TABLE import_forms (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('staff', 'duties', 'weekly')),
      name TEXT NOT NULL CHECK (name <> ''),
      shape TEXT NOT NULL CHECK (json_valid(shape)),
      mapping TEXT NOT NULL CHECK (json_valid(mapping)),
      remembered_on TEXT NOT NULL CHECK (remembered_on IS date(remembered_on)),
      UNIQUE (kind, shape)
    ) STRICT`)
    auditTable(db, 'import_forms')

    db.exec(`CREATE TABLE import_reports (
      id INTEGER PRIMARY KEY,
      change_id INTEGER NOT NULL UNIQUE REFERENCES changes (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL CHECK (kind IN ('staff', 'duties', 'weekly')),
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      digest TEXT NOT NULL CHECK (length(digest) IN (0, 64)),
      sheet TEXT NOT NULL,
      shape TEXT NOT NULL,
      read_rows INTEGER NOT NULL,
      new_rows INTEGER NOT NULL,
      changed_rows INTEGER NOT NULL,
      same_rows INTEGER NOT NULL,
      skipped_rows INTEGER NOT NULL,
      wrong_rows INTEGER NOT NULL,
      left_out_rows INTEGER NOT NULL,
      details TEXT NOT NULL CHECK (json_valid(details)),
      CHECK (read_rows = new_rows + changed_rows + same_rows + skipped_rows + wrong_rows + left_out_rows)
    ) STRICT`)
    db.exec('CREATE INDEX import_reports_by_shape ON import_reports (kind, shape)')
    db.exec(`CREATE TABLE import_report_parts (
      id INTEGER PRIMARY KEY,
      report_id INTEGER NOT NULL REFERENCES import_reports (id) ON DELETE RESTRICT,
      part INTEGER NOT NULL CHECK (part >= 0),
      packed_rows BLOB NOT NULL,
      UNIQUE (report_id, part)
    ) STRICT`)
    for (const table of ['import_reports', 'import_report_parts']) {
      for (const operation of ['UPDATE', 'DELETE']) {
        db.exec(`CREATE TRIGGER ${table}_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON ${table}
          BEGIN SELECT RAISE(ABORT, 'an import report stays as it is'); END`)
      }
    }
  },
}
