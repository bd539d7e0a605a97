// 调整备案: whoever loses a post by a change is written down with it, whichever way the change came.
import { sql } from 'kysely'
import { isReplacing, type PostHolders } from '../../src-shared/backup-posts.ts'
import type { Change } from '../database/change.ts'
import { postRules } from './post-rules.ts'

export interface Decision {
  effective_on: string
  approver: string
  reason: string
}

interface Replacement {
  duty_id: number
  before: PostHolders
  after: PostHolders
}

/** A decision with words of its own is always recorded; without any, only where the rules of the book ask for it. */
export async function recordAdjustment(
  change: Change,
  { duty_id, before, after }: Replacement,
  decision: Decision,
): Promise<void> {
  const has_words = decision.approver !== '' || decision.reason !== ''
  if (!has_words) {
    if (!isReplacing(before, after)) return
    if (!(await postRules(change.db)).is_recording) return
  }
  const adjustment_id =
    (await adjustmentOfThisChange(change, decision)) ??
    (
      await change.db
        .insertInto('post_adjustments')
        .values({ ...decision, recorded_on: change.today })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const row = { adjustment_id, duty_id }
  await change.db
    .insertInto('post_adjustment_holders')
    .values([
      ...holderRows(before).map((holder) => ({ ...row, ...holder, is_after: 0 as const })),
      ...holderRows(after).map((holder) => ({ ...row, ...holder, is_after: 1 as const })),
    ])
    .execute()
}

function holderRows({ a_staff_id, b_staff_ids }: PostHolders) {
  return [
    ...(a_staff_id === null ? [] : [{ role: 'A' as const, rank: 1, staff_id: a_staff_id }]),
    ...b_staff_ids.map((staff_id, at) => ({ role: 'B' as const, rank: at + 1, staff_id })),
  ]
}

/** Several duties of one decision are one adjustment: the newest one, when the open change has made it. */
async function adjustmentOfThisChange(change: Change, decision: Decision): Promise<number | undefined> {
  const newest = await change.db
    .selectFrom('post_adjustments')
    .select(['id', 'effective_on', 'approver', 'reason'])
    .where('id', '=', (adjustments) =>
      adjustments.selectFrom('post_adjustments').select(sql<number>`max(id)`.as('id')),
    )
    .where((where) =>
      where.exists(
        where
          .selectFrom('change_rows')
          .select('change_rows.id')
          .where('table_name', '=', 'post_adjustments')
          .whereRef('row_id', '=', 'post_adjustments.id')
          .where('operation', '=', 'insert')
          .where('change_id', '=', (open) =>
            open.selectFrom('open_change').select(sql<number>`change_id`.as('id')),
          ),
      ),
    )
    .executeTakeFirst()
  const is_same =
    newest?.effective_on === decision.effective_on &&
    newest.approver === decision.approver &&
    newest.reason === decision.reason
  return is_same ? newest.id : undefined
}
