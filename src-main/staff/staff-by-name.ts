import { sql } from 'kysely'
import { groupRows } from '../../src-shared/group-rows.ts'
import type { Db } from '../database/tables.ts'

/** What tells two people of one name apart. */
export interface Namesake {
  id: number
  name: string
  group_id: number | null
  group_name: string
  staff_code: string
  post: string
  left_on: string | null
}

/**
 * Everyone, those who left too, under their name as `plainName` spells it. A name with several people is never
 * guessed at: whoever looks one up has to ask which is meant.
 */
export async function staffByName(db: Db): Promise<Map<string, Namesake[]>> {
  const people = await db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .select([
      'staff.id',
      'staff.name',
      'staff.group_id',
      sql<string>`coalesce(groups.name, '')`.as('group_name'),
      'staff.staff_code',
      'staff.post',
      'staff.left_on',
    ])
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .execute()
  return groupRows(people, (person) => person.name)
}
