// 曾用名: what people were called before they were renamed, or before two records of them became one.
import type { Db } from '../database/tables.ts'

export interface FormerName {
  staff_id: number
  name: string
}

export function listFormerNames(db: Db): Promise<FormerName[]> {
  return db
    .selectFrom('staff_events as e')
    .innerJoin('staff', 'staff.id', 'e.staff_id')
    .select(['e.staff_id', 'e.before_text as name'])
    .distinct()
    .where('e.kind', 'in', ['rename', 'merge'])
    .where('e.before_text', '<>', '')
    .whereRef('e.before_text', '<>', 'staff.name')
    .orderBy('e.staff_id')
    .execute()
}

/** Who was once called so, of these people. */
export function byFormerName<Person extends { id: number }>(
  people: readonly Person[],
  former_names: readonly FormerName[],
): Map<string, Person[]> {
  const by_id = new Map(people.map((person) => [person.id, person]))
  const called = new Map<string, Person[]>()
  for (const { name, staff_id } of former_names) {
    const person = by_id.get(staff_id)
    if (person) called.set(name, [...(called.get(name) ?? []), person])
  }
  return called
}
