// 周期事项: the dates that a duty's schedule names, and the matters made of them.
import { type Schedule, scheduleFromText } from '../../src-shared/schedule.ts'
import type { Db } from '../database/tables.ts'

export interface ScheduledDuty {
  duty_id: number
  number: string
  content: string
  group_id: number
  group_name: string
  category_id: number
  category_name: string
  frequency: string
  due_rule: string
  schedule: Schedule | null
  leader: string
  output: string
  lead_weeks: number
  /** The days on which it is in force; null where there is no such bound. */
  from_on: string | null
  voided_on: string | null
}

/** The duties in force, in the order of the list; `duty_ids` asks for these alone, voided ones too. */
export async function scheduledDuties(db: Db, duty_ids?: readonly number[]): Promise<ScheduledDuty[]> {
  let duties = db
    .selectFrom('duties as d')
    .innerJoin('groups as g', 'g.id', 'd.group_id')
    .innerJoin('categories as c', 'c.id', 'd.category_id')
    .leftJoin('routine_habits as h', 'h.duty_id', 'd.id')
    .select((eb) => [
      'd.id as duty_id',
      'd.number',
      'd.content',
      'd.group_id',
      'g.name as group_name',
      'd.category_id',
      'c.name as category_name',
      'd.frequency',
      'd.due_rule',
      'd.schedule',
      'd.leader',
      'd.output',
      'd.from_on',
      'd.voided_on',
      eb.fn.coalesce('h.lead_weeks', eb.lit(0)).as('lead_weeks'),
    ])
  duties =
    duty_ids === undefined ? duties.where('d.voided_on', 'is', null) : duties.where('d.id', 'in', duty_ids)
  const rows = await duties
    .orderBy('g.sort_order')
    .orderBy('g.id')
    .orderBy('c.sort_order')
    .orderBy('c.id')
    .orderBy('d.sort_order')
    .orderBy('d.number')
    .execute()
  return rows.map((row) => ({ ...row, schedule: scheduleFromText(row.schedule) }))
}
