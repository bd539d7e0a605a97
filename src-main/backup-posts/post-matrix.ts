import { sql } from 'kysely'
import type { MatrixDuty, PostMatrix } from '../../src-shared/backup-posts.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import { inNameOrder } from '../names/name-order.ts'
import { getSettings } from '../settings/settings.ts'

/**
 * Duties in use with who holds them today, and everyone who is here or still holds something. As little as the drawing
 * needs: three thousand duties cross to the page at one go.
 */
export async function postMatrix(db: Db, today: string): Promise<PostMatrix> {
  const duties = await db
    .selectFrom('duties')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .innerJoin('categories', 'categories.id', 'duties.category_id')
    .leftJoin('post_exceptions as e', (join) =>
      join.onRef('e.duty_id', '=', 'duties.id').on('e.from_on', '<=', today).on(notEnded('e.to_on', today)),
    )
    .select(['duties.id', 'duties.number', 'duties.group_id', 'groups.name as group_name'])
    .select(['duties.category_id', 'duties.content'])
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
    .selectFrom('duty_holders')
    .select(['duty_id', 'staff_id', 'role'])
    .where('from_on', '<=', today)
    .where(notEnded('to_on', today))
    .orderBy('rank')
    .execute()
  const rows = new Map<number, MatrixDuty>(
    duties.map((duty) => [duty.id, { ...duty, a_staff_id: null, b_staff_ids: [] }]),
  )
  const holding = new Set<number>()
  for (const { duty_id, staff_id, role } of holders) {
    const row = rows.get(duty_id)
    if (row === undefined) continue
    holding.add(staff_id)
    if (role === 'A') row.a_staff_id = staff_id
    else row.b_staff_ids.push(staff_id)
  }
  const { name_order } = await getSettings(db)
  const groups = groupRows(await peopleOf(db, today), ({ group_id }) => group_id)
  const people = []
  for (const group of groups.values()) people.push(...(await inNameOrder(group, name_order)))
  return {
    people: people
      .filter(({ id, has_left }) => has_left === 0 || holding.has(id))
      .map(({ has_left: _, ...person }) => person),
    duties: [...rows.values()],
  }
}

/** By groups; who has left stands among their own. */
function peopleOf(db: Db, today: string) {
  return db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .select(['staff.id', 'staff.name', 'staff.group_id', 'staff.left_on'])
    .select(sql<string>`coalesce(groups.name, '')`.as('group_name'))
    .select(sql<number>`coalesce(staff.left_on < ${today}, 0)`.as('has_left'))
    .orderBy(sql`groups.sort_order IS NULL`)
    .orderBy('groups.sort_order')
    .orderBy('groups.id')
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .execute()
}
