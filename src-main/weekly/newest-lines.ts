import type { WeekState } from '../../src-shared/weekly.ts'
import { workWeekOf } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import { holidayTable } from '../holidays/holiday-table.ts'

/** The Monday of the week that is worked in today. */
export async function currentMonday(change: Change): Promise<string> {
  return workWeekOf(change.today, await holidayTable(change.db))
}

export interface KeptLine {
  id: number
  matter_id: number
  week_monday: string
  week_state: WeekState
}

/** Of each matter the row of its newest week that has begun, or of its newest week when none has. */
export async function newestLines(change: Change, matter_ids: readonly number[]): Promise<KeptLine[]> {
  const monday = await currentMonday(change)
  const lines = await change.db
    .selectFrom('matter_weeks')
    .select(['id', 'matter_id', 'week_monday', 'week_state'])
    .where('matter_id', 'in', matter_ids)
    .orderBy('week_monday')
    .execute()
  const newest = new Map<number, KeptLine>()
  for (const line of lines) {
    const kept = newest.get(line.matter_id)
    if (kept === undefined || kept.week_monday > monday || line.week_monday <= monday) {
      newest.set(line.matter_id, line)
    }
  }
  return [...newest.values()]
}

/** Takes what is finished or withdrawn out of the weeks that lie after the current one, save the rows of `kept`. */
export async function leavePlans(
  change: Change,
  matter_ids: readonly number[],
  kept: readonly KeptLine[] = [],
): Promise<void> {
  await change.db
    .deleteFrom('matter_weeks')
    .where('matter_id', 'in', matter_ids)
    .where('week_monday', '>', await currentMonday(change))
    .where(
      'id',
      'not in',
      kept.map(({ id }) => id),
    )
    .execute()
}
