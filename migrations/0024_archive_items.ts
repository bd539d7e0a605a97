import type { Database } from 'better-sqlite3'
import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

const term = (column: string) =>
  `(${column} = 'Y' OR ${column} GLOB 'D[1-9]' OR ${column} GLOB 'D[1-9][0-9]')`

const unless_undo = '(SELECT is_undo FROM open_change) = 0'

const tables = [
  ...['archive_runs', 'archive_boxes', 'archive_items', 'item_parts', 'left_out_entries'],
  ...['archive_corrections', 'archive_appraisals', 'archive_lendings', 'shelf_checks', 'shelf_check_rows'],
]

/** 年度整理 by DA/T 22-2015: 件 (items), their numbers, boxes; and what happens to the archive afterwards. */
export const archiveItems: Migration = {
  version: 24,
  words: 'archive items, numbering, boxes, corrections, appraisals, lendings, shelf checks',
  up(db) {
    createItems(db)
    lockNumbered(db)
    keepBoxesPure(db)
    createCare(db)
    createShelfChecks(db)
    for (const table of tables) auditTable(db, table)
  },
}

function createItems(db: Database): void {
  const place = `year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    organ_id INTEGER NOT NULL REFERENCES archive_organs (id) ON DELETE RESTRICT,
    retention TEXT NOT NULL CHECK ${term('retention')}`
  db.exec(`CREATE TABLE archive_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ${place},
    fonds_number TEXT NOT NULL,
    pattern TEXT NOT NULL CHECK (pattern <> ''),
    numbered_on TEXT NOT NULL CHECK (numbered_on IS date(numbered_on)),
    numbered_by TEXT NOT NULL CHECK (numbered_by <> '')
  ) STRICT`)
  db.exec('CREATE INDEX archive_runs_by_organ_id ON archive_runs (organ_id)')
  db.exec(`CREATE TABLE archive_boxes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ${place},
    box_number INTEGER NOT NULL CHECK (box_number > 0),
    thickness INTEGER NOT NULL CHECK (thickness IN (20, 30, 40, 50)),
    shelf TEXT NOT NULL,
    note TEXT NOT NULL,
    arranged_by TEXT NOT NULL,
    arranged_on TEXT CHECK (arranged_on IS date(arranged_on)),
    checked_by TEXT NOT NULL,
    checked_on TEXT CHECK (checked_on IS date(checked_on)),
    UNIQUE (year, organ_id, retention, box_number)
  ) STRICT`)
  db.exec('CREATE INDEX archive_boxes_by_organ_id ON archive_boxes (organ_id)')
  db.exec(`CREATE TABLE archive_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER REFERENCES archive_entries (id) ON DELETE RESTRICT,
    ${place},
    subject TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    responsible TEXT NOT NULL,
    document_number TEXT NOT NULL,
    dated_on TEXT CHECK (dated_on IS date(dated_on)),
    secrecy TEXT NOT NULL CHECK (secrecy IN ('', 'internal', 'work_secret')),
    pages INTEGER CHECK (pages BETWEEN 1 AND 99999),
    remark TEXT NOT NULL,
    run_id INTEGER REFERENCES archive_runs (id) ON DELETE RESTRICT,
    item_number INTEGER CHECK (item_number > 0),
    archive_number TEXT UNIQUE CHECK (archive_number <> ''),
    box_id INTEGER REFERENCES archive_boxes (id) ON DELETE RESTRICT,
    CHECK ((run_id IS NULL) = (item_number IS NULL) AND (run_id IS NULL) = (archive_number IS NULL)),
    CHECK (box_id IS NULL OR run_id IS NOT NULL),
    UNIQUE (year, organ_id, retention, item_number)
  ) STRICT`)
  for (const column of ['entry_id', 'organ_id', 'run_id', 'box_id']) {
    db.exec(`CREATE INDEX archive_items_by_${column} ON archive_items (${column})`)
  }
  db.exec(`CREATE TABLE item_parts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES archive_items (id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (title <> ''),
    archive_file_id INTEGER REFERENCES archive_files (id) ON DELETE RESTRICT,
    sort_order INTEGER NOT NULL
  ) STRICT`)
  db.exec('CREATE INDEX item_parts_by_item_id ON item_parts (item_id)')
  db.exec('CREATE INDEX item_parts_by_archive_file_id ON item_parts (archive_file_id)')
  db.exec(`CREATE TABLE left_out_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL UNIQUE REFERENCES archive_entries (id) ON DELETE RESTRICT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on)),
    decided_by TEXT NOT NULL CHECK (decided_by <> '')
  ) STRICT`)
}

