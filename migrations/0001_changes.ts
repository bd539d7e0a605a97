import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** The audit trail, and the register that numbers of matters and duties are taken from. */
export const changes: Migration = {
  version: 1,
  words: 'audit trail and number register',
  up(db) {
    db.exec(`CREATE TABLE changes (
      id INTEGER PRIMARY KEY,
      made_at TEXT NOT NULL,
      who TEXT NOT NULL,
      method TEXT NOT NULL,
      title TEXT NOT NULL CHECK (title <> ''),
      undoes_change_id INTEGER REFERENCES changes (id) ON DELETE RESTRICT
    ) STRICT`)
    db.exec('CREATE INDEX changes_by_undoes_change_id ON changes (undoes_change_id)')
    db.exec(`CREATE TABLE change_rows (
      id INTEGER PRIMARY KEY,
      change_id INTEGER NOT NULL REFERENCES changes (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
      table_name TEXT NOT NULL,
      row_id INTEGER NOT NULL,
      operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
      before TEXT CHECK (before IS NULL OR json_valid(before)),
      after TEXT CHECK (after IS NULL OR json_valid(after))
    ) STRICT`)
    db.exec('CREATE INDEX change_rows_by_change_id ON change_rows (change_id)')
    db.exec('CREATE INDEX change_rows_by_row ON change_rows (table_name, row_id)')
    for (const table of ['changes', 'change_rows']) {
      for (const operation of ['UPDATE', 'DELETE']) {
        db.exec(`CREATE TRIGGER ${table}_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON ${table}
          BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`)
      }
    }
    db.exec(`CREATE TABLE open_change (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      change_id INTEGER,
      is_undo INTEGER NOT NULL CHECK (is_undo IN (0, 1))
    ) STRICT`)
    db.exec('INSERT INTO open_change (id, change_id, is_undo) VALUES (1, NULL, 0)')

    db.exec(`CREATE TABLE number_register (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('matter', 'duty')),
      scope TEXT NOT NULL,
      serial INTEGER NOT NULL CHECK (serial > 0),
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('used', 'gap')),
      reason TEXT NOT NULL CHECK (state = 'used' OR reason <> ''),
      UNIQUE (kind, scope, serial)
    ) STRICT`)
    db.exec(`CREATE TRIGGER number_register_keep BEFORE DELETE ON number_register
      BEGIN SELECT RAISE(ABORT, 'a number once taken stays in the register'); END`)
    auditTable(db, 'number_register')
  },
}
