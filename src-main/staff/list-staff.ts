// People (人员): who is on the list, in the clerk's own order, and how many duties each holds.
import { sql } from 'kysely'
import type { StaffMember } from '../../src-shared/staff.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import { inNameOrder } from '../names/name-order.ts'
import { getSettings } from '../settings/settings.ts'

/** `today` decides who is still here (the last day itself counts) and who holds what. */
export async function listStaff(db: Db, today: string, include_left: boolean): Promise<StaffMember[]> {
  return db
    .with('held', (part) =>
      part
        .selectFrom('duty_holders')
        .innerJoin('duties', 'duties.id', 'duty_holders.duty_id')
        .where('duties.voided_on', 'is', null)
        .where('duty_holders.from_on', '<=', today)
        .where(notEnded('duty_holders.to_on', today))
        .groupBy('duty_holders.staff_id')
        .select([
          'duty_holders.staff_id',
          sql<number>`sum(duty_holders.role = 'A')`.as('a_count'),
          sql<number>`sum(duty_holders.role = 'B')`.as('b_count'),
        ]),
    )
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .leftJoin('held', 'held.staff_id', 'staff.id')
    .select([
      'staff.id',
      'staff.name',
      'staff.group_id',
      sql<string>`coalesce(groups.name, '')`.as('group_name'),
      'staff.staff_code',
      'staff.post',
      'staff.position',
      'staff.political_status',
      'staff.phone',
      'staff.note',
      'staff.sort_order',
      'staff.joined_on',
      'staff.left_on',
      sql<number>`coalesce(held.a_count, 0)`.as('a_count'),
      sql<number>`coalesce(held.b_count, 0)`.as('b_count'),
    ])
    .$if(!include_left, (people) => people.where(notEnded('staff.left_on', today)))
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .execute()
}

/** The same in the order that the office has chosen (名单顺序). */
export async function listStaffInOrder(db: Db, today: string, include_left: boolean): Promise<StaffMember[]> {
  const { name_order } = await getSettings(db)
  return inNameOrder(await listStaff(db, today, include_left), name_order)
}