/** A number that was given stays: what is numbered gets a 更正, and only the newest run of a place can be undone. */
function lockNumbered(db: Database): void {
  const locked = [
    ...['entry_id', 'year', 'organ_id', 'retention', 'subject', 'title', 'responsible', 'document_number'],
    ...['dated_on', 'secrecy', 'pages', 'remark', 'run_id', 'item_number', 'archive_number'],
  ]
  db.exec(`CREATE TRIGGER archive_items_keep_on_update BEFORE UPDATE OF ${locked.join(', ')} ON archive_items
    WHEN OLD.run_id IS NOT NULL AND ${unless_undo}
    BEGIN SELECT RAISE(ABORT, 'numbered: read-only'); END`)
  db.exec(`CREATE TRIGGER archive_items_keep_on_delete BEFORE DELETE ON archive_items
    WHEN OLD.run_id IS NOT NULL AND ${unless_undo}
    BEGIN SELECT RAISE(ABORT, 'numbered: read-only'); END`)
  db.exec(`CREATE TRIGGER archive_items_keep_numbers BEFORE UPDATE OF run_id ON archive_items
    WHEN OLD.run_id IS NOT NULL AND NEW.run_id IS NULL AND EXISTS (
      SELECT 1 FROM archive_items AS later
      WHERE later.year = OLD.year AND later.organ_id = OLD.organ_id AND later.retention = OLD.retention
        AND later.item_number > OLD.item_number AND later.run_id <> OLD.run_id)
    BEGIN SELECT RAISE(ABORT, 'numbered: read-only'); END`)
  for (const [operation, row] of [
    ['INSERT', 'NEW'],
    ['UPDATE', 'OLD'],
    ['DELETE', 'OLD'],
  ] as const) {
    db.exec(`CREATE TRIGGER item_parts_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON item_parts
      WHEN ${unless_undo} AND (SELECT run_id FROM archive_items WHERE id = ${row}.item_id) IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'numbered: read-only'); END`)
  }
  for (const operation of ['UPDATE', 'DELETE']) {
    db.exec(`CREATE TRIGGER archive_runs_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON archive_runs
      WHEN ${unless_undo}
      BEGIN SELECT RAISE(ABORT, 'numbered: read-only'); END`)
  }
}

/** Files of different years, organs or terms do not share a box. */
function keepBoxesPure(db: Database): void {
  db.exec(`CREATE TRIGGER archive_items_fit_their_box BEFORE UPDATE OF box_id ON archive_items
    WHEN NEW.box_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM archive_boxes AS box WHERE box.id = NEW.box_id
        AND box.year = NEW.year AND box.organ_id = NEW.organ_id AND box.retention = NEW.retention)
    BEGIN SELECT RAISE(ABORT, 'a box holds one year, organ and term'); END`)
  db.exec(`CREATE TRIGGER archive_boxes_keep_place BEFORE UPDATE OF year, organ_id, retention ON archive_boxes
    WHEN EXISTS (SELECT 1 FROM archive_items WHERE box_id = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'a box holds one year, organ and term'); END`)
}

/** An entry (办结卷) or an item (件): never both. */
const one_of = `entry_id INTEGER REFERENCES archive_entries (id) ON DELETE RESTRICT,
    item_id INTEGER REFERENCES archive_items (id) ON DELETE RESTRICT`
const is_one_of = 'CHECK ((entry_id IS NULL) <> (item_id IS NULL))'

