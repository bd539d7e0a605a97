import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** How each report was exported last: its paper, its 附件 line, the columns left out. */
export const reportLayouts: Migration = {
  version: 13,
  words: 'report layouts',
  up(db) {
    db.exec(`CREATE TABLE report_layouts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      report TEXT NOT NULL UNIQUE CHECK (report <> ''),
      paper TEXT NOT NULL CHECK (paper IN ('A4', 'A3')),
      orientation TEXT NOT NULL CHECK (orientation IN ('landscape', 'portrait')),
      attachment TEXT NOT NULL,
      hidden_columns TEXT NOT NULL CHECK (json_valid(hidden_columns))
    ) STRICT`)
    auditTable(db, 'report_layouts')
  },
}
