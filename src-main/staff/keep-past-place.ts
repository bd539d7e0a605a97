import { sql } from 'kysely'
import { addDays } from '../../src-shared/dates.ts'
import type { Change } from '../database/change.ts'
import { wasThereBefore } from '../database/was-there-before.ts'

interface Place {
  group_id: number | null
  post: string
  position: string
}

/**
 * Keeps group and post as they stand for every day up to yesterday, when `next` is another place. Whoever was entered,
 * or moved, only today had no other place before.
 */
export async function keepPastPlace(change: Change, staff_id: number, next: Place): Promise<void> {
  const to_on = addDays(change.today, -1)
  const { joined_on, is_kept, ...place } = await change.db
    .selectFrom('staff')
    .select(['group_id', 'post', 'position', 'joined_on'])
    .select(
      sql<number>`EXISTS (SELECT 1 FROM staff_past_places AS past
        WHERE past.staff_id = staff.id AND past.to_on >= ${to_on})`.as('is_kept'),
    )
    .where('id', '=', staff_id)
    .executeTakeFirstOrThrow()
  const stays = (['group_id', 'post', 'position'] as const).every((part) => place[part] === next[part])
  if (stays || is_kept === 1 || (joined_on !== null && joined_on > to_on)) return
  if (!(await wasThereBefore(change, 'staff', staff_id))) return
  await change.db
    .insertInto('staff_past_places')
    .values({ staff_id, to_on, ...place })
    .execute()
}
