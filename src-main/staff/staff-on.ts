import type { StaffMember } from '../../src-shared/staff.ts'
import type { Db } from '../database/tables.ts'
import { listStaff } from './list-staff.ts'

/** Who was on the list on `day`, today or before, each in the group and post of that day. */
export async function staffOn(db: Db, today: string, day: string): Promise<StaffMember[]> {
  if (day >= today) return listStaff(db, today, false)
  const people = (await listStaff(db, day, true)).filter(
    ({ joined_on, left_on }) =>
      (joined_on === null || joined_on <= day) && (left_on === null || left_on >= day),
  )
  const places = await db
    .selectFrom('staff_past_places as past')
    .leftJoin('groups', 'groups.id', 'past.group_id')
    .select(['past.staff_id', 'past.group_id', 'groups.name as group_name', 'past.post', 'past.position'])
    .where('past.to_on', '>=', day)
    .orderBy('past.to_on', 'desc')
    .execute()
  const then = new Map(places.map((place) => [place.staff_id, place]))
  return people.map((person) => {
    const place = then.get(person.id)
    if (place === undefined) return person
    const { group_id, group_name, post, position } = place
    return { ...person, group_id, group_name: group_name ?? '', post, position }
  })
}
