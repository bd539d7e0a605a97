import { type RawBuilder, sql } from 'kysely'

/** 带病销号 that nobody has cured yet: what it stands on waits for no archive. `alias` names the matters table. */
export function hasDefect(alias: string): RawBuilder<boolean> {
  return sql<boolean>`EXISTS (SELECT 1 FROM matter_defects
    WHERE matter_id = ${sql.ref(`${alias}.id`)} AND cured_on IS NULL)`
}
