import type { Database } from 'better-sqlite3'
import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

const half_days = `
      from_on TEXT NOT NULL CHECK (from_on IS date(from_on)),
      from_half TEXT NOT NULL CHECK (from_half IN ('am', 'pm')),
      to_on TEXT NOT NULL CHECK (to_on IS date(to_on)),
      to_half TEXT NOT NULL CHECK (to_half IN ('am', 'pm')),`
const in_order = `CHECK (from_on || from_half <= to_on || to_half)`

/** Who is away when, who is appointed to stand in, and the papers of handing over and back. */
export const absences: Migration = {
  version: 6,
  words: 'absences, stand-ins, handovers',
  up(db) {
    makeAbsences(db)
    makeStandIns(db)
    makeHandovers(db)
    const tables = ['absences', 'absence_events', 'stand_ins', 'stand_in_actions', 'paper_register']
    for (const table of [...tables, 'handovers', 'handover_items']) auditTable(db, table)
  },
}

function makeAbsences(db: Database): void {
  db.exec(`CREATE TABLE absences (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      kind TEXT NOT NULL CHECK (kind <> ''),${half_days}
      approver TEXT NOT NULL,
      reachable TEXT NOT NULL,
      note TEXT NOT NULL,
      cancelled_on TEXT CHECK (cancelled_on IS date(cancelled_on)),
      cancel_reason TEXT NOT NULL CHECK (cancelled_on IS NULL OR cancel_reason <> ''),
      ${in_order}
    ) STRICT`)
  db.exec('CREATE INDEX absences_by_staff_id ON absences (staff_id)')
  db.exec('CREATE INDEX absences_by_to_on ON absences (to_on)')
  // 'am' sorts before 'pm', so a date with its half compares as a moment.
  for (const operation of ['INSERT', 'UPDATE']) {
    db.exec(`CREATE TRIGGER absences_apart_${operation.toLowerCase()} BEFORE ${operation} ON absences
      WHEN NEW.cancelled_on IS NULL AND EXISTS (
        SELECT 1 FROM absences AS other
        WHERE other.staff_id = NEW.staff_id AND other.cancelled_on IS NULL AND other.id IS NOT NEW.id
          AND other.from_on || other.from_half <= NEW.to_on || NEW.to_half
          AND NEW.from_on || NEW.from_half <= other.to_on || other.to_half)
      BEGIN SELECT RAISE(ABORT, 'two absences of one person at one time'); END`)
  }
  db.exec(`CREATE TABLE absence_events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      absence_id INTEGER NOT NULL REFERENCES absences (id) ON DELETE RESTRICT,
      kind TEXT NOT NULL CHECK (kind IN ('extended', 'shortened', 'cancelled')),
      happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
      by_name TEXT NOT NULL,
      reason TEXT NOT NULL,
      old_to_on TEXT NOT NULL CHECK (old_to_on IS date(old_to_on)),
      old_to_half TEXT NOT NULL CHECK (old_to_half IN ('am', 'pm'))
    ) STRICT`)
  db.exec('CREATE INDEX absence_events_by_absence_id ON absence_events (absence_id)')
}

function makeStandIns(db: Database): void {
  db.exec(`CREATE TABLE stand_ins (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      absence_id INTEGER NOT NULL REFERENCES absences (id) ON DELETE RESTRICT,
      duty_id INTEGER NOT NULL REFERENCES duties (id) ON DELETE RESTRICT,
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,${half_days}
      appointed_by TEXT NOT NULL CHECK (appointed_by <> ''),
      appointed_on TEXT NOT NULL CHECK (appointed_on IS date(appointed_on)),
      ${in_order}
    ) STRICT`)
  for (const column of ['absence_id', 'duty_id', 'staff_id']) {
    db.exec(`CREATE INDEX stand_ins_by_${column} ON stand_ins (${column})`)
  }
  db.exec(`CREATE TABLE stand_in_actions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      absence_id INTEGER NOT NULL REFERENCES absences (id) ON DELETE RESTRICT,
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
      content TEXT NOT NULL CHECK (content <> ''),
      result TEXT NOT NULL
    ) STRICT`)
  for (const column of ['absence_id', 'staff_id']) {
    db.exec(`CREATE INDEX stand_in_actions_by_${column} ON stand_in_actions (${column})`)
  }
}

function makeHandovers(db: Database): void {
  // A register of its own: number_register names its two kinds in a CHECK, and matters and duties hang on its rows.
  db.exec(`CREATE TABLE paper_register (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind <> ''),
      year INTEGER NOT NULL,
      serial INTEGER NOT NULL CHECK (serial > 0),
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('used', 'gap')),
      reason TEXT NOT NULL CHECK (state = 'used' OR reason <> ''),
      UNIQUE (kind, year, serial)
    ) STRICT`)
  db.exec(`CREATE TRIGGER paper_register_keep BEFORE DELETE ON paper_register
      BEGIN SELECT RAISE(ABORT, 'a number once taken stays in the register'); END`)
  db.exec(`CREATE TABLE handovers (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      absence_id INTEGER NOT NULL UNIQUE REFERENCES absences (id) ON DELETE RESTRICT,
      number TEXT NOT NULL UNIQUE REFERENCES paper_register (number) ON DELETE RESTRICT,
      receiver TEXT NOT NULL,
      supervisor TEXT NOT NULL,
      place TEXT NOT NULL,
      handed_over_on TEXT CHECK (handed_over_on IS date(handed_over_on)),
      handed_back_on TEXT CHECK (handed_back_on IS date(handed_back_on)),
      back_note TEXT NOT NULL,
      CHECK (handed_back_on IS NULL OR handed_over_on <= handed_back_on)
    ) STRICT`)
  db.exec(`CREATE TABLE handover_items (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      handover_id INTEGER NOT NULL REFERENCES handovers (id) ON DELETE RESTRICT,
      section TEXT NOT NULL CHECK (section IN ('paper', 'access', 'thing', 'contact', 'note')),
      name TEXT NOT NULL CHECK (name <> ''),
      quantity TEXT NOT NULL,
      medium TEXT NOT NULL,
      place TEXT NOT NULL,
      detail TEXT NOT NULL,
      is_back INTEGER NOT NULL CHECK (is_back IN (0, 1)),
      sort_order INTEGER NOT NULL
    ) STRICT`)
  db.exec('CREATE INDEX handover_items_by_handover_id ON handover_items (handover_id)')
}
