import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** 上报记录: what was handed upward, with the very file. Never changed: only declared void, or followed by a newer one. */
export const submissions: Migration = {
  version: 16,
  words: 'submissions',
  up(db) {
    db.exec(`CREATE TABLE submissions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      title TEXT NOT NULL CHECK (title <> ''),
      period TEXT NOT NULL,
      sent_to TEXT NOT NULL CHECK (sent_to <> ''),
      sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on)),
      way TEXT NOT NULL CHECK (way IN ('paper', 'electronic', 'both')),
      note TEXT NOT NULL,
      report TEXT NOT NULL,
      request TEXT NOT NULL CHECK (request = '' OR json_valid(request)),
      file_id INTEGER NOT NULL UNIQUE REFERENCES files (id) ON DELETE RESTRICT,
      replaces_id INTEGER UNIQUE REFERENCES submissions (id) ON DELETE RESTRICT,
      recorded_by TEXT NOT NULL,
      voided_on TEXT CHECK (voided_on IS date(voided_on)),
      void_reason TEXT NOT NULL CHECK ((voided_on IS NULL) = (void_reason = ''))
    ) STRICT`)
    db.exec('CREATE INDEX submissions_by_sent_on ON submissions (sent_on)')
    const unless_undo = '(SELECT is_undo FROM open_change) = 0'
    const fixed = [
      ...['title', 'period', 'sent_to', 'sent_on', 'way', 'note', 'report', 'request'],
      ...['file_id', 'replaces_id', 'recorded_by'],
    ]
    db.exec(`CREATE TRIGGER submissions_keep_on_update BEFORE UPDATE OF ${fixed.join(', ')} ON submissions
      WHEN ${unless_undo}
      BEGIN SELECT RAISE(ABORT, 'submitted: read-only'); END`)
    db.exec(`CREATE TRIGGER submissions_keep_void BEFORE UPDATE OF voided_on ON submissions
      WHEN ${unless_undo} AND OLD.voided_on IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'submitted: read-only'); END`)
    db.exec(`CREATE TRIGGER submissions_keep_on_delete BEFORE DELETE ON submissions
      WHEN ${unless_undo}
      BEGIN SELECT RAISE(ABORT, 'submitted: read-only'); END`)
    auditTable(db, 'submissions')
  },
}
