import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * AB岗 beyond who holds what: changes with reason and approver (调整), duties that need no B (特殊岗位), what was
 * published (公布), who is to teach whom (培训计划).
 */
export const posts: Migration = {
  version: 10,
  words: 'adjustments of posts, exceptions, publications, training plan',
  up(db) {
    db.exec(`CREATE TABLE post_adjustments (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      effective_on TEXT NOT NULL CHECK (effective_on IS date(effective_on)),
      recorded_on TEXT NOT NULL CHECK (recorded_on IS date(recorded_on)),
      approver TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT`)
    db.exec('CREATE INDEX post_adjustments_by_effective_on ON post_adjustments (effective_on)')
    db.exec(`CREATE TABLE post_adjustment_holders (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      adjustment_id INTEGER NOT NULL REFERENCES post_adjustments (id) ON DELETE RESTRICT,
      duty_id INTEGER NOT NULL REFERENCES duties (id) ON DELETE RESTRICT,
      is_after INTEGER NOT NULL CHECK (is_after IN (0, 1)),
      role TEXT NOT NULL CHECK (role IN ('A', 'B')),
      rank INTEGER NOT NULL CHECK (rank > 0 AND (role = 'B' OR rank = 1)),
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      UNIQUE (adjustment_id, duty_id, is_after, role, rank)
    ) STRICT`)
    db.exec('CREATE INDEX post_adjustment_holders_by_duty_id ON post_adjustment_holders (duty_id)')
    db.exec('CREATE INDEX post_adjustment_holders_by_staff_id ON post_adjustment_holders (staff_id)')

    db.exec(`CREATE TABLE post_exceptions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      duty_id INTEGER NOT NULL REFERENCES duties (id) ON DELETE RESTRICT,
      reason TEXT NOT NULL CHECK (reason <> ''),
      from_on TEXT NOT NULL CHECK (from_on IS date(from_on)),
      to_on TEXT CHECK (to_on IS date(to_on) AND to_on >= from_on)
    ) STRICT`)
    db.exec('CREATE UNIQUE INDEX post_exceptions_standing ON post_exceptions (duty_id) WHERE to_on IS NULL')
    db.exec('CREATE INDEX post_exceptions_by_duty_id ON post_exceptions (duty_id)')

    db.exec(`CREATE TABLE post_publications (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      as_of TEXT NOT NULL UNIQUE CHECK (as_of IS date(as_of)),
      published_on TEXT NOT NULL CHECK (published_on IS date(published_on)),
      approver TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT`)
    db.exec(`CREATE TABLE post_publication_rows (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      publication_id INTEGER NOT NULL REFERENCES post_publications (id) ON DELETE RESTRICT,
      duty_id INTEGER NOT NULL REFERENCES duties (id) ON DELETE RESTRICT,
      sort_order INTEGER NOT NULL,
      group_name TEXT NOT NULL,
      number TEXT NOT NULL,
      content TEXT NOT NULL,
      no_b_reason TEXT NOT NULL,
      UNIQUE (publication_id, duty_id)
    ) STRICT`)
    db.exec('CREATE INDEX post_publication_rows_by_duty_id ON post_publication_rows (duty_id)')
    db.exec(`CREATE TABLE post_publication_holders (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      publication_row_id INTEGER NOT NULL REFERENCES post_publication_rows (id) ON DELETE RESTRICT,
      role TEXT NOT NULL CHECK (role IN ('A', 'B')),
      rank INTEGER NOT NULL CHECK (rank > 0 AND (role = 'B' OR rank = 1)),
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      name TEXT NOT NULL,
      post TEXT NOT NULL,
      phone TEXT NOT NULL,
      UNIQUE (publication_row_id, role, rank)
    ) STRICT`)
    db.exec('CREATE INDEX post_publication_holders_by_staff_id ON post_publication_holders (staff_id)')

    db.exec(`CREATE TABLE post_trainings (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      duty_id INTEGER NOT NULL REFERENCES duties (id) ON DELETE RESTRICT,
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      teacher_staff_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
      due_on TEXT NOT NULL CHECK (due_on IS date(due_on)),
      done_on TEXT CHECK (done_on IS date(done_on)),
      note TEXT NOT NULL
    ) STRICT`)
    db.exec('CREATE INDEX post_trainings_by_duty_id ON post_trainings (duty_id)')
    db.exec('CREATE INDEX post_trainings_by_staff_id ON post_trainings (staff_id)')
    db.exec('CREATE INDEX post_trainings_by_teacher ON post_trainings (teacher_staff_id)')
    db.exec('CREATE INDEX matters_by_duty_id ON matters (duty_id)')
    for (const table of [
      'post_adjustments',
      'post_adjustment_holders',
      'post_exceptions',
      'post_publications',
      'post_publication_rows',
      'post_publication_holders',
      'post_trainings',
    ]) {
      auditTable(db, table)
    }
  },
}
