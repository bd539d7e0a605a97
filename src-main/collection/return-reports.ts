import { type ReportReturn, return_reason_words } from '../../src-shared/collection.ts'
import type { Change } from '../database/change.ts'
import { handIn } from '../weekly/hand-in.ts'
import { weekWords } from './week-words.ts'

/** 退回周报: the report counts as missing again until it comes anew; how often and why stays told. */
export async function returnReports(
  change: Change,
  { week_monday, staff_ids, reason, note }: ReportReturn,
): Promise<void> {
  const ids = [...new Set(staff_ids)]
  await handIn(change, { week_monday, staff_ids: ids, state: 'missing' })
  await change.db
    .insertInto('week_returns')
    .values(
      ids.map((staff_id) => ({
        ...{ staff_id, week_monday, reason, note },
        returned_on: change.today,
        returned_by: change.who,
      })),
    )
    .execute()
  change.describe(`退回${weekWords(week_monday)}周报 ${ids.length} 人（${return_reason_words[reason]}）`)
}
