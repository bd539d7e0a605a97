import type { Database } from 'better-sqlite3'
import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * A lock tells what the week was called and at what time it was closed. In a closed week the time of a report and what
 * was returned stay as they are, too: what was added since to `week_reports`, and `week_returns`.
 */
export const lockDetails: Migration = {
  version: 27,
  words: 'title and time of a lock, returned reports of closed weeks',
  up(db) {
    db.exec("ALTER TABLE week_locks ADD COLUMN title TEXT NOT NULL DEFAULT ''")
    db.exec(`ALTER TABLE week_locks ADD COLUMN locked_at TEXT NOT NULL DEFAULT ''
      CHECK (locked_at = '' OR locked_at GLOB '[0-2][0-9]:[0-5][0-9]')`)
    auditTable(db, 'week_locks')
    const ends = ['unlocked_on', 'unlocked_by', 'unlock_reason']
    db.exec('DROP TRIGGER week_locks_keep_on_update')
    db.exec(`CREATE TRIGGER week_locks_keep_on_update BEFORE UPDATE ON week_locks
      WHEN OLD.unlocked_on IS NOT NULL OR ${differ(db, 'week_locks', ends)}
      BEGIN SELECT RAISE(ABORT, 'a lock of a week stays told'); END`)
    // The place of a row in its list is not what it says.
    guard(db, 'matter_weeks', ['sort_order'])
    guard(db, 'week_reports', [])
    guard(db, 'week_returns', [])
  },
}

/** Refuses what would change a row of a closed week. Two records of one person may still become one. */
function guard(db: Database, table: string, free: readonly string[]): void {
  const merges = `EXISTS (SELECT 1 FROM open_change AS o JOIN change_rows AS r ON r.change_id = o.change_id
    WHERE o.is_undo = 0 AND r.table_name = 'staff_merges' AND r.operation = 'insert')`
  const isClosed = (row: 'NEW' | 'OLD') =>
    `EXISTS (SELECT 1 FROM week_locks WHERE week_monday = ${row}.week_monday AND unlocked_on IS NULL)`
  const update = `(${isClosed('OLD')} OR ${isClosed('NEW')}) AND ${differ(db, table, free)}`
  for (const [operation, test, row] of [
    ['INSERT', isClosed('NEW'), 'NEW'],
    ['UPDATE', update, 'OLD'],
    ['DELETE', isClosed('OLD'), 'OLD'],
  ] as const) {
    const name = `closed_${table}_keep_on_${operation.toLowerCase()}`
    db.exec(`DROP TRIGGER IF EXISTS ${name}`)
    db.exec(`CREATE TRIGGER ${name} BEFORE ${operation} ON ${table}
      WHEN ${test} AND NOT ${merges}
      BEGIN SELECT RAISE(ABORT, 'closed week: ' || ${row}.week_monday); END`)
  }
}

/** Whether an update changes any column but those of `free`. */
function differ(db: Database, table: string, free: readonly string[]): string {
  const columns = db.pragma(`table_info(${table})`) as { name: string }[]
  const names = columns.map(({ name }) => name).filter((name) => !free.includes(name))
  const row = (which: 'NEW' | 'OLD') => `(${names.map((name) => `${which}.${name}`).join(', ')})`
  return `${row('OLD')} IS NOT ${row('NEW')}`
}
