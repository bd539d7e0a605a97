import type { Db } from '../database/tables.ts'
import { weekRules } from '../weekly/rules.ts'
import { peopleOfWeek } from '../weekly/week-reports.ts'

export interface Member {
  staff_id: number
  name: string
  group_id: number | null
}

/** Everyone who is on the list on a day of that week, in their order. */
export async function membersOfWeek(db: Db, today: string, week_monday: string): Promise<Member[]> {
  return await peopleOfWeek(db, await weekRules(db, today), week_monday, [])
}
