import type { Database } from 'better-sqlite3'
import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** 人员变动: who retired, moved, was renamed or merged; archived matters may follow a merged person and nothing else. */
export const staffMoves: Migration = {
  version: 15,
  words: 'moves of staff, former names, merged records',
  up(db) {
    db.exec(`CREATE TABLE staff_events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      kind TEXT NOT NULL CHECK (kind IN ('retire', 'transfer_out', 'leave', 'regroup', 'rename', 'merge')),
      happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
      before_text TEXT NOT NULL,
      after_text TEXT NOT NULL,
      approver TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT`)
    db.exec('CREATE INDEX staff_events_by_staff_id ON staff_events (staff_id)')
    // No reference: the record that was merged is gone, and its id is never given again.
    db.exec(`CREATE TABLE staff_merges (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      from_id INTEGER NOT NULL UNIQUE,
      into_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      CHECK (from_id <> into_id)
    ) STRICT`)
    db.exec('CREATE INDEX staff_merges_by_into_id ON staff_merges (into_id)')
    for (const table of ['staff_events', 'staff_merges']) auditTable(db, table)
    letMergedPeopleThrough(db)
  },
}

function letMergedPeopleThrough(db: Database): void {
  const columns = (db.pragma('table_info(matters)') as { name: string }[]).map(({ name }) => name)
  const same = columns.filter((name) => name !== 'staff_id').map((name) => `NEW.${name} IS OLD.${name}`)
  db.exec('DROP TRIGGER archived_matters_keep_on_update')
  db.exec(`CREATE TRIGGER archived_matters_keep_on_update BEFORE UPDATE ON matters
    WHEN OLD.state = 'archived' AND (SELECT is_undo FROM open_change) = 0
      AND NOT (EXISTS (SELECT 1 FROM staff_merges WHERE from_id = OLD.staff_id AND into_id = NEW.staff_id)
        AND ${same.join(' AND ')})
    BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
}
