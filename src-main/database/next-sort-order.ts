import { sql } from 'kysely'
import type { Change } from './change.ts'

/** The place after the last one; lists that the clerk puts in order begin a new row there. */
export async function nextSortOrder(
  change: Change,
  table:
    | 'groups'
    | 'categories'
    | 'staff'
    | 'duties'
    | 'measures'
    | 'archive_organs'
    | 'archive_classes'
    | 'retention_rules',
): Promise<number> {
  const { next } = await change.db
    .selectFrom(table)
    .select(sql<number>`coalesce(max(sort_order), 0) + 1`.as('next'))
    .executeTakeFirstOrThrow()
  return next
}
