// What one step of the clerk does to several subjects at once, in the one transaction of its change.
import type { ArchiveRequest } from '../../src-shared/archive.ts'
import { longDate } from '../../src-shared/dates.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import { writeEntries } from '../archive/archive-entries.ts'
import { addEntryFiles, type NewEntryFile, takeOverEvidence } from '../archive/entry-files.ts'
import type { Change } from '../database/change.ts'
import { withDefect } from '../weekly/defects.ts'
import { getMatters } from '../weekly/get-matters.ts'
import { fieldProblem, nameMatters, refuseMatters } from '../weekly/refuse-matters.ts'
import { markArchived } from '../weekly/sign-off.ts'

/**
 * 归档: signed off matters get their entry; the matter with its weeks and events is read-only from then on.
 * Where no materials are named, those of the matter's own 佐证材料 are what was filed. `files` belong to the first one.
 */
export async function archiveMatters(
  change: Change,
  { matter_ids, ...facts }: Omit<ArchiveRequest, 'files'>,
  files: readonly NewEntryFile[] = [],
): Promise<{ archived: number }> {
  if (facts.archived_on > change.today) {
    throw fieldProblem({ archived_on: `归档时间不能晚于今天（${longDate(change.today)}）。` })
  }
  const matters = await getMatters(change.db, matter_ids)
  const open = matters.filter(isOpen)
  if (open.length > 0) throw refuseMatters('归档', open, { why: '还没有销号', next: '请先销号，再归档。' })
  const refused = matters.filter(({ state }) => state !== 'signed_off')
  if (refused.length > 0) throw refuseMatters('再归档', refused)
  const uncured = await withDefect(change.db, matter_ids)
  if (uncured.size > 0) {
    throw refuseMatters(
      '归档',
      matters.filter(({ id }) => uncured.has(id)),
      { why: '是带病销号，材料还没有补齐', next: '请先在“每周销号·带病销号”里登记补齐，再归档。' },
    )
  }
  const latest =
    matters
      .map(({ signed_off_on }) => signed_off_on ?? '')
      .sort()
      .at(-1) ?? ''
  if (facts.archived_on < latest) {
    throw fieldProblem({ archived_on: `归档时间不能早于销号时间（${longDate(latest)}）。` })
  }
  const listed = completeOf(facts.checklist)
  const entry_ids = await writeEntries(
    change,
    matters.map(({ id, evidence }) => ({
      ...facts,
      matter_id: id,
      materials: facts.materials || evidence || listed,
    })),
  )
  await takeOverEvidence(
    change,
    matters.map(({ id }, at) => ({ matter_id: id, entry_id: entry_ids[at] ?? 0 })),
  )
  const [entry_id] = entry_ids
  if (entry_id !== undefined) await addEntryFiles(change, entry_id, files)
  await markArchived(
    change,
    matters.map(({ id }) => id),
  )
  change.describe(`归档 ${nameMatters(matters)}`)
  return { archived: matters.length }
}

function completeOf(checklist: ArchiveRequest['checklist'] = []): string {
  const complete = checklist.filter(({ state }) => state === 'complete')
  return complete.map(({ name }) => name).join('、')
}
