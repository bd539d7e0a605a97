import { sql } from 'kysely'
import { groupRows } from '../../src-shared/group-rows.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'

export interface PublishedHolder {
  role: 'A' | 'B'
  rank: number
  staff_id: number
  name: string
  post: string
  phone: string
}

/** A duty with its holders, as it stands on paper. */
export interface PublishedPost {
  duty_id: number
  group_name: string
  number: string
  content: string
  no_b_reason: string
  /** A first, then the Bs in order. */
  holders: PublishedHolder[]
}

/** Duties in use and who holds them on that day, in the order of the list. */
export async function currentPosts(db: Db, as_of: string): Promise<PublishedPost[]> {
  const duties = await db
    .selectFrom('duties')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .innerJoin('categories', 'categories.id', 'duties.category_id')
    .leftJoin('post_exceptions as e', (join) =>
      join.onRef('e.duty_id', '=', 'duties.id').on('e.from_on', '<=', as_of).on(notEnded('e.to_on', as_of)),
    )
    .select(['duties.id as duty_id', 'groups.name as group_name', 'duties.number', 'duties.content'])
    .select(sql<string>`coalesce(e.reason, '')`.as('no_b_reason'))
    .where('duties.voided_on', 'is', null)
    .orderBy('groups.sort_order')
    .orderBy('groups.id')
    .orderBy('categories.sort_order')
    .orderBy('categories.id')
    .orderBy('duties.sort_order')
    .orderBy('duties.number')
    .execute()
  const holders = await db
    .selectFrom('duty_holders as h')
    .innerJoin('staff', 'staff.id', 'h.staff_id')
    .select(['h.duty_id', 'h.role', 'h.rank', 'h.staff_id', 'staff.name', 'staff.post', 'staff.phone'])
    .where('h.from_on', '<=', as_of)
    .where(notEnded('h.to_on', as_of))
    .orderBy('h.role')
    .orderBy('h.rank')
    .execute()
  const held = groupRows(holders, (holder) => holder.duty_id)
  return duties.map((duty) => ({
    ...duty,
    holders: (held.get(duty.duty_id) ?? []).map(({ duty_id: _, ...holder }) => holder),
  }))
}

/** The rows of a publication as they were frozen. */
export async function publishedPosts(db: Db, publication_id: number): Promise<PublishedPost[]> {
  const rows = await db
    .selectFrom('post_publication_rows')
    .select(['id', 'duty_id', 'group_name', 'number', 'content', 'no_b_reason'])
    .where('publication_id', '=', publication_id)
    .orderBy('sort_order')
    .execute()
  const holders = await db
    .selectFrom('post_publication_holders as h')
    .innerJoin('post_publication_rows as r', 'r.id', 'h.publication_row_id')
    .select(['h.publication_row_id', 'h.role', 'h.rank', 'h.staff_id', 'h.name', 'h.post', 'h.phone'])
    .where('r.publication_id', '=', publication_id)
    .orderBy('h.role')
    .orderBy('h.rank')
    .execute()
  const held = groupRows(holders, (holder) => holder.publication_row_id)
  return rows.map(({ id, ...row }) => ({
    ...row,
    holders: (held.get(id) ?? []).map(({ publication_row_id: _, ...holder }) => holder),
  }))
}
