import type { MatterHistory } from '../../src-shared/weekly.ts'
import { titleOfWeek } from '../../src-shared/working-days.ts'
import type { Db } from '../database/tables.ts'
import { findMatterRow } from './matter-rows.ts'
import { matterGone } from './refuse-matters.ts'
import { weekRules } from './rules.ts'

export async function matterHistory(db: Db, today: string, matter_id: number): Promise<MatterHistory> {
  const rules = await weekRules(db, today)
  const row = await findMatterRow(db, rules, matter_id)
  if (row === null) throw matterGone(1)
  const weeks = await db
    .selectFrom('matter_weeks')
    .select(['week_monday', 'is_planned', 'progress', 'week_state', 'unfinished_reason'])
    .where('matter_id', '=', matter_id)
    .orderBy('week_monday')
    .execute()
  const events = await db
    .selectFrom('matter_events')
    .select(['kind', 'happened_on', 'by_name', 'reason', 'new_due_on', 'old_due_on'])
    .where('matter_id', '=', matter_id)
    .orderBy('id')
    .execute()
  return {
    row,
    weeks: weeks.map((week) => ({
      ...week,
      title: titleOfWeek(week.week_monday, rules.holidays),
      is_planned: week.is_planned === 1,
    })),
    events,
  }
}
