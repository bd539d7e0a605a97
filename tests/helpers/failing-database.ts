import type { Database, Statement } from 'better-sqlite3'
import type { Migration } from '../../migrations/migration.ts'
import { migrate } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/open-database.ts'

/** A database that calls `after` when a statement has been run through it: exec, run, get, all, or a writing pragma. */
export function watched(db: Database, after: () => void): Database {
  const calling = <T>(value: T): T => {
    after()
    return value
  }
  return new Proxy(db, {
    get(target, name) {
      if (name === 'exec') return (source: string) => calling(target.exec(source))
      if (name === 'prepare') return (source: string) => watchedStatement(target.prepare(source), calling)
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function watchedStatement(statement: Statement, calling: <T>(value: T) => T): Statement {
  return new Proxy(statement, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name !== 'run' && name !== 'get' && name !== 'all') return value.bind(target)
      return (...parameters: unknown[]) => calling(Reflect.apply(value, target, parameters))
    },
  })
}

function watchedSteps(steps: readonly Migration[], after: () => void): Migration[] {
  return steps.map((step) => ({ ...step, up: (db) => step.up(watched(db, after)) }))
}

/** How many statements `pending` runs on a database that has taken `taken`. */
export function countStatements(taken: readonly Migration[], pending: readonly Migration[]): number {
  const { sqlite } = openDatabase(':memory:')
  migrate(sqlite, taken)
  let count = 0
  migrate(
    sqlite,
    watchedSteps(pending, () => {
      count += 1
    }),
  )
  sqlite.close()
  return count
}

/** The steps as they are, but for what is done after their `nth` statement, counted over all of them. */
export function stepsWith(steps: readonly Migration[], nth: number, atNth: () => void): Migration[] {
  let count = 0
  return watchedSteps(steps, () => {
    count += 1
    if (count === nth) atNth()
  })
}

/** Steps that throw after their `nth` statement; `hits` proves that they did. */
export function failingAt(
  steps: readonly Migration[],
  nth: number,
): { steps: Migration[]; hits: () => number } {
  let hits = 0
  const failing = stepsWith(steps, nth, () => {
    hits += 1
    throw new Error(`Fault after statement ${nth}`)
  })
  return { steps: failing, hits: () => hits }
}
