import type { Database } from 'better-sqlite3'
import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** 永久, or 定期 with its years: the code that goes into an archive number. */
const term = (column: string) =>
  `(${column} = 'Y' OR ${column} GLOB 'D[1-9]' OR ${column} GLOB 'D[1-9][0-9]')`

const unless_undo = '(SELECT is_undo FROM open_change) = 0'

/**
 * 即时归档: what an entry is filed under, for how long by the unit's own 保管期限表, with which materials and files.
 * SQLite cannot widen a CHECK, so archive_entries is built anew around its rows.
 */
export const archiveEntries: Migration = {
  version: 23,
  words: 'archive classes, retention table, materials and files of archive entries',
  up(db) {
    createLists(db)
    rebuildEntries(db)
    createParts(db)
    const added = ['archive_organs', 'archive_classes', 'class_materials', 'retention_rules']
    for (const table of [...added, 'archive_entries', 'entry_materials', 'archive_files']) {
      auditTable(db, table)
    }
  },
}

function createLists(db: Database): void {
  db.exec(`CREATE TABLE archive_organs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE CHECK (code NOT GLOB '*[^A-Z0-9]*' AND length(code) BETWEEN 1 AND 6),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    sort_order INTEGER NOT NULL
  ) STRICT`)
  db.exec(`CREATE TABLE archive_classes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    organ_id INTEGER NOT NULL REFERENCES archive_organs (id) ON DELETE RESTRICT,
    category_id INTEGER REFERENCES categories (id) ON DELETE RESTRICT,
    retention TEXT NOT NULL CHECK ${term('retention')},
    sort_order INTEGER NOT NULL
  ) STRICT`)
  db.exec('CREATE INDEX archive_classes_by_organ_id ON archive_classes (organ_id)')
  db.exec('CREATE INDEX archive_classes_by_category_id ON archive_classes (category_id)')
  db.exec(`CREATE TABLE class_materials (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    class_id INTEGER NOT NULL REFERENCES archive_classes (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name <> ''),
    sort_order INTEGER NOT NULL,
    UNIQUE (class_id, name)
  ) STRICT`)
  db.exec(`CREATE TABLE retention_rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    material TEXT NOT NULL UNIQUE CHECK (material <> ''),
    retention TEXT NOT NULL CHECK ${term('retention')},
    basis TEXT NOT NULL,
    sort_order INTEGER NOT NULL
  ) STRICT`)
}

/** Ids stay what they are, and none that was ever given is given again: the audit trail names rows by them. */
function rebuildEntries(db: Database): void {
  db.exec(`CREATE TABLE wider_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    matter_id INTEGER NOT NULL UNIQUE REFERENCES matters (id) ON DELETE RESTRICT,
    archived_on TEXT NOT NULL CHECK (archived_on IS date(archived_on)),
    archived_by TEXT NOT NULL CHECK (archived_by <> ''),
    class_id INTEGER REFERENCES archive_classes (id) ON DELETE RESTRICT,
    retention TEXT NOT NULL CHECK ${term('retention')},
    retention_rule TEXT NOT NULL DEFAULT '',
    location TEXT NOT NULL,
    materials TEXT NOT NULL,
    remark TEXT NOT NULL
  ) STRICT`)
  const kept = 'id, matter_id, archived_on, archived_by, retention, location, materials, remark'
  db.exec(`INSERT INTO wider_entries (${kept}) SELECT ${kept} FROM archive_entries ORDER BY id`)
  db.exec("DELETE FROM sqlite_sequence WHERE name = 'wider_entries'")
  db.exec(`INSERT INTO sqlite_sequence (name, seq)
    SELECT 'wider_entries', seq FROM sqlite_sequence WHERE name = 'archive_entries'`)
  const on_matters = triggersNaming(db, 'archive_entries')
  for (const { name } of on_matters) db.exec(`DROP TRIGGER ${name}`)
  db.exec('DROP TABLE archive_entries')
  db.exec('ALTER TABLE wider_entries RENAME TO archive_entries')
  for (const { sql } of on_matters) db.exec(sql)
  db.exec('CREATE INDEX archive_entries_by_archived_on ON archive_entries (archived_on)')
  db.exec('CREATE INDEX archive_entries_by_class_id ON archive_entries (class_id)')
}

/** Triggers of the table itself go with it and come back; those of other tables must not stand while it is away. */
function triggersNaming(db: Database, table: string): { name: string; sql: string }[] {
  return db
    .prepare(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'trigger' AND name NOT LIKE '%\\_audit\\_%' ESCAPE '\\' AND instr(sql, ?) > 0 ORDER BY name`,
    )
    .all(table) as { name: string; sql: string }[]
}

function createParts(db: Database): void {
  db.exec(`CREATE TABLE entry_materials (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES archive_entries (id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name <> ''),
    state TEXT NOT NULL CHECK (state IN ('complete', 'missing', 'not_needed')),
    note TEXT NOT NULL,
    sort_order INTEGER NOT NULL,
    UNIQUE (entry_id, name)
  ) STRICT`)
  db.exec("CREATE INDEX entry_materials_missing ON entry_materials (entry_id) WHERE state = 'missing'")
  db.exec(`CREATE TABLE archive_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES archive_entries (id) ON DELETE RESTRICT,
    serial INTEGER NOT NULL CHECK (serial > 0),
    file_id INTEGER NOT NULL UNIQUE REFERENCES files (id) ON DELETE RESTRICT,
    material TEXT NOT NULL,
    trashed_on TEXT CHECK (trashed_on IS date(trashed_on)),
    trashed_by TEXT NOT NULL DEFAULT '',
    trash_reason TEXT NOT NULL DEFAULT '' CHECK ((trashed_on IS NULL) = (trash_reason = '')),
    UNIQUE (entry_id, serial)
  ) STRICT`)
  for (const operation of ['UPDATE', 'DELETE']) {
    db.exec(`CREATE TRIGGER entry_materials_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON entry_materials
      WHEN ${unless_undo}
      BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
  }
  // The matter is marked as archived when its entry is whole.
  db.exec(`CREATE TRIGGER entry_materials_keep_on_insert BEFORE INSERT ON entry_materials
    WHEN ${unless_undo} AND (SELECT m.state FROM matters m JOIN archive_entries e ON e.matter_id = m.id
      WHERE e.id = NEW.entry_id) = 'archived'
    BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
  db.exec(`CREATE TRIGGER archive_files_keep_on_update BEFORE UPDATE OF entry_id, serial, file_id, material ON archive_files
    WHEN ${unless_undo}
    BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
  db.exec(`CREATE TRIGGER archive_files_keep_on_delete BEFORE DELETE ON archive_files
    WHEN ${unless_undo}
    BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
}
