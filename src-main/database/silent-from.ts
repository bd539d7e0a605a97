import { type AliasedRawBuilder, sql } from 'kysely'

/**
 * The Monday of the first week for which nothing is written of a matter: the one after its last progress, or the first
 * it stands in. `alias` names the matters table.
 */
export function silentFrom(alias: string): AliasedRawBuilder<string | null, 'silent_from'> {
  const id = sql.ref(`${alias}.id`)
  return sql<string | null>`coalesce(
    (SELECT date(max(week_monday), '+7 days') FROM matter_weeks WHERE matter_id = ${id} AND progress <> ''),
    (SELECT min(week_monday) FROM matter_weeks WHERE matter_id = ${id}))`.as('silent_from')
}
