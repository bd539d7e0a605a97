// AB岗设置调整备案: what was decided, newest first, also what takes effect only later.
import { sql } from 'kysely'
import type { Adjustment, AdjustmentLine, AdjustmentWords } from '../../src-shared/backup-posts.ts'
import { longDate } from '../../src-shared/dates.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { namedPosts } from './named-posts.ts'

/** Between both days, themselves included. */
export interface Period {
  from_on: string | null
  to_on: string | null
}

export async function listAdjustments(
  db: Db,
  { from_on, to_on }: Period = { from_on: null, to_on: null },
): Promise<Adjustment[]> {
  let wanted = db
    .selectFrom('post_adjustments')
    .select(['id', 'effective_on', 'recorded_on', 'approver', 'reason'])
    .select(
      sql<number>`coalesce((
        SELECT change_id FROM change_rows
        WHERE table_name = 'post_adjustments' AND row_id = post_adjustments.id AND operation = 'insert'
        ORDER BY id DESC LIMIT 1), 0)`.as('change_id'),
    )
  if (from_on !== null) wanted = wanted.where('effective_on', '>=', from_on)
  if (to_on !== null) wanted = wanted.where('effective_on', '<=', to_on)
  const adjustments = await wanted.orderBy('effective_on', 'desc').orderBy('id', 'desc').execute()
  const lines = await linesOf(db)
  return adjustments.map((adjustment) => ({ ...adjustment, lines: lines.get(adjustment.id) ?? [] }))
}

async function linesOf(db: Db): Promise<Map<number, AdjustmentLine[]>> {
  const rows = await db
    .selectFrom('post_adjustment_holders as h')
    .innerJoin('duties', 'duties.id', 'h.duty_id')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .innerJoin('staff', 'staff.id', 'h.staff_id')
    .select(['h.adjustment_id', 'h.duty_id', 'h.is_after', 'h.role', 'h.staff_id', 'staff.name'])
    .select(['duties.number', 'duties.content', 'groups.name as group_name'])
    .orderBy('groups.sort_order')
    .orderBy('duties.number')
    .orderBy('h.role')
    .orderBy('h.rank')
    .execute()
  const lines = new Map<number, AdjustmentLine[]>()
  for (const [adjustment_id, of_adjustment] of groupRows(rows, (row) => row.adjustment_id)) {
    const duties = [...groupRows(of_adjustment, (row) => row.duty_id).values()]
    lines.set(
      adjustment_id,
      duties.flatMap((holders) => {
        const [first] = holders
        if (first === undefined) return []
        const { duty_id, number, group_name, content } = first
        const before = namedPosts(holders.filter(({ is_after }) => is_after === 0))
        const after = namedPosts(holders.filter(({ is_after }) => is_after === 1))
        return [{ duty_id, number, group_name, content, before, after }]
      }),
    )
  }
  return lines
}

/** 补登: the approver and the reason of what came by a file or by the form of a duty. */
export async function completeAdjustment(change: Change, words: AdjustmentWords): Promise<void> {
  const { id, ...given } = words
  const adjustment = await change.db
    .updateTable('post_adjustments')
    .set(given)
    .where('id', '=', id)
    .returning('effective_on')
    .executeTakeFirst()
  if (adjustment === undefined) {
    throw new UserProblem({ code: 'adjustment_gone', message: '这次调整已经撤销。', next: '请刷新后再看。' })
  }
  change.describe(`补登${longDate(adjustment.effective_on)}AB岗调整的批准人`)
}