function createCare(db: Database): void {
  db.exec(`CREATE TABLE archive_corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ${one_of},
    field TEXT NOT NULL CHECK (field IN ('class', 'retention', 'location', 'materials', 'title',
      'responsible', 'document_number', 'dated_on', 'secrecy', 'pages', 'remark', 'other')),
    before_text TEXT NOT NULL,
    after_text TEXT NOT NULL CHECK (after_text <> before_text),
    class_id INTEGER REFERENCES archive_classes (id) ON DELETE RESTRICT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    corrected_on TEXT NOT NULL CHECK (corrected_on IS date(corrected_on)),
    corrected_by TEXT NOT NULL CHECK (corrected_by <> ''),
    ${is_one_of},
    CHECK ((field = 'class') = (class_id IS NOT NULL))
  ) STRICT`)
  db.exec(`CREATE TABLE archive_appraisals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ${one_of},
    appraised_on TEXT NOT NULL CHECK (appraised_on IS date(appraised_on)),
    appraised_by TEXT NOT NULL CHECK (appraised_by <> ''),
    approved_by TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('extended', 'destroy')),
    new_retention TEXT CHECK (new_retention IS NULL OR ${term('new_retention')}),
    reason TEXT NOT NULL CHECK (reason <> ''),
    ${is_one_of},
    CHECK ((result = 'extended') = (new_retention IS NOT NULL))
  ) STRICT`)
  db.exec(`CREATE TABLE archive_lendings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ${one_of},
    borrower TEXT NOT NULL CHECK (borrower <> ''),
    purpose TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    lent_on TEXT NOT NULL CHECK (lent_on IS date(lent_on)),
    lent_by TEXT NOT NULL CHECK (lent_by <> ''),
    due_on TEXT NOT NULL CHECK (due_on IS date(due_on) AND due_on >= lent_on),
    returned_on TEXT CHECK (returned_on IS date(returned_on) AND returned_on >= lent_on),
    returned_to TEXT NOT NULL,
    return_note TEXT NOT NULL,
    ${is_one_of},
    CHECK ((returned_on IS NULL) = (returned_to = ''))
  ) STRICT`)
  for (const table of ['archive_corrections', 'archive_appraisals', 'archive_lendings']) {
    for (const column of ['entry_id', 'item_id']) {
      db.exec(`CREATE INDEX ${table}_by_${column} ON ${table} (${column})`)
    }
  }
  db.exec('CREATE INDEX archive_corrections_by_class_id ON archive_corrections (class_id)')
  db.exec('CREATE UNIQUE INDEX lent_entries ON archive_lendings (entry_id) WHERE returned_on IS NULL')
  db.exec('CREATE UNIQUE INDEX lent_items ON archive_lendings (item_id) WHERE returned_on IS NULL')
  for (const table of ['archive_corrections', 'archive_appraisals']) {
    for (const operation of ['UPDATE', 'DELETE']) {
      db.exec(`CREATE TRIGGER ${table}_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON ${table}
        WHEN ${unless_undo}
        BEGIN SELECT RAISE(ABORT, 'archived: read-only'); END`)
    }
  }
}

function createShelfChecks(db: Database): void {
  db.exec(`CREATE TABLE shelf_checks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL CHECK (title <> ''),
    started_on TEXT NOT NULL CHECK (started_on IS date(started_on)),
    started_by TEXT NOT NULL CHECK (started_by <> ''),
    finished_on TEXT CHECK (finished_on IS date(finished_on)),
    conclusion TEXT NOT NULL
  ) STRICT`)
  db.exec(`CREATE TABLE shelf_check_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    check_id INTEGER NOT NULL REFERENCES shelf_checks (id) ON DELETE RESTRICT,
    entry_id INTEGER REFERENCES archive_entries (id) ON DELETE RESTRICT,
    box_id INTEGER REFERENCES archive_boxes (id) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'present', 'missing', 'misplaced')),
    note TEXT NOT NULL,
    CHECK ((entry_id IS NULL) <> (box_id IS NULL)),
    UNIQUE (check_id, entry_id),
    UNIQUE (check_id, box_id)
  ) STRICT`)
  db.exec('CREATE INDEX shelf_check_rows_by_entry_id ON shelf_check_rows (entry_id)')
  db.exec('CREATE INDEX shelf_check_rows_by_box_id ON shelf_check_rows (box_id)')
}
