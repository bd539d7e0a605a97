import { type RawBuilder, sql } from 'kysely'

/** `column` holds a last day (itself included) that is not past on `day`, or none. */
export function notEnded(column: string, day: string): RawBuilder<boolean> {
  const last_day = sql.ref(column)
  return sql<boolean>`(${last_day} IS NULL OR ${last_day} >= ${day})`
}
