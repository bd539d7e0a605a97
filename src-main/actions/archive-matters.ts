// What one step of the clerk does to several subjects at once, in the one transaction of its change.
import type { ArchiveRequest } from '../../src-shared/archive.ts'
import { longDate } from '../../src-shared/dates.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import { writeEntries } from '../archive/archive-entries.ts'
import { addEntryFiles, type NewEntryFile, takeOverEvidence } from '../archive/entry-files.ts'
import { classesOfMatters, type OwnClass } from '../archive/own-classes.ts'
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
  { matter_ids, by_category = false, ...facts }: Omit<ArchiveRequest, 'files'>,
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
  const own = by_category ? await classesOfMatters(change.db, matter_ids) : new Map<number, OwnClass>()
  const papers = await papersOf(change, matter_ids)
  const entry_ids = await writeEntries(
    change,
    matters.map(({ id, evidence }) => ({
      ...facts,
      ...own.get(id),
      matter_id: id,
      location: facts.location || (papers.get(id) ?? ''),
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

/** Where the paper evidence of each was said to lie. */
async function papersOf(change: Change, matter_ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await change.db
    .selectFrom('matter_papers')
    .select(['matter_id', 'place'])
    .where('matter_id', 'in', matter_ids)
    .execute()
  return new Map(rows.map(({ matter_id, place }) => [matter_id, place]))
}

function completeOf(checklist: ArchiveRequest['checklist'] = []): string {
  const complete = checklist.filter(({ state }) => state === 'complete')
  return complete.map(({ name }) => name).join('、')
}
