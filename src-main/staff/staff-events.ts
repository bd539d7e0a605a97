// 人员变动: when somebody retired, moved to another group, was renamed. Former names stay findable.
import type { StaffEvent } from '../../src-shared/staff-moves.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'

export async function noteStaffEvent(
  change: Change,
  staff_id: number,
  event: Omit<StaffEvent, 'id'>,
): Promise<void> {
  await change.db
    .insertInto('staff_events')
    .values({ ...event, staff_id })
    .execute()
}

/** Oldest first. */
export function listStaffEvents(db: Db, staff_id: number): Promise<StaffEvent[]> {
  return db
    .selectFrom('staff_events')
    .select(['id', 'kind', 'happened_on', 'before_text', 'after_text', 'approver', 'reason'])
    .where('staff_id', '=', staff_id)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
}
