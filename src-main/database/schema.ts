import type { Database } from 'better-sqlite3'
import type { Migration } from '../../migrations/migration.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'

/** Every table, index and trigger as it was written; what SQLite keeps for itself (`sqlite_…`) is left out. */
export function schemaOf(sqlite: Database): string[] {
  return sqlite
    .prepare(
      `SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .pluck()
    .all() as string[]
}

/** The schema a database of that version must have, made by running the same steps on an empty one. */
export function schemaOfVersion(steps: readonly Migration[], version: number): string[] {
  const { sqlite } = openDatabase(':memory:')
  try {
    migrate(
      sqlite,
      steps.filter((step) => step.version <= version),
    )
    return schemaOf(sqlite)
  } finally {
    sqlite.close()
  }
}

/** Rows of every table. */
export function countRows(sqlite: Database): Record<string, number> {
  const tables = sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => [table, sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number]),
  )
}
