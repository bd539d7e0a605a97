import type { Database } from 'better-sqlite3'
import type { Migration } from '../../migrations/migration.ts'
import { application_id } from './open-database.ts'

/** The `user_version` a database has once every step was taken. */
export function newestVersion(steps: readonly Migration[]): number {
  return steps.at(-1)?.version ?? 0
}

export function pendingMigrations(sqlite: Database, steps: readonly Migration[]): readonly Migration[] {
  const version = sqlite.pragma('user_version', { simple: true }) as number
  return steps.filter((step) => step.version > version)
}

/**
 * Takes every pending step in one transaction together with `user_version`: after a throw or a power cut the
 * database is wholly the old one. (Kysely's own migrator does not do this on SQLite.)
 */
export function migrate(sqlite: Database, steps: readonly Migration[]): void {
  const pending = pendingMigrations(sqlite, steps)
  if (pending.length === 0) return
  sqlite
    .transaction(() => {
      sqlite.pragma('defer_foreign_keys = ON')
      sqlite.pragma(`application_id = ${application_id}`)
      for (const step of pending) {
        step.up(sqlite)
        sqlite.pragma(`user_version = ${step.version}`)
      }
      const broken = sqlite.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`Migration leaves ${broken.length} broken references`)
    })
    .immediate()
}
