import type { Retention } from '../../src-shared/retention.ts'
import type { Db } from '../database/tables.ts'

export interface OwnClass {
  class_id: number
  retention: Retention
}

/** The first class of each matter's category, with its term; none for a category without one. */
export async function classesOfMatters(
  db: Db,
  matter_ids: readonly number[],
): Promise<Map<number, OwnClass>> {
  const rows = await db
    .selectFrom('matters as m')
    .innerJoin('archive_classes as c', 'c.category_id', 'm.category_id')
    .select(['m.id', 'c.id as class_id', 'c.retention'])
    .where('m.id', 'in', matter_ids)
    .orderBy('c.sort_order', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return new Map(rows.map(({ id, class_id, retention }) => [id, { class_id, retention }]))
}
