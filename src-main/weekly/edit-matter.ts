import { isOpen } from '../../src-shared/matter-words.ts'
import type { MatterEdit, NewMatter } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { addMatters } from './add-matters.ts'
import { dropRequests } from './ask-sign-off.ts'
import { checkReferences } from './check-references.ts'
import { moveDueDate } from './move-due-date.ts'
import { matterGone, refuseMatters } from './refuse-matters.ts'
import { beginMatters } from './week-lines.ts'

export async function addMatter(change: Change, matter: NewMatter): Promise<{ number: string }> {
  const [added] = await addMatters(change, [matter])
  return { number: added?.number ?? '' }
}

/**
 * Edits what a matter is and what its row of one week says. 已完成 in the row is what the person says; it signs
 * nothing off. A due date that was given is moved only by 延期 or 更正, which are kept beside it.
 */
export async function editMatter(change: Change, edit: MatterEdit): Promise<void> {
  const kept = await getLineWithMatter(change, edit.matter_week_id)
  if (!isOpen(kept)) throw refuseMatters('修改', [kept])
  await checkReferences(change, [edit.matter], kept)
  change.describe(`修改事项 ${kept.number}`)
  const original_due_on = await moveDueDate(change, kept, edit)
  const { evidence, ...line } = edit.line
  await change.db
    .updateTable('matters')
    .set({ ...edit.matter, evidence, original_due_on })
    .where('id', '=', kept.matter_id)
    .execute()
  await change.db.updateTable('matter_weeks').set(line).where('id', '=', edit.matter_week_id).execute()
  await beginMatters(change, [{ ...kept, week_state: line.week_state }])
  await dropRequests(change, [kept.matter_id])
}

async function getLineWithMatter(change: Change, matter_week_id: number) {
  const kept = await change.db
    .selectFrom('matter_weeks as w')
    .innerJoin('matters as m', 'm.id', 'w.matter_id')
    .select([
      'w.matter_id',
      'w.week_monday',
      'm.number',
      'm.title',
      'm.state',
      'm.due_on',
      'm.original_due_on',
      'm.group_id',
      'm.category_id',
    ])
    .where('w.id', '=', matter_week_id)
    .executeTakeFirst()
  if (kept === undefined) throw matterGone(1)
  return kept
}
