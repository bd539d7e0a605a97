import { isOpen } from '../../src-shared/matter-words.ts'
import type { Withdrawal } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { getMatters } from './get-matters.ts'
import { leavePlans } from './newest-lines.ts'
import { nameMatters, refuseMatters } from './refuse-matters.ts'

/**
 * 撤销: the matter is not carried any further and leaves the plans of weeks to come; what past weeks and the current
 * one said of it stays. Its number stays taken: it is a withdrawn matter, not a gap (空号).
 */
export async function withdrawMatters(
  change: Change,
  { matter_ids, reason }: Withdrawal,
): Promise<{ withdrawn: number }> {
  const matters = await getMatters(change.db, matter_ids)
  const closed = matters.filter((matter) => !isOpen(matter))
  if (closed.length > 0) throw refuseMatters('撤销', closed)
  const ids = matters.map(({ id }) => id)
  await leavePlans(change, ids)
  await change.db.updateTable('matters').set({ state: 'withdrawn' }).where('id', 'in', ids).execute()
  const event = { kind: 'withdrawn', happened_on: change.today, by_name: change.who, reason } as const
  await change.db
    .insertInto('matter_events')
    .values(ids.map((matter_id) => ({ ...event, matter_id, new_due_on: null })))
    .execute()
  change.describe(`撤销事项 ${nameMatters(matters)}`)
  return { withdrawn: matters.length }
}
