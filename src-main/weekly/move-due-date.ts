import { longDate } from '../../src-shared/dates.ts'
import type { MatterDraft, MatterEdit } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { writeExtensions } from './extend-matters.ts'
import { fieldProblem } from './refuse-matters.ts'

type Dated = Pick<MatterDraft, 'due_on'> & {
  matter_id: number
  number: string
  original_due_on: string | null
}

/**
 * Writes down why a due date that was given is another one now, and answers the original date as it is from here on.
 * A date where there was none needs no reason; the first one of all is the original date.
 */
export async function moveDueDate(
  change: Change,
  kept: Dated,
  edit: Pick<MatterEdit, 'due_change'> & { matter: Pick<MatterDraft, 'due_on'> },
): Promise<string | null> {
  const { due_on } = edit.matter
  if (kept.original_due_on === null) return due_on
  if (kept.due_on === null || due_on === kept.due_on) return kept.original_due_on
  const { due_change } = edit
  if (due_change === null) {
    const message = `时限已定为 ${kept.due_on}，改动要写明是延期还是更正，原来的时限会一直保留。`
    throw fieldProblem({ 'matter.due_on': message })
  }
  if (due_change.kind === 'correction') return correct(change, kept, due_on, due_change.reason)
  if (due_on !== null && due_on < kept.due_on) {
    const message = `延期要晚于现在的时限（${longDate(kept.due_on)}）；原来写错了的，请选“更正”。`
    throw fieldProblem({ 'matter.due_on': message })
  }
  const { reason, approved_by } = due_change
  await writeExtensions(change, [kept.matter_id], {
    reason,
    approved_by,
    extended_on: change.today,
    new_due_on: due_on,
  })
  change.describe(due_on === null ? `取消 ${kept.number} 的时限` : `延期 ${kept.number} 到 ${due_on}`)
  return kept.original_due_on
}

/** Where it was never extended, what was wrong was the original date itself. */
async function correct(
  change: Change,
  kept: Dated,
  new_due_on: string | null,
  reason: string,
): Promise<string | null> {
  await change.db
    .insertInto('matter_events')
    .values({
      matter_id: kept.matter_id,
      kind: 'corrected',
      happened_on: change.today,
      by_name: change.who,
      reason,
      new_due_on,
      old_due_on: kept.due_on,
    })
    .execute()
  change.describe(`更正 ${kept.number} 的时限`)
  return kept.original_due_on === kept.due_on ? new_due_on : kept.original_due_on
}
