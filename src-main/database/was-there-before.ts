import { toCalendarDate } from '../../src-shared/dates.ts'
import type { Change } from './change.ts'

/**
 * True when the row was in the book before today. What was entered only today is still being typed: mending it leaves
 * no former text behind. A row that the trail does not reach back to is old.
 */
export async function wasThereBefore(change: Change, table: string, row_id: number): Promise<boolean> {
  const entered = await change.db
    .selectFrom('change_rows')
    .leftJoin('changes', 'changes.id', 'change_rows.change_id')
    .select('changes.made_at')
    .where('change_rows.table_name', '=', table)
    .where('change_rows.row_id', '=', row_id)
    .where('change_rows.operation', '=', 'insert')
    .orderBy('change_rows.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (entered === undefined) return true
  return entered.made_at !== null && toCalendarDate(new Date(entered.made_at)) < change.today
}
