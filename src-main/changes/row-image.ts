import type { Database } from 'better-sqlite3'

type Value = string | number | null
export type Row = Record<string, Value>

/** One row as it was before and after, as the audit triggers wrote it. */
export interface RowImage {
  table_name: string
  row_id: number
  operation: 'insert' | 'update' | 'delete'
  before: Row | null
  after: Row | null
}

export interface RowKey {
  table: string
  /** Null for any row of the table. */
  row_id: number | null
}

/** The row images of a change, last first. */
export function imagesOf(sqlite: Database, change_id: number): RowImage[] {
  const rows = sqlite
    .prepare(
      `SELECT table_name, row_id, operation, before, after FROM change_rows WHERE change_id = ? ORDER BY id DESC`,
    )
    .all(change_id) as (Omit<RowImage, 'before' | 'after'> & {
    before: string | null
    after: string | null
  })[]
  return rows.map((row) => ({ ...row, before: parse(row.before), after: parse(row.after) }))
}

function parse(image: string | null): Row | null {
  return image === null ? null : (JSON.parse(image) as Row)
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** The columns of the image the table still has: a later version may have added or dropped some. */
export function columnsOf(sqlite: Database, table: string, image: Row): string[] {
  const known = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
  return known.filter((column) => Object.hasOwn(image, column))
}

/** True when the row is now what the image says; null means that there is no such row. */
export function isNow(sqlite: Database, table: string, row_id: number, image: Row | null): boolean {
  const row = sqlite.prepare(`SELECT * FROM ${quoted(table)} WHERE id = ?`).get(row_id) as Row | undefined
  if (row === undefined || image === null) return row === undefined && image === null
  return columnsOf(sqlite, table, image).every((column) => row[column] === image[column])
}
