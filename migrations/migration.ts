// The history of the database. A released step is frozen: it imports nothing of ours but this file and audit.ts.
import type { Database } from 'better-sqlite3'

export interface Migration {
  /** The `user_version` the database has after this step. */
  version: number
  /** What the step brings, for the log. */
  words: string
  /** Runs inside one transaction with `user_version`; must not open one of its own. */
  up(db: Database): void
}
