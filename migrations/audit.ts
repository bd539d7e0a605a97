// Row images for the audit trail and for undo: triggers write every row's before and after into change_rows.
import type { Database } from 'better-sqlite3'

function image(row: 'NEW' | 'OLD', columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`
}

/**
 * Puts the audit triggers on a table that has an `id` column. Run again by a later step that changes its columns.
 * Without an open change the insert into change_rows fails (change_id is NOT NULL), so no write escapes the trail.
 */
export function auditTable(db: Database, table: string): void {
  const columns = db.pragma(`table_info(${table})`) as { name: string }[]
  const names = columns.map((column) => column.name)
  const write = (row: 'NEW' | 'OLD', operation: string, before: string, after: string) =>
    `INSERT INTO change_rows (change_id, table_name, row_id, operation, before, after)
     VALUES ((SELECT change_id FROM open_change), '${table}', ${row}.id, '${operation}', ${before}, ${after});`
  const before = image('OLD', names)
  const after = image('NEW', names)
  db.exec(`DROP TRIGGER IF EXISTS ${table}_audit_insert`)
  db.exec(
    `CREATE TRIGGER ${table}_audit_insert AFTER INSERT ON ${table}
     BEGIN ${write('NEW', 'insert', 'NULL', after)} END`,
  )
  db.exec(`DROP TRIGGER IF EXISTS ${table}_audit_update`)
  db.exec(
    `CREATE TRIGGER ${table}_audit_update AFTER UPDATE ON ${table} WHEN ${before} IS NOT ${after}
     BEGIN ${write('NEW', 'update', before, after)} END`,
  )
  db.exec(`DROP TRIGGER IF EXISTS ${table}_audit_delete`)
  db.exec(
    `CREATE TRIGGER ${table}_audit_delete AFTER DELETE ON ${table}
     BEGIN ${write('OLD', 'delete', before, 'NULL')} END`,
  )
}
