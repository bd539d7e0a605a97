import { nextWorkWeek, workWeekOf } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { closedOf } from './locks.ts'
import { type KeptLine, newestLines } from './newest-lines.ts'
import { insertLines } from './week-lines.ts'

/**
 * Of each matter the row that its next news is written to: that of its newest week or, where that week is closed, a new
 * one in the first week from now on that is not. What happens after closing belongs to the week after it.
 */
export async function openLines(change: Change, matter_ids: readonly number[]): Promise<KeptLine[]> {
  const lines = await newestLines(change, matter_ids)
  const closed = await closedOf(
    change.db,
    lines.map(({ week_monday }) => week_monday),
  )
  const behind = lines.filter(({ week_monday }) => closed.has(week_monday))
  if (behind.length === 0) return lines
  const week_monday = await firstOpenWeek(change)
  const there = await linesIn(change, week_monday, behind)
  const known = new Set(there.map(({ matter_id }) => matter_id))
  const fresh = behind.filter(({ matter_id }) => !known.has(matter_id))
  await insertLines(
    change,
    fresh.map(({ matter_id, week_state }) => {
      return { matter_id, week_monday, is_planned: true, progress: '', week_state, unfinished_reason: '' }
    }),
  )
  const open = lines.filter((line) => !closed.has(line.week_monday))
  return [...open, ...(await linesIn(change, week_monday, behind))]
}

async function firstOpenWeek(change: Change): Promise<string> {
  const holidays = await holidayTable(change.db)
  let monday = workWeekOf(change.today, holidays)
  while ((await closedOf(change.db, [monday])).has(monday)) monday = nextWorkWeek(monday, holidays)
  return monday
}

function linesIn(change: Change, week_monday: string, of: readonly KeptLine[]): Promise<KeptLine[]> {
  return change.db
    .selectFrom('matter_weeks')
    .select(['id', 'matter_id', 'week_monday', 'week_state'])
    .where('week_monday', '=', week_monday)
    .where(
      'matter_id',
      'in',
      of.map(({ matter_id }) => matter_id),
    )
    .orderBy('id')
    .execute()
}
