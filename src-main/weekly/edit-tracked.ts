// 列入督办, 列入整改: a matter is followed by whoever stands above, until the clerk takes it off the ledger.
import { UserProblem } from '../../src-shared/problem.ts'
import { type NewTracked, type TrackedEdit, tracked_words } from '../../src-shared/tracked.ts'
import type { Change } from '../database/change.ts'
import { getMatters } from './get-matters.ts'
import { nameMatters } from './refuse-matters.ts'

export async function addTracked(
  change: Change,
  { matter_ids, ...tracked }: NewTracked,
): Promise<{ added: number }> {
  const matters = await getMatters(change.db, [...new Set(matter_ids)])
  await change.db
    .insertInto('tracked_matters')
    .values(matters.map(({ id }) => ({ ...tracked, matter_id: id })))
    .execute()
  change.describe(`列入${tracked_words[tracked.kind]}台账 ${nameMatters(matters)}`)
  return { added: matters.length }
}

export async function editTracked(change: Change, { id, ...tracked }: TrackedEdit): Promise<void> {
  const { number } = await matterOf(change, id)
  await change.db.updateTable('tracked_matters').set(tracked).where('id', '=', id).execute()
  change.describe(`修改${tracked_words[tracked.kind]}台账 ${nameMatters([{ number }])}`)
}

/** The matter stays as it is; only its ledger lets it go. */
export async function removeTracked(change: Change, id: number): Promise<void> {
  const { number, kind } = await matterOf(change, id)
  await change.db.deleteFrom('tracked_matters').where('id', '=', id).execute()
  change.describe(`移出${tracked_words[kind]}台账 ${nameMatters([{ number }])}`)
}

async function matterOf(change: Change, id: number) {
  const found = await change.db
    .selectFrom('tracked_matters as t')
    .innerJoin('matters as m', 'm.id', 't.matter_id')
    .select(['m.number', 't.kind'])
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (found) return found
  throw new UserProblem({
    code: 'tracked_gone',
    message: '这一项已经不在台账里。',
    next: '可能是登记被撤销了，请刷新后再看。',
  })
}
