import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** Matters live across weeks; what is said of one in a week is its row in matter_weeks. */
export const matters: Migration = {
  version: 4,
  words: 'matters, their weeks and events, who has handed in',
  up(db) {
    db.exec(`CREATE TABLE matters (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      number TEXT NOT NULL UNIQUE REFERENCES number_register (number) ON DELETE RESTRICT,
      title TEXT NOT NULL CHECK (title <> ''),
      detail TEXT NOT NULL,
      category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE RESTRICT,
      group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE RESTRICT,
      staff_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
      duty_id INTEGER REFERENCES duties (id) ON DELETE RESTRICT,
      helpers TEXT NOT NULL,
      leader TEXT NOT NULL,
      source TEXT NOT NULL,
      listed_on TEXT NOT NULL CHECK (listed_on IS date(listed_on)),
      original_due_on TEXT CHECK (original_due_on IS date(original_due_on)),
      due_on TEXT CHECK (due_on IS date(due_on)),
      due_text TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('assigned', 'in_progress', 'sign_off_asked', 'signed_off', 'archived', 'withdrawn')),
      finished_on TEXT CHECK (finished_on IS date(finished_on)),
      signed_off_on TEXT CHECK (signed_off_on IS date(signed_off_on)),
      signed_off_by TEXT NOT NULL,
      evidence TEXT NOT NULL,
      remark TEXT NOT NULL,
      CHECK (state NOT IN ('signed_off', 'archived')
        OR (finished_on IS NOT NULL AND signed_off_on IS NOT NULL AND signed_off_by <> ''))
    ) STRICT`)
    db.exec('CREATE INDEX matters_by_staff_id ON matters (staff_id)')
    db.exec('CREATE INDEX matters_by_group_id ON matters (group_id)')
    db.exec(`CREATE INDEX matters_open_by_due_on ON matters (due_on)
      WHERE state IN ('assigned', 'in_progress', 'sign_off_asked')`)

    db.exec("CREATE INDEX matters_waiting_for_archive ON matters (signed_off_on) WHERE state = 'signed_off'")

    db.exec(`CREATE TABLE matter_weeks (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      matter_id INTEGER NOT NULL REFERENCES matters (id) ON DELETE RESTRICT,
      week_monday TEXT NOT NULL CHECK (week_monday IS date(week_monday) AND strftime('%w', week_monday) = '1'),
      is_planned INTEGER NOT NULL CHECK (is_planned IN (0, 1)),
      progress TEXT NOT NULL,
      week_state TEXT NOT NULL CHECK (week_state IN ('not_started', 'in_progress', 'done', 'unfinished', 'postponed', 'long_term', 'cancelled')),
      unfinished_reason TEXT NOT NULL,
      sort_order INTEGER NOT NULL,
      UNIQUE (matter_id, week_monday)
    ) STRICT`)
    db.exec('CREATE INDEX matter_weeks_by_week_monday ON matter_weeks (week_monday)')

    db.exec(`CREATE TABLE matter_events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      matter_id INTEGER NOT NULL REFERENCES matters (id) ON DELETE RESTRICT,
      kind TEXT NOT NULL CHECK (kind IN ('extended', 'signed_off', 'returned', 'withdrawn')),
      happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
      by_name TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (kind = 'signed_off' OR reason <> ''),
      new_due_on TEXT CHECK (new_due_on IS date(new_due_on))
    ) STRICT`)
    db.exec('CREATE INDEX matter_events_by_matter_id ON matter_events (matter_id)')

    db.exec(`CREATE TABLE week_reports (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
      week_monday TEXT NOT NULL CHECK (week_monday IS date(week_monday) AND strftime('%w', week_monday) = '1'),
      state TEXT NOT NULL CHECK (state IN ('nothing', 'received')),
      received_on TEXT NOT NULL CHECK (received_on IS date(received_on)),
      UNIQUE (staff_id, week_monday)
    ) STRICT`)
    db.exec('CREATE INDEX week_reports_by_week_monday ON week_reports (week_monday)')
    for (const table of ['matters', 'matter_weeks', 'matter_events', 'week_reports']) auditTable(db, table)
  },
}
