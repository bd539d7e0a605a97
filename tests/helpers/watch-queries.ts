import { Kysely, SqliteDialect } from 'kysely'
import type { OpenDatabase } from '../../src-main/database/open-database.ts'
import type { Tables } from '../../src-main/database/tables.ts'

/** A second Kysely over the same connection that remembers every query, and can say how SQLite runs each. */
export function watchQueries(book: OpenDatabase) {
  const queries: { sql: string; parameters: readonly unknown[] }[] = []
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: book.sqlite }),
    log: ({ level, query }) => {
      if (level === 'query') queries.push({ sql: query.sql, parameters: query.parameters })
    },
  })
  /** The lines of EXPLAIN QUERY PLAN, such as `SEARCH w USING INDEX …` or `SCAN m`. */
  const plan = (of = queries) =>
    of.flatMap(({ sql, parameters }) => {
      const steps = book.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
        detail: string
      }[]
      return steps.map(({ detail }) => detail)
    })
  return { db, queries, plan }
}
