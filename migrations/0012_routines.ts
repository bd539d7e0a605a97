import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * 周期事项: what became of each date of a duty's schedule, so that none is listed twice, and how long before its
 * deadline it comes into the weekly list.
 */
export const routines: Migration = {
  version: 12,
  words: 'routines: which dates of a schedule were listed or left out',
  up(db) {
    db.exec(`CREATE TABLE routine_dates (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      duty_id INTEGER NOT NULL REFERENCES duties (id) ON DELETE RESTRICT,
      period TEXT NOT NULL CHECK (period <> ''),
      rule_on TEXT NOT NULL CHECK (rule_on IS date(rule_on)),
      matter_id INTEGER UNIQUE REFERENCES matters (id) ON DELETE RESTRICT,
      skip_reason TEXT NOT NULL CHECK ((skip_reason = '') = (matter_id IS NOT NULL)),
      UNIQUE (duty_id, period)
    ) STRICT`)
    db.exec('CREATE INDEX routine_dates_by_rule_on ON routine_dates (rule_on)')
    db.exec(`CREATE TABLE routine_habits (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      duty_id INTEGER NOT NULL UNIQUE REFERENCES duties (id) ON DELETE RESTRICT,
      lead_weeks INTEGER NOT NULL CHECK (lead_weeks BETWEEN 0 AND 26)
    ) STRICT`)
    for (const table of ['routine_dates', 'routine_habits']) auditTable(db, table)
  },
}
