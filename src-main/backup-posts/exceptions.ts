// 会计等特殊岗位: duties that need no B, with the reason. They count as settled in the coverage.
import type { ExceptionDraft } from '../../src-shared/backup-posts.ts'
import { addDays } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'

/** From today on; one that stands gets the new reason. */
export async function exceptPosts(change: Change, { duty_ids, reason }: ExceptionDraft): Promise<void> {
  const duties = await change.db
    .selectFrom('duties')
    .leftJoin('post_exceptions as e', (join) =>
      join.onRef('e.duty_id', '=', 'duties.id').on('e.to_on', 'is', null),
    )
    .select(['duties.id', 'duties.number', 'e.id as exception_id'])
    .where('duties.id', 'in', duty_ids)
    .where('duties.voided_on', 'is', null)
    .execute()
  const [first] = duties
  if (first === undefined) throw dutyGone()
  const standing = duties.flatMap(({ exception_id }) => exception_id ?? [])
  if (standing.length > 0) {
    await change.db.updateTable('post_exceptions').set({ reason }).where('id', 'in', standing).execute()
  }
  const rows = duties
    .filter(({ exception_id }) => exception_id === null)
    .map(({ id }) => ({ duty_id: id, reason, from_on: change.today, to_on: null }))
  if (rows.length > 0) await change.db.insertInto('post_exceptions').values(rows).execute()
  change.describe(`${first.number}${duties.length > 1 ? ` 等 ${duties.length} 项` : ''}不设B岗（${reason}）`)
}

/** Needs a B again, from today on. */
export async function endException(change: Change, duty_id: number): Promise<void> {
  const standing = await change.db
    .selectFrom('post_exceptions as e')
    .innerJoin('duties', 'duties.id', 'e.duty_id')
    .select(['e.id', 'e.from_on', 'duties.number'])
    .where('e.duty_id', '=', duty_id)
    .where('e.to_on', 'is', null)
    .executeTakeFirst()
  if (standing === undefined) throw dutyGone()
  if (standing.from_on >= change.today) {
    await change.db.deleteFrom('post_exceptions').where('id', '=', standing.id).execute()
  } else {
    const to_on = addDays(change.today, -1)
    await change.db.updateTable('post_exceptions').set({ to_on }).where('id', '=', standing.id).execute()
  }
  change.describe(`${standing.number} 恢复设B岗`)
}

function dutyGone(): UserProblem {
  return new UserProblem({
    code: 'duty_not_in_use',
    message: '这项职责已经作废，或者没有登记为不设B岗。',
    next: '请刷新后再试。',
  })
}
