import { longDate } from '../../src-shared/dates.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { SignOff } from '../../src-shared/weekly.ts'
import type { Change } from '../database/change.ts'
import { askedMeasures, unsaidMeasures } from './asked-measures.ts'
import { noteDefects } from './defects.ts'
import { getMatters, type KeptMatter } from './get-matters.ts'
import { writeMeasures } from './matter-measures.ts'
import { leavePlans } from './newest-lines.ts'
import { openLines } from './open-lines.ts'
import { fieldProblem, refuseMatters } from './refuse-matters.ts'

/**
 * 销号: records for each open matter that it is done, since when and by whom. The row of its newest week becomes
 * 已完成, and it leaves the plans of weeks to come. Throws when any of them is not open, and when evidence or a measure
 * is demanded and there is neither that nor a word of what is missing (带病销号).
 */
export async function signOffMatters(
  change: Change,
  { matter_ids, finished_on, signed_off_on, signed_off_by, notes = [] }: Omit<SignOff, 'archive'>,
): Promise<KeptMatter[]> {
  checkDates(change, finished_on, signed_off_on)
  const matters = await getMatters(change.db, matter_ids)
  const refused = matters.filter((matter) => !isOpen(matter))
  if (refused.length > 0) throw refuseMatters('再销号', refused)
  const missing = await writeNotes(change, matters, notes)
  const ids = matters.map(({ id }) => id)
  const lines = await openLines(change, ids)
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
    new_due_on: null,
  } as const
  await change.db
    .insertInto('matter_events')
    .values(ids.map((matter_id) => ({ ...event, matter_id, reason: defectWords(missing.get(matter_id)) })))
    .execute()
  await noteDefects(change, missing, signed_off_on, signed_off_by)
  return matters
}

/** Answers what is still missing, by matter. */
async function writeNotes(
  change: Change,
  matters: readonly KeptMatter[],
  notes: NonNullable<SignOff['notes']>,
): Promise<Map<number, string>> {
  const said = new Map(notes.map((note) => [note.matter_id, note]))
  const bare = matters.filter(({ id, evidence, needs_evidence, has_material }) => {
    const note = said.get(id)
    const words = note?.evidence ?? evidence
    return needs_evidence === 1 && words === '' && has_material === 0 && !note?.missing
  })
  if (bare.length > 0) {
    throw refuseMatters('销号', bare, {
      why: '还没有登记佐证材料，它的类别要求有',
      next: '请填写佐证材料、放入文件，或写明纸质材料的存放处；材料确实要后补的，请写明缺什么，按带病销号处理。',
    })
  }
  const missing = new Map<number, string>()
  for (const { id, evidence } of matters) {
    const note = said.get(id)
    if (note === undefined) continue
    if (note.missing !== '') missing.set(id, note.missing)
    await writeMeasures(change, id, note.measures ?? [], (of) => `notes.${id}.measures.${of}.amount`)
    if (note.evidence === evidence) continue
    await change.db.updateTable('matters').set({ evidence: note.evidence }).where('id', '=', id).execute()
  }
  await refuseUnsaid(
    change,
    matters.filter(({ id }) => !missing.has(id)),
  )
  return missing
}

/** Measures that a category or a duty demands are told before a matter is signed off. */
async function refuseUnsaid(change: Change, matters: readonly KeptMatter[]): Promise<void> {
  const asked = await askedMeasures(
    change.db,
    matters.map(({ id }) => id),
  )
  for (const matter of matters) {
    const unsaid = unsaidMeasures(asked.get(matter.id))
    if (unsaid.length === 0) continue
    throw refuseMatters('销号', [matter], {
      why: `还没有填写指标“${unsaid.join('、')}”`,
      next: '请在销号窗口里填写；数字确实要后补的，请写明缺什么，按带病销号处理。',
    })
  }
}

function defectWords(missing: string | undefined): string {
  return missing === undefined ? '' : `带病销号，缺：${missing}`
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
