import { isOpen } from '../../src-shared/matter-words.ts'
import type { MatterDraft, MatterEdit, NewMatter } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { addMatters } from './add-matters.ts'
import { dropRequests } from './ask-sign-off.ts'
import { checkReferences } from './check-references.ts'
import { writeExtensions } from './extend-matters.ts'
import { fieldProblem, matterGone, refuseMatters } from './refuse-matters.ts'
import { beginMatters } from './week-lines.ts'

export async function addMatter(change: Change, matter: NewMatter): Promise<{ number: string }> {
  const [added] = await addMatters(change, [matter])
  return { number: added?.number ?? '' }
}

/**
 * Edits what a matter is and what its row of one week says. 已完成 in the row is what the person says; it signs
 * nothing off. A due date that was given is moved only by an extension (延期), which is kept beside it.
 */
export async function editMatter(change: Change, edit: MatterEdit): Promise<void> {
  const kept = await getLineWithMatter(change, edit.matter_week_id)
  if (!isOpen(kept)) throw refuseMatters('修改', [kept])
  await checkReferences(change, [edit.matter], kept)
  change.describe(`修改事项 ${kept.number}`)
  await extendDueDate(change, kept, edit)
  const { evidence, ...line } = edit.line
  await change.db
    .updateTable('matters')
    .set({ ...edit.matter, evidence, original_due_on: kept.original_due_on ?? edit.matter.due_on })
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

type Dated = Pick<MatterDraft, 'due_on'> & {
  matter_id: number
  number: string
  original_due_on: string | null
}

/** A date where there was none needs no reason; the first one of all is the original date. */
async function extendDueDate(change: Change, kept: Dated, edit: MatterEdit): Promise<void> {
  const { due_on } = edit.matter
  if (kept.original_due_on === null || due_on === kept.due_on) return
  if (edit.extension === null) {
    if (kept.due_on === null) return
    const message = `时限已定为 ${kept.due_on}，改动要填写延期原因，原定时限会一直保留。`
    throw fieldProblem({ 'matter.due_on': message })
  }
  await writeExtensions(change, [kept.matter_id], {
    ...edit.extension,
    extended_on: change.today,
    new_due_on: due_on,
  })
  change.describe(due_on === null ? `取消 ${kept.number} 的时限` : `延期 ${kept.number} 到 ${due_on}`)
}
