import type { Database } from 'better-sqlite3'
import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * What a matter brought about in figures (指标), its 佐证材料 as files and as paper, and three more events: 签收, 催办
 * and 更正 of a due date, which keeps the date that was wrong. A category may light up earlier than the others.
 */
export const measuresAndEvidence: Migration = {
  version: 21,
  words: 'measures of matters, evidence as files and paper, acknowledging, reminding, correcting a due date',
  up(db) {
    makeMeasures(db)
    makeEvidence(db)
    db.exec(
      'ALTER TABLE categories ADD COLUMN amber_days INTEGER CHECK (amber_days BETWEEN 0 AND 30 OR amber_days IS NULL)',
    )
    rebuildEvents(db)
    const tables = ['measures', 'measure_uses', 'matter_measures', 'matter_files', 'matter_papers']
    for (const table of tables.slice(2)) keepWhenArchived(db, table)
    for (const table of [...tables, 'categories', 'matter_events']) auditTable(db, table)
  },
}

function makeMeasures(db: Database): void {
  db.exec(`CREATE TABLE measures (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      unit TEXT NOT NULL CHECK (unit <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('times', 'sum', 'person_times', 'people', 'money', 'stock')),
      sort_order INTEGER NOT NULL,
      voided_on TEXT CHECK (voided_on IS date(voided_on))
    ) STRICT`)
  db.exec(`CREATE TABLE measure_uses (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      measure_id INTEGER NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
      category_id INTEGER REFERENCES categories (id) ON DELETE RESTRICT,
      duty_id INTEGER REFERENCES duties (id) ON DELETE RESTRICT,
      is_demanded INTEGER NOT NULL CHECK (is_demanded IN (0, 1)),
      CHECK ((category_id IS NULL) <> (duty_id IS NULL)),
      UNIQUE (measure_id, category_id),
      UNIQUE (measure_id, duty_id)
    ) STRICT`)
  db.exec('CREATE INDEX measure_uses_by_category_id ON measure_uses (category_id)')
  db.exec('CREATE INDEX measure_uses_by_duty_id ON measure_uses (duty_id)')
  // Hundredths of the unit, 分 for money; the people of a 去重人数 by name, so that somebody counts once over the year.
  db.exec(`CREATE TABLE matter_measures (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      matter_id INTEGER NOT NULL REFERENCES matters (id) ON DELETE RESTRICT,
      measure_id INTEGER NOT NULL REFERENCES measures (id) ON DELETE RESTRICT,
      amount INTEGER NOT NULL CHECK (amount >= 0),
      names TEXT NOT NULL CHECK (json_valid(names) AND json_type(names) = 'array'
        AND json_array_length(names) * 100 <= amount),
      note TEXT NOT NULL,
      UNIQUE (matter_id, measure_id)
    ) STRICT`)
  db.exec('CREATE INDEX matter_measures_by_measure_id ON matter_measures (measure_id)')
}

function makeEvidence(db: Database): void {
  db.exec(`CREATE TABLE matter_files (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      matter_id INTEGER NOT NULL REFERENCES matters (id) ON DELETE RESTRICT,
      file_id INTEGER NOT NULL UNIQUE REFERENCES files (id) ON DELETE RESTRICT
    ) STRICT`)
  db.exec('CREATE INDEX matter_files_by_matter_id ON matter_files (matter_id)')
  db.exec(`CREATE TABLE matter_papers (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      matter_id INTEGER NOT NULL UNIQUE REFERENCES matters (id) ON DELETE RESTRICT,
      place TEXT NOT NULL CHECK (place <> '')
    ) STRICT`)
}

/** SQLite cannot widen a CHECK. Ids stay what they are, and none that was ever given is given again. */
function rebuildEvents(db: Database): void {
  db.exec(`CREATE TABLE wider_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    matter_id INTEGER NOT NULL REFERENCES matters (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('extended', 'sign_off_asked', 'signed_off', 'returned', 'withdrawn', 'cured',
      'corrected', 'acknowledged', 'reminded')),
    happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
    by_name TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (kind IN ('sign_off_asked', 'signed_off', 'acknowledged', 'reminded') OR reason <> ''),
    new_due_on TEXT CHECK (new_due_on IS date(new_due_on)),
    old_due_on TEXT CHECK (old_due_on IS date(old_due_on))
  ) STRICT`)
  const columns = 'id, matter_id, kind, happened_on, by_name, reason, new_due_on'
  db.exec(`INSERT INTO wider_events (${columns}) SELECT ${columns} FROM matter_events ORDER BY id`)
  db.exec("DELETE FROM sqlite_sequence WHERE name = 'wider_events'")
  db.exec(`INSERT INTO sqlite_sequence (name, seq)
    SELECT 'wider_events', seq FROM sqlite_sequence WHERE name = 'matter_events'`)
  db.exec('DROP TABLE matter_events')
  db.exec('ALTER TABLE wider_events RENAME TO matter_events')
  db.exec('CREATE INDEX matter_events_by_matter_id ON matter_events (matter_id)')
  keepWhenArchived(db, 'matter_events')
}

/** What belongs to an archived matter is read-only with it. */
function keepWhenArchived(db: Database, table: string): void {
  for (const [operation, row] of [
    ['INSERT', 'NEW'],
    ['UPDATE', 'OLD'],
    ['DELETE', 'OLD'],
  ] as const) {
    db.exec(`CREATE TRIGGER archived_${table}_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON ${table}
      WHEN (SELECT state FROM matters WHERE id = ${row}.matter_id) = 'archived'
      BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
  }
}
