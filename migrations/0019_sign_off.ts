import type { Database } from 'better-sqlite3'
import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * 申请销号 and 补齐 are events like the others, 带病销号 is marked until it is cured, and a category may demand
 * evidence. SQLite cannot widen a CHECK, so matter_events is built anew around its rows.
 */
export const signOff: Migration = {
  version: 19,
  words: 'asking for sign-off, sign-off with a defect, categories that demand evidence',
  up(db) {
    rebuildEvents(db)
    db.exec(`CREATE TABLE matter_defects (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      matter_id INTEGER NOT NULL REFERENCES matters (id) ON DELETE RESTRICT,
      missing TEXT NOT NULL CHECK (missing <> ''),
      noted_on TEXT NOT NULL CHECK (noted_on IS date(noted_on)),
      noted_by TEXT NOT NULL CHECK (noted_by <> ''),
      cured_on TEXT CHECK (cured_on IS date(cured_on)),
      cured_by TEXT NOT NULL,
      cure TEXT NOT NULL,
      CHECK ((cured_on IS NULL) = (cure = '') AND (cured_on IS NULL) = (cured_by = ''))
    ) STRICT`)
    db.exec('CREATE INDEX matter_defects_by_matter_id ON matter_defects (matter_id)')
    db.exec('CREATE UNIQUE INDEX matter_defects_uncured ON matter_defects (matter_id) WHERE cured_on IS NULL')
    db.exec(
      'ALTER TABLE categories ADD COLUMN needs_evidence INTEGER NOT NULL DEFAULT 0 CHECK (needs_evidence IN (0, 1))',
    )
    for (const table of ['matter_defects', 'categories']) auditTable(db, table)
  },
}

/** Ids stay what they are, and none that was ever given is given again: the audit trail names rows by them. */
function rebuildEvents(db: Database): void {
  db.exec(`CREATE TABLE wider_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    matter_id INTEGER NOT NULL REFERENCES matters (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('extended', 'sign_off_asked', 'signed_off', 'returned', 'withdrawn', 'cured')),
    happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
    by_name TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (kind IN ('sign_off_asked', 'signed_off') OR reason <> ''),
    new_due_on TEXT CHECK (new_due_on IS date(new_due_on))
  ) STRICT`)
  db.exec(`INSERT INTO wider_events (id, matter_id, kind, happened_on, by_name, reason, new_due_on)
    SELECT id, matter_id, kind, happened_on, by_name, reason, new_due_on FROM matter_events ORDER BY id`)
  db.exec("DELETE FROM sqlite_sequence WHERE name = 'wider_events'")
  db.exec(`INSERT INTO sqlite_sequence (name, seq)
    SELECT 'wider_events', seq FROM sqlite_sequence WHERE name = 'matter_events'`)
  db.exec('DROP TABLE matter_events')
  db.exec('ALTER TABLE wider_events RENAME TO matter_events')
  db.exec('CREATE INDEX matter_events_by_matter_id ON matter_events (matter_id)')
  for (const [operation, row] of [
    ['INSERT', 'NEW'],
    ['UPDATE', 'OLD'],
    ['DELETE', 'OLD'],
  ] as const) {
    db.exec(`CREATE TRIGGER archived_matter_events_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON matter_events
      WHEN (SELECT state FROM matters WHERE id = ${row}.matter_id) = 'archived'
      BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
  }
  auditTable(db, 'matter_events')
}
