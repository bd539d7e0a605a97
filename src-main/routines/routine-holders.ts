import { groupRows } from '../../src-shared/group-rows.ts'
import type { Db } from '../database/tables.ts'

interface HolderOnDay {
  staff_id: number
  name: string
}

export interface HoldersByDay {
  /** Who holds the duty on that day; those who have left by then hold nothing. */
  on(duty_id: number, day: string): { a: HolderOnDay | undefined; bs: HolderOnDay[] }
}

export async function holdersOf(db: Db, duty_ids: readonly number[]): Promise<HoldersByDay> {
  const rows = await db
    .selectFrom('duty_holders as h')
    .innerJoin('staff as s', 's.id', 'h.staff_id')
    .select(['h.duty_id', 'h.role', 'h.staff_id', 's.name', 'h.from_on', 'h.to_on', 's.left_on'])
    .where('h.duty_id', 'in', duty_ids)
    .orderBy('h.rank')
    .execute()
  const by_duty = groupRows(rows, (row) => row.duty_id)
  return {
    on(duty_id, day) {
      const there = (by_duty.get(duty_id) ?? []).filter(
        ({ from_on, to_on, left_on }) =>
          from_on <= day && (to_on === null || to_on >= day) && (left_on === null || left_on >= day),
      )
      return {
        a: there.find(({ role }) => role === 'A'),
        bs: there.filter(({ role }) => role === 'B'),
      }
    },
  }
}
