import { isOpen } from '../../src-shared/matter-words.ts'
import type { MatterEdit, NewMatter } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { addMatters } from './add-matters.ts'
import { dropRequests } from './ask-sign-off.ts'
import { checkReferences } from './check-references.ts'
import { moveDueDate } from './move-due-date.ts'
import { matterGone, nameMatters, refuseMatters } from './refuse-matters.ts'
import { beginMatters } from './week-lines.ts'

export async function addMatter(change: Change, matter: NewMatter): Promise<{ number: string }> {
  const [added] = await addMatters(change, [matter])
  return { number: added?.number ?? '' }
}

export async function editMatter(change: Change, edit: MatterEdit): Promise<void> {
  await editMatters(change, [edit])
}

/**
 * Edits what matters are and what their rows of one week say. 已完成 in a row is what the person says; it signs
 * nothing off. A due date that was given is moved only by 延期 or 更正, which are kept beside it.
 */
export async function editMatters(change: Change, edits: readonly MatterEdit[]): Promise<void> {
  const kept = await getLinesWithMatters(
    change,
    edits.map(({ matter_week_id }) => matter_week_id),
  )
  const closed = kept.filter((line) => !isOpen(line))
  if (closed.length > 0) throw refuseMatters('修改', closed)
  await checkReferences(
    change,
    edits.map(({ matter }) => matter),
    kept,
  )
  change.describe(`修改事项 ${nameMatters(kept)}`)
  for (const [at, line] of kept.entries()) {
    const edit = edits[at]
    if (edit !== undefined) await writeEdit(change, line, edit)
  }
  const said = kept.flatMap(({ matter_id, week_monday }, at) => {
    const week_state = edits[at]?.line.week_state
    return week_state === undefined ? [] : [{ matter_id, week_monday, week_state }]
  })
  await beginMatters(change, said)
  await dropRequests(
    change,
    kept.map(({ matter_id }) => matter_id),
  )
}

type KeptLine = Awaited<ReturnType<typeof getLinesWithMatters>>[number]

/** Only what differs is written: a row that says what it said before leaves no trace. */
async function writeEdit(change: Change, kept: KeptLine, edit: MatterEdit): Promise<void> {
  const original_due_on = await moveDueDate(change, kept, edit)
  const { evidence, ...line } = edit.line
  const facts = changedOf(kept, { ...edit.matter, evidence, original_due_on })
  if (facts !== null) {
    await change.db.updateTable('matters').set(facts).where('id', '=', kept.matter_id).execute()
  }
  const said = changedOf(kept, line)
  if (said !== null) {
    await change.db.updateTable('matter_weeks').set(said).where('id', '=', kept.id).execute()
  }
}

function changedOf<Row extends object>(before: Row, after: Partial<Row>): Partial<Row> | null {
  const changed = (Object.keys(after) as (keyof Row)[]).filter((field) => before[field] !== after[field])
  if (changed.length === 0) return null
  return Object.fromEntries(changed.map((field) => [field, after[field]])) as Partial<Row>
}

/** In the order of the ids. */
async function getLinesWithMatters(change: Change, ids: readonly number[]) {
  const found = await change.db
    .selectFrom('matter_weeks as w')
    .innerJoin('matters as m', 'm.id', 'w.matter_id')
    .select(['w.id', 'w.matter_id', 'w.week_monday', 'w.progress', 'w.week_state', 'w.unfinished_reason'])
    .select(['m.number', 'm.title', 'm.state', 'm.detail', 'm.category_id', 'm.group_id', 'm.staff_id'])
    .select(['m.duty_id', 'm.helpers', 'm.leader', 'm.source', 'm.due_on', 'm.due_text', 'm.remark'])
    .select(['m.evidence', 'm.original_due_on'])
    .where('w.id', 'in', ids)
    .execute()
  const by_id = new Map(found.map((line) => [line.id, line]))
  if (by_id.size < ids.length) throw matterGone(ids.length - by_id.size)
  return ids.flatMap((id) => by_id.get(id) ?? [])
}
