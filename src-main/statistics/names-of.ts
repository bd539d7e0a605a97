import { sql } from 'kysely'
import type { CountedBy, MatterCounts, StatisticsRow } from '../../src-shared/statistics.ts'
import type { Db } from '../database/tables.ts'

export interface NamedKey {
  key: number
  name: string
  note: string
}

/** Everyone and everything that matters are counted by, in its own order; whoever has left too. */
export async function namesOf(db: Db, by: Exclude<CountedBy, 'time'>): Promise<NamedKey[]> {
  if (by === 'group') return named(db, 'groups')
  if (by === 'category') return named(db, 'categories')
  const people = await db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .select(['staff.id as key', 'staff.name', sql<string>`coalesce(groups.name, '')`.as('note')])
    .orderBy(sql`groups.sort_order IS NULL`)
    .orderBy('groups.sort_order')
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .execute()
  return [...people, { key: 0, name: '未定责任人', note: '' }]
}

async function named(db: Db, table: 'groups' | 'categories'): Promise<NamedKey[]> {
  const rows = await db
    .selectFrom(table)
    .select(['id as key', 'name'])
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, note: '' }))
}

/** The sums with their names, in the order of the names. */
export function inNameOrder(
  names: readonly NamedKey[],
  sums: readonly (MatterCounts & { key: number })[],
): StatisticsRow[] {
  const by_key = new Map(sums.map((sum) => [sum.key, sum]))
  return names.flatMap((name) => {
    const sum = by_key.get(name.key)
    return sum === undefined ? [] : [{ ...sum, ...name }]
  })
}
