import { longDate } from '../../src-shared/dates.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { Extension } from '../../src-shared/sign-offs.ts'
import type { Change } from '../database/change.ts'
import { getMatters } from './get-matters.ts'
import { fieldProblem, nameMatters, refuseMatters } from './refuse-matters.ts'

/** 延期: a later date for matters that have one. Each keeps its original date and every date between. */
export async function extendMatters(change: Change, asked: Extension): Promise<{ extended: number }> {
  const { matter_ids, new_due_on, extended_on } = asked
  if (extended_on > change.today) {
    throw fieldProblem({ extended_on: `批准时间不能晚于今天（${longDate(change.today)}）。` })
  }
  const matters = await getMatters(change.db, matter_ids)
  const closed = matters.filter((matter) => !isOpen(matter))
  if (closed.length > 0) throw refuseMatters('延期', closed)
  const undated = matters.filter(({ due_on }) => due_on === null)
  if (undated.length > 0) {
    throw refuseMatters('延期', undated, { why: '还没有定时限', next: '请在“修改”里填写完成时限。' })
  }
  const latest = matters.map(({ due_on }) => due_on ?? '').reduce((one, other) => (one > other ? one : other))
  if (new_due_on <= latest) {
    throw fieldProblem({ new_due_on: `新时限要晚于现在的时限（${longDate(latest)}）。` })
  }
  const ids = matters.map(({ id }) => id)
  await writeExtensions(change, ids, asked)
  await change.db.updateTable('matters').set({ due_on: new_due_on }).where('id', 'in', ids).execute()
  change.describe(`延期 ${nameMatters(matters)} 到 ${new_due_on}`)
  return { extended: matters.length }
}

type Approved = Omit<Extension, 'matter_ids' | 'new_due_on'> & { new_due_on: string | null }

/** The dated row of an extension; which one it is (第n次) follows from their order. */
export async function writeExtensions(
  change: Change,
  matter_ids: readonly number[],
  { extended_on, approved_by, reason, new_due_on }: Approved,
): Promise<void> {
  const event = {
    kind: 'extended',
    happened_on: extended_on,
    by_name: approved_by,
    reason,
    new_due_on,
  } as const
  await change.db
    .insertInto('matter_events')
    .values(matter_ids.map((matter_id) => ({ ...event, matter_id })))
    .execute()
}
