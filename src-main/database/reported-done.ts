import { type AliasedRawBuilder, sql } from 'kysely'

/** Whether the newest week of a matter says 已完成; `alias` names the matters table. Search and the week both ask. */
export function reportedDone(alias: string): AliasedRawBuilder<0 | 1, 'is_reported_done'> {
  return sql<0 | 1>`coalesce((SELECT week_state = 'done' FROM matter_weeks
    WHERE matter_id = ${sql.ref(`${alias}.id`)} ORDER BY week_monday DESC LIMIT 1), 0)`.as('is_reported_done')
}
