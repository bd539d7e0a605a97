import { sql } from 'kysely'
import { addDays } from '../../src-shared/dates.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'

export interface Candidate {
  staff_id: number
  name: string
  knows_it: boolean
}

export interface Candidates {
  /** Is on the list on the day after. */
  isHere(staff_id: number): boolean
  /**
   * Who knows the duty comes before the others of the group, the one with the fewest duties first; whoever is chosen has
   * one more from then on, so that not everything goes to one person.
   */
  best(duty_id: number | null, except: readonly number[]): Candidate | null
}

/** Who could take over from this person after that day. */
export async function findCandidates(db: Db, staff_id: number, last_day: string): Promise<Candidates> {
  const from_on = addDays(last_day, 1)
  const person = await db.selectFrom('staff').select('group_id').where('id', '=', staff_id).executeTakeFirst()
  const people = await db
    .selectFrom('staff')
    .select(['id', 'name', 'group_id'])
    .select(
      sql<number>`(SELECT count(*) FROM duty_holders AS h JOIN duties ON duties.id = h.duty_id
        WHERE h.staff_id = staff.id AND duties.voided_on IS NULL
          AND h.from_on <= ${from_on} AND ${notEnded('h.to_on', from_on)})`.as('load'),
    )
    .where('id', '<>', staff_id)
    .where(notEnded('left_on', from_on))
    .orderBy('sort_order')
    .execute()
  const known = await db
    .selectFrom('matters')
    .select(['duty_id', 'staff_id'])
    .distinct()
    .where('duty_id', 'is not', null)
    .where('staff_id', 'is not', null)
    .where('state', '<>', 'withdrawn')
    .execute()
  const knows = new Set(known.map((row) => `${row.duty_id} ${row.staff_id}`))
  const load = new Map(people.map(({ id, load: count }) => [id, count]))
  return {
    isHere: (id) => load.has(id),
    best(duty_id, except) {
      const [chosen] = people
        .filter(({ id }) => !except.includes(id))
        .map(({ id, name, group_id }) => ({
          staff_id: id,
          name,
          knows_it: knows.has(`${duty_id} ${id}`),
          is_near: group_id === (person?.group_id ?? null),
        }))
        .filter(({ knows_it, is_near }) => knows_it || is_near)
        .toSorted(
          (one, two) =>
            Number(two.knows_it) - Number(one.knows_it) ||
            (load.get(one.staff_id) ?? 0) - (load.get(two.staff_id) ?? 0),
        )
      if (chosen === undefined) return null
      load.set(chosen.staff_id, (load.get(chosen.staff_id) ?? 0) + 1)
      const { staff_id: id, name, knows_it } = chosen
      return { staff_id: id, name, knows_it }
    },
  }
}
