import { longDate } from '../../src-shared/dates.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { SignOff } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { getMatters, type KeptMatter } from './get-matters.ts'
import { leavePlans, newestLines } from './newest-lines.ts'
import { fieldProblem, refuseMatters } from './refuse-matters.ts'

/**
 * 销号: records for each open matter that it is done, since when and by whom. The row of its newest week becomes
 * 已完成, and it leaves the plans of weeks to come. Throws when any of them is not open.
 */
export async function signOffMatters(
  change: Change,
  { matter_ids, finished_on, signed_off_on, signed_off_by }: Omit<SignOff, 'archive'>,
): Promise<KeptMatter[]> {
  checkDates(change, finished_on, signed_off_on)
  const matters = await getMatters(change.db, matter_ids)
  const refused = matters.filter((matter) => !isOpen(matter))
  if (refused.length > 0) throw refuseMatters('再销号', refused)
  const ids = matters.map(({ id }) => id)
  const lines = await newestLines(change, ids)
  await change.db
    .updateTable('matter_weeks')
    .set({ week_state: 'done' })
    .where(
      'id',
      'in',
      lines.map(({ id }) => id),
    )
    .execute()
  await leavePlans(change, ids, lines)
  await change.db
    .updateTable('matters')
    .set({ state: 'signed_off', finished_on, signed_off_on, signed_off_by })
    .where('id', 'in', ids)
    .execute()
  const event = {
    kind: 'signed_off',
    happened_on: signed_off_on,
    by_name: signed_off_by,
    reason: '',
  } as const
  await change.db
    .insertInto('matter_events')
    .values(ids.map((matter_id) => ({ ...event, matter_id, new_due_on: null })))
    .execute()
  return matters
}

function checkDates(change: Change, finished_on: string, signed_off_on: string): void {
  const fields: Record<string, string> = {}
  if (finished_on > signed_off_on) {
    fields.finished_on = `完成时间不能晚于销号时间（${longDate(signed_off_on)}）。`
  }
  if (signed_off_on > change.today) {
    fields.signed_off_on = `销号时间不能晚于今天（${longDate(change.today)}）。`
  }
  if (Object.keys(fields).length > 0) throw fieldProblem(fields)
}

/** The last step of a matter's life: from here on the database itself lets nothing of it change. */
export async function markArchived(change: Change, matter_ids: readonly number[]): Promise<void> {
  await change.db.updateTable('matters').set({ state: 'archived' }).where('id', 'in', matter_ids).execute()
}
