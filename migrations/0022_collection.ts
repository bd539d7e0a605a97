import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * 收表: the forms that went out with their rows as sent, reports that were returned (退回), and what every merge of
 * returned files did. Like import reports, merges can only grow: one that is taken back keeps its report.
 */
export const collection: Migration = {
  version: 22,
  words: 'forms that go out and come back, returned reports',
  up(db) {
    db.exec(`CREATE TABLE collection_forms (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      code TEXT NOT NULL UNIQUE CHECK (length(code) = 7),
      week_monday TEXT NOT NULL CHECK (week_monday IS date(week_monday) AND strftime('%w', week_monday) = '1'),
      group_id INTEGER REFERENCES groups (id) ON DELETE RESTRICT,
      staff_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on)),
      sent_rows TEXT NOT NULL CHECK (json_valid(sent_rows)),
      CHECK ((group_id IS NULL) <> (staff_id IS NULL))
    ) STRICT`)
    db.exec('CREATE INDEX collection_forms_by_week_monday ON collection_forms (week_monday)')
    db.exec('CREATE INDEX collection_forms_by_group_id ON collection_forms (group_id)')
    db.exec('CREATE INDEX collection_forms_by_staff_id ON collection_forms (staff_id)')
    auditTable(db, 'collection_forms')

    db.exec(`CREATE TABLE week_returns (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      week_monday TEXT NOT NULL CHECK (week_monday IS date(week_monday) AND strftime('%w', week_monday) = '1'),
      returned_on TEXT NOT NULL CHECK (returned_on IS date(returned_on)),
      returned_by TEXT NOT NULL CHECK (returned_by <> ''),
      reason TEXT NOT NULL CHECK (reason IN ('incomplete', 'vague', 'no_date', 'no_person', 'wrong_week', 'wrong_form', 'other')),
      note TEXT NOT NULL
    ) STRICT`)
    db.exec('CREATE INDEX week_returns_by_week_monday ON week_returns (week_monday)')
    db.exec('CREATE INDEX week_returns_by_staff_id ON week_returns (staff_id)')
    auditTable(db, 'week_returns')

    db.exec(`ALTER TABLE week_reports ADD COLUMN received_at TEXT NOT NULL DEFAULT ''
      CHECK (received_at = '' OR received_at GLOB '[0-2][0-9]:[0-5][0-9]')`)
    auditTable(db, 'week_reports')

    db.exec(`CREATE TABLE collection_merges (
      id INTEGER PRIMARY KEY,
      change_id INTEGER NOT NULL UNIQUE REFERENCES changes (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
      week_monday TEXT NOT NULL CHECK (week_monday IS date(week_monday) AND strftime('%w', week_monday) = '1')
    ) STRICT`)
    db.exec('CREATE INDEX collection_merges_by_week_monday ON collection_merges (week_monday)')
    db.exec(`CREATE TABLE collection_merge_files (
      id INTEGER PRIMARY KEY,
      merge_id INTEGER NOT NULL REFERENCES collection_merges (id) ON DELETE RESTRICT,
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      packed_report BLOB NOT NULL
    ) STRICT`)
    db.exec('CREATE INDEX collection_merge_files_by_merge_id ON collection_merge_files (merge_id)')
    db.exec('CREATE INDEX collection_merge_files_by_digest ON collection_merge_files (digest)')
    for (const table of ['collection_merges', 'collection_merge_files']) {
      for (const operation of ['UPDATE', 'DELETE']) {
        db.exec(`CREATE TRIGGER ${table}_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON ${table}
          BEGIN SELECT RAISE(ABORT, 'an import report stays as it is'); END`)
      }
    }
  },
}
