import type { Database } from 'better-sqlite3'
import { auditTable } from './audit.ts'
import type { Migration } from './migration.ts'

/**
 * 关账: a closed week keeps its rows and reports as they are, whoever writes, until it is unlocked with a reason. How
 * every list stood at closing (周五快照) lies beside the lock, packed; like the trail it can only grow. Weeks may have
 * names of their own.
 */
export const weekLocks: Migration = {
  version: 20,
  words: 'closed weeks with their snapshots, names of weeks',
  up(db) {
    db.exec(`CREATE TABLE week_names (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      week_monday TEXT NOT NULL UNIQUE CHECK (week_monday IS date(week_monday) AND strftime('%w', week_monday) = '1'),
      name TEXT NOT NULL CHECK (name <> '')
    ) STRICT`)
    // A week that is merged with its neighbour is closed with it: `closed_with` is the Monday of the week closed.
    db.exec(`CREATE TABLE week_locks (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      week_monday TEXT NOT NULL CHECK (week_monday IS date(week_monday) AND strftime('%w', week_monday) = '1'),
      closed_with TEXT NOT NULL CHECK (closed_with IS date(closed_with) AND strftime('%w', closed_with) = '1'),
      locked_on TEXT NOT NULL CHECK (locked_on IS date(locked_on)),
      locked_by TEXT NOT NULL CHECK (locked_by <> ''),
      left_open TEXT NOT NULL,
      unlocked_on TEXT CHECK (unlocked_on IS date(unlocked_on)),
      unlocked_by TEXT NOT NULL,
      unlock_reason TEXT NOT NULL,
      CHECK ((unlocked_on IS NULL) = (unlocked_by = '') AND (unlocked_on IS NULL) = (unlock_reason = ''))
    ) STRICT`)
    db.exec('CREATE UNIQUE INDEX week_locks_open ON week_locks (week_monday) WHERE unlocked_on IS NULL')
    db.exec('CREATE INDEX week_locks_by_closed_with ON week_locks (closed_with)')
    db.exec(`CREATE TABLE week_snapshots (
      id INTEGER PRIMARY KEY,
      lock_id INTEGER NOT NULL REFERENCES week_locks (id) ON DELETE RESTRICT,
      list TEXT NOT NULL CHECK (list <> ''),
      row_count INTEGER NOT NULL CHECK (row_count >= 0),
      packed_rows BLOB NOT NULL,
      UNIQUE (lock_id, list)
    ) STRICT`)
    for (const table of ['week_names', 'week_locks']) auditTable(db, table)
    keepLocks(db)
    guard(db, 'matter_weeks', ['progress', 'week_state', 'unfinished_reason', 'is_planned', 'matter_id'])
    guard(db, 'week_reports', ['state', 'received_on', 'staff_id'])
  },
}

/** A lock is ended once, and never changed or taken away; a snapshot never changes. */
function keepLocks(db: Database): void {
  const fixed = ['week_monday', 'closed_with', 'locked_on', 'locked_by', 'left_open']
  db.exec(`CREATE TRIGGER week_locks_keep_on_update BEFORE UPDATE ON week_locks
    WHEN OLD.unlocked_on IS NOT NULL OR (${list('OLD', fixed)}) IS NOT (${list('NEW', fixed)})
    BEGIN SELECT RAISE(ABORT, 'a lock of a week stays told'); END`)
  db.exec(`CREATE TRIGGER week_locks_keep_on_delete BEFORE DELETE ON week_locks
    BEGIN SELECT RAISE(ABORT, 'a lock of a week stays told'); END`)
  for (const operation of ['UPDATE', 'DELETE']) {
    db.exec(`CREATE TRIGGER week_snapshots_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON week_snapshots
      BEGIN SELECT RAISE(ABORT, 'a snapshot of a week stays as it is'); END`)
  }
}

/**
 * Refuses what would change a row of a closed week; its place in the list is not what it says. Two records of one
 * person may still become one: then the rows follow the person.
 */
function guard(db: Database, table: string, said: readonly string[]): void {
  const merges = `EXISTS (SELECT 1 FROM open_change AS o JOIN change_rows AS r ON r.change_id = o.change_id
    WHERE o.is_undo = 0 AND r.table_name = 'staff_merges' AND r.operation = 'insert')`
  const isClosed = (row: 'NEW' | 'OLD') =>
    `EXISTS (SELECT 1 FROM week_locks WHERE week_monday = ${row}.week_monday AND unlocked_on IS NULL)`
  const changes = `(${list('OLD', ['week_monday', ...said])}) IS NOT (${list('NEW', ['week_monday', ...said])})`
  for (const [operation, test, row] of [
    ['INSERT', isClosed('NEW'), 'NEW'],
    ['UPDATE', `(${isClosed('OLD')} OR ${isClosed('NEW')}) AND ${changes}`, 'OLD'],
    ['DELETE', isClosed('OLD'), 'OLD'],
  ] as const) {
    db.exec(`CREATE TRIGGER closed_${table}_keep_on_${operation.toLowerCase()} BEFORE ${operation} ON ${table}
      WHEN ${test} AND NOT ${merges}
      BEGIN SELECT RAISE(ABORT, 'closed week: ' || ${row}.week_monday); END`)
  }
}

function list(row: 'NEW' | 'OLD', columns: readonly string[]): string {
  return columns.map((column) => `${row}.${column}`).join(', ')
}
