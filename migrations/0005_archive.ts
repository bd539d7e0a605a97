import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** 办结卷: one entry for each matter archived on completion. Entry and matter are read-only from then on. */
export const archive: Migration = {
  version: 5,
  words: 'archive entries',
  up(db) {
    db.exec(`CREATE TABLE archive_entries (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      matter_id INTEGER NOT NULL UNIQUE REFERENCES matters (id) ON DELETE RESTRICT,
      archived_on TEXT NOT NULL CHECK (archived_on IS date(archived_on)),
      archived_by TEXT NOT NULL CHECK (archived_by <> ''),
      retention TEXT NOT NULL CHECK (retention IN ('Y', 'D30', 'D10')),
      location TEXT NOT NULL,
      materials TEXT NOT NULL,
      remark TEXT NOT NULL
    ) STRICT`)
    db.exec('CREATE INDEX archive_entries_by_archived_on ON archive_entries (archived_on)')
    const unless_undo = '(SELECT is_undo FROM open_change) = 0'
    for (const operation of ['UPDATE', 'DELETE']) {
      db.exec(`CREATE TRIGGER archive_entries_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON archive_entries
        WHEN ${unless_undo}
        BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
      db.exec(`CREATE TRIGGER archived_matters_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON matters
        WHEN OLD.state = 'archived' AND ${unless_undo}
        BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
    }
    for (const table of ['matter_weeks', 'matter_events']) {
      for (const [operation, row] of [
        ['INSERT', 'NEW'],
        ['UPDATE', 'OLD'],
        ['DELETE', 'OLD'],
      ]) {
        db.exec(`CREATE TRIGGER archived_${table}_keep_on_${operation?.toLowerCase()} BEFORE ${operation} ON ${table}
          WHEN (SELECT state FROM matters WHERE id = ${row}.matter_id) = 'archived'
          BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
      }
    }
    auditTable(db, 'archive_entries')
  },
}
