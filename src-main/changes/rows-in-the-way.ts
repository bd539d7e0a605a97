import type { Database } from 'better-sqlite3'
import { quoted, type Row, type RowImage, type RowKey } from './row-image.ts'

interface Reference {
  child: string
  column: string
  parent: string
  parent_column: string
}

/** After SQLite refused to take a row back: which rows made it do so. */
export function rowsInTheWay(sqlite: Database, { table_name, before, after }: RowImage): RowKey[] {
  const references = referencesOf(sqlite)
  const found = [
    ...(after ? childrenOf(sqlite, references, table_name, after) : []),
    ...(before ? missingParents(sqlite, references, table_name, before) : []),
    ...(before ? twinsOf(sqlite, table_name, before) : []),
  ]
  // A rule that no column names, such as one holder a day: somebody wrote to this table.
  return found.length > 0 ? found : [{ table: table_name, row_id: null }]
}

function referencesOf(sqlite: Database): Reference[] {
  return sqlite
    .prepare(
      `SELECT child.name AS child, key."from" AS "column", key."table" AS parent, key."to" AS parent_column
       FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key WHERE child.type = 'table'`,
    )
    .all() as Reference[]
}

function childrenOf(sqlite: Database, references: Reference[], table: string, row: Row): RowKey[] {
  return references
    .filter((reference) => reference.parent === table && reference.child !== 'changes')
    .flatMap(({ child, column, parent_column }) =>
      idsWhere(sqlite, child, [column], { [column]: row[parent_column] ?? null }),
    )
}

function missingParents(sqlite: Database, references: Reference[], table: string, row: Row): RowKey[] {
  return references.flatMap(({ child, column, parent, parent_column }) => {
    const key = row[column]
    if (child !== table || key === null || key === undefined) return []
    const is_there = idsWhere(sqlite, parent, [parent_column], { [parent_column]: key }).length > 0
    return is_there ? [] : [{ table: parent, row_id: typeof key === 'number' ? key : null }]
  })
}

/** Rows that now hold what must be unique. */
function twinsOf(sqlite: Database, table: string, row: Row): RowKey[] {
  const indexes = sqlite
    .prepare('SELECT name FROM pragma_index_list(?) WHERE "unique" = 1')
    .pluck()
    .all(table) as string[]
  return indexes.flatMap((index) => {
    const columns = sqlite.prepare('SELECT name FROM pragma_index_info(?)').pluck().all(index) as string[]
    return idsWhere(sqlite, table, columns, row).filter(({ row_id }) => row_id !== row.id)
  })
}

function idsWhere(sqlite: Database, table: string, columns: string[], row: Row): RowKey[] {
  const test = columns.map((column) => `${quoted(column)} = ?`).join(' AND ')
  const ids = sqlite
    .prepare(`SELECT id FROM ${quoted(table)} WHERE ${test}`)
    .pluck()
    .all(columns.map((column) => row[column] ?? null)) as number[]
  return ids.map((row_id) => ({ table, row_id }))
}
