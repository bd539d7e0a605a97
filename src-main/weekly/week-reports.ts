import { sql } from 'kysely'
import { addDays } from '../../src-shared/dates.ts'
import type { HandInState, PersonReport, WeekRow } from '../../src-shared/weekly.ts'
import { handInDay } from '../../src-shared/working-days.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import type { WeekRules } from './rules.ts'

/** `state` is null while nothing is known and nothing is missing yet. */
export type PersonOfWeek = Omit<PersonReport, 'state'> & { state: HandInState | null }

/** Everyone who is on the list on a day of that week, in their order, with the report they have handed in. */
export async function peopleOfWeek(
  db: Db,
  rules: WeekRules,
  monday: string,
  rows: readonly Pick<WeekRow, 'staff_id'>[],
): Promise<PersonOfWeek[]> {
  const people = await db
    .selectFrom('staff')
    .leftJoin('groups', 'groups.id', 'staff.group_id')
    .leftJoin('week_reports as report', (join) =>
      join.onRef('report.staff_id', '=', 'staff.id').on('report.week_monday', '=', monday),
    )
    .select([
      'staff.id as staff_id',
      'staff.name',
      'staff.group_id',
      sql<string>`coalesce(groups.name, '')`.as('group_name'),
      'report.state',
      'report.received_on',
      'report.received_at',
      returnedTimes(monday),
    ])
    .where((where) =>
      where.or([where('staff.joined_on', 'is', null), where('staff.joined_on', '<=', addDays(monday, 6))]),
    )
    .where(notEnded('staff.left_on', monday))
    .orderBy('staff.sort_order')
    .orderBy('staff.id')
    .execute()
  const row_counts = new Map<number | null, number>()
  for (const { staff_id } of rows) row_counts.set(staff_id, (row_counts.get(staff_id) ?? 0) + 1)
  const is_due = monday <= rules.today && handInDay(monday, rules.holidays) !== null
  return people.map((person) => ({
    ...person,
    state: person.state ?? (is_due ? 'missing' : null),
    row_count: row_counts.get(person.staff_id) ?? 0,
  }))
}

export function withState(people: readonly PersonOfWeek[]): PersonReport[] {
  return people.flatMap(({ state, ...person }) => (state === null ? [] : [{ ...person, state }]))
}

function returnedTimes(monday: string) {
  return sql<number>`(SELECT count(*) FROM week_returns AS r
    WHERE r.staff_id = staff.id AND r.week_monday = ${monday})`.as('returned_times')
}
