import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** The text of a duty, as it stands now and as each period of the past had it. */
const text_columns = [
  'card_text',
  'schedule',
  'risk',
  'controls',
  'steps',
  'start_rule',
  'leader',
  'report_to',
] as const

/**
 * Duties in full, and dated: a list of March still prints in November. What a duty was called, and where a person
 * belonged, is kept with its last day whenever it is changed on a later day.
 */
export const dutyDetails: Migration = {
  version: 8,
  words: 'duties in full, dated texts, the library of documents, frozen versions, a tree of categories',
  up(db) {
    for (const column of text_columns) {
      const check = column === 'schedule' ? " CHECK (schedule = '' OR json_valid(schedule))" : ''
      db.exec(`ALTER TABLE duties ADD COLUMN ${column} TEXT NOT NULL DEFAULT ''${check}`)
    }
    db.exec(`ALTER TABLE duties ADD COLUMN kind TEXT NOT NULL DEFAULT 'regular'
      CHECK (kind IN ('regular', 'phase', 'temporary'))`)
    db.exec(`ALTER TABLE duties ADD COLUMN weight TEXT NOT NULL DEFAULT 'ordinary'
      CHECK (weight IN ('key', 'ordinary'))`)
    db.exec('ALTER TABLE duties ADD COLUMN from_on TEXT CHECK (from_on IS date(from_on))')
    db.exec('CREATE INDEX duties_by_category_id ON duties (category_id)')

    db.exec("ALTER TABLE staff ADD COLUMN position TEXT NOT NULL DEFAULT ''")
    db.exec("ALTER TABLE staff ADD COLUMN political_status TEXT NOT NULL DEFAULT ''")
    db.exec(
      'ALTER TABLE categories ADD COLUMN parent_id INTEGER REFERENCES categories (id) ON DELETE RESTRICT',
    )
    db.exec('CREATE INDEX categories_by_parent_id ON categories (parent_id)')

    db.exec(`CREATE TABLE duty_past_texts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      duty_id INTEGER NOT NULL REFERENCES duties (id) ON DELETE RESTRICT,
      to_on TEXT NOT NULL CHECK (to_on IS date(to_on)),
      group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE RESTRICT,
      category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
      content TEXT NOT NULL CHECK (content <> ''),
      card_text TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('regular', 'phase', 'temporary')),
      weight TEXT NOT NULL CHECK (weight IN ('key', 'ordinary')),
      frequency TEXT NOT NULL,
      due_rule TEXT NOT NULL,
      schedule TEXT NOT NULL CHECK (schedule = '' OR json_valid(schedule)),
      basis TEXT NOT NULL,
      standard TEXT NOT NULL,
      output TEXT NOT NULL,
      risk TEXT NOT NULL,
      controls TEXT NOT NULL,
      steps TEXT NOT NULL,
      start_rule TEXT NOT NULL,
      leader TEXT NOT NULL,
      report_to TEXT NOT NULL,
      remark TEXT NOT NULL,
      UNIQUE (duty_id, to_on)
    ) STRICT`)
    db.exec('CREATE INDEX duty_past_texts_by_group_id ON duty_past_texts (group_id)')
    db.exec('CREATE INDEX duty_past_texts_by_category_id ON duty_past_texts (category_id)')

    db.exec(`CREATE TABLE staff_past_places (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      to_on TEXT NOT NULL CHECK (to_on IS date(to_on)),
      group_id INTEGER REFERENCES groups (id) ON DELETE RESTRICT,
      post TEXT NOT NULL,
      position TEXT NOT NULL,
      UNIQUE (staff_id, to_on)
    ) STRICT`)
    db.exec('CREATE INDEX staff_past_places_by_group_id ON staff_past_places (group_id)')

    db.exec(`CREATE TABLE bases (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      title TEXT NOT NULL CHECK (title <> ''),
      document_number TEXT NOT NULL,
      UNIQUE (title, document_number)
    ) STRICT`)

    addVersions(db)
    for (const table of ['duties', 'staff', 'categories', 'duty_past_texts', 'staff_past_places', 'bases']) {
      auditTable(db, table)
    }
  },
}

/** 版本: rows copied as they were printed, with names instead of references, so that nothing changes them. */
function addVersions(db: Parameters<Migration['up']>[0]): void {
  db.exec(`CREATE TABLE duty_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    as_of TEXT NOT NULL CHECK (as_of IS date(as_of)),
    frozen_on TEXT NOT NULL CHECK (frozen_on IS date(frozen_on)),
    note TEXT NOT NULL
  ) STRICT`)
  db.exec(`CREATE TABLE duty_version_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version_id INTEGER NOT NULL REFERENCES duty_versions (id) ON DELETE RESTRICT,
    place INTEGER NOT NULL CHECK (place > 0),
    number TEXT NOT NULL REFERENCES number_register (number) ON DELETE RESTRICT,
    group_name TEXT NOT NULL,
    category_name TEXT NOT NULL,
    a_name TEXT NOT NULL,
    b_names TEXT NOT NULL,
    content TEXT NOT NULL,
    card_text TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('regular', 'phase', 'temporary')),
    weight TEXT NOT NULL CHECK (weight IN ('key', 'ordinary')),
    frequency TEXT NOT NULL,
    due_rule TEXT NOT NULL,
    basis TEXT NOT NULL,
    standard TEXT NOT NULL,
    output TEXT NOT NULL,
    risk TEXT NOT NULL,
    controls TEXT NOT NULL,
    steps TEXT NOT NULL,
    start_rule TEXT NOT NULL,
    leader TEXT NOT NULL,
    report_to TEXT NOT NULL,
    remark TEXT NOT NULL,
    UNIQUE (version_id, place),
    UNIQUE (version_id, number)
  ) STRICT`)
  db.exec('CREATE INDEX duty_version_rows_by_number ON duty_version_rows (number)')
  db.exec(`CREATE TABLE duty_version_people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version_id INTEGER NOT NULL REFERENCES duty_versions (id) ON DELETE RESTRICT,
    place INTEGER NOT NULL CHECK (place > 0),
    name TEXT NOT NULL,
    group_name TEXT NOT NULL,
    post TEXT NOT NULL,
    UNIQUE (version_id, place)
  ) STRICT`)
  for (const table of ['duty_versions', 'duty_version_rows', 'duty_version_people']) {
    for (const operation of ['UPDATE', 'DELETE']) {
      db.exec(`CREATE TRIGGER ${table}_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON ${table}
        WHEN (SELECT is_undo FROM open_change) = 0
        BEGIN SELECT RAISE(ABORT, 'frozen: read-only'); END`)
    }
    auditTable(db, table)
  }
}
