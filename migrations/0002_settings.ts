import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/** What the office sets for itself: unit and rules, groups, categories with their codes, the holiday table. */
export const settings: Migration = {
  version: 2,
  words: 'settings, groups, categories, holidays',
  up(db) {
    db.exec(`CREATE TABLE settings (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT`)
    db.exec(`CREATE TABLE groups (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      code TEXT NOT NULL UNIQUE CHECK (code GLOB '[A-Z]*' AND length(code) BETWEEN 1 AND 6),
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      sort_order INTEGER NOT NULL,
      voided_on TEXT
    ) STRICT`)
    db.exec(`CREATE TABLE categories (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      code TEXT NOT NULL UNIQUE CHECK (code GLOB '[A-Z]*' AND length(code) BETWEEN 1 AND 6),
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      sort_order INTEGER NOT NULL,
      voided_on TEXT
    ) STRICT`)
    db.exec(`CREATE TABLE holiday_days (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      day TEXT NOT NULL UNIQUE CHECK (day IS date(day)),
      kind TEXT NOT NULL CHECK (kind IN ('off', 'work')),
      name TEXT NOT NULL
    ) STRICT`)
    for (const table of ['settings', 'groups', 'categories', 'holiday_days']) auditTable(db, table)
  },
}
