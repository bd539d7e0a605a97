import type { ItemDraft, LeavingOut, Proposal } from '../../src-shared/archive-items.ts'
import { yearOf } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { getSettings } from '../settings/settings.ts'
import { selectNamedEntries } from './archive-entries.ts'
import { withDetails } from './entry-details.ts'
import { addItems } from './items.ts'

/** 组件: a first draft of each 件, to be mended before it is numbered. */
export async function proposeItems(change: Change, { entry_ids, by }: Proposal): Promise<{ items: number }> {
  const plain = await selectNamedEntries(change.db).where('e.id', 'in', entry_ids).orderBy('e.id').execute()
  const entries = await withDetails(change.db, plain)
  const organs = await organsOf(change.db)
  const files = await filesOf(change.db, entry_ids)
  const { unit_name, department_name } = await getSettings(change.db)
  const drafts = entries.flatMap((entry): ItemDraft[] => {
    const draft: ItemDraft = {
      entry_id: entry.id,
      year: yearOf(entry.finished_on),
      organ_id: organs.of(entry.class_id),
      retention: entry.retention,
      subject: entry.title,
      title: entry.title,
      responsible: `${unit_name}${department_name}`,
      document_number: '',
      dated_on: entry.finished_on,
      secrecy: '',
      pages: null,
      remark: '',
      parts: [],
    }
    const own = files.get(entry.id) ?? []
    if (by === 'entry' || own.length === 0) return [{ ...draft, parts: own }]
    return own.map((name) => ({ ...draft, title: withoutEnding(name) }))
  })
  await addItems(change, drafts)
  change.describe(`从 ${entries.length} 卷组成 ${drafts.length} 件`)
  return { items: drafts.length }
}

function withoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/i, '') || name
}

/** The organ of each class; the first one where an entry has no class. */
async function organsOf(db: Db): Promise<{ of(class_id: number | null): number }> {
  const classes = await db.selectFrom('archive_classes').select(['id', 'organ_id']).execute()
  const first = await db.selectFrom('archive_organs').select('id').orderBy('sort_order').executeTakeFirst()
  if (!first) {
    throw new UserProblem({
      code: 'no_organ',
      message: '还没有登记机构（问题），编不出档号。',
      next: '请先到“设置·档号与机构”里登记。',
    })
  }
  const known = new Map(classes.map(({ id, organ_id }) => [id, organ_id]))
  return { of: (class_id) => known.get(class_id ?? 0) ?? first.id }
}

async function filesOf(db: Db, entry_ids: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('archive_files as f')
    .innerJoin('files', 'files.id', 'f.file_id')
    .select(['f.entry_id', 'files.name'])
    .where('f.entry_id', 'in', entry_ids)
    .where('f.trashed_on', 'is', null)
    .orderBy('f.entry_id')
    .orderBy('f.serial')
    .execute()
  const found = new Map<number, string[]>()
  for (const { entry_id, name } of rows) found.set(entry_id, [...(found.get(entry_id) ?? []), name])
  return found
}

/** Entries that yield no 件, with the reason: so that what is forgotten is told from what was decided. */
export async function leaveOut(change: Change, { entry_ids, reason }: LeavingOut): Promise<{ left: number }> {
  const rows = entry_ids.map((entry_id) => ({
    entry_id,
    reason,
    decided_on: change.today,
    decided_by: change.who,
  }))
  await change.db.insertInto('left_out_entries').values(rows).execute()
  change.describe(`${rows.length} 卷不整理成件：${reason}`)
  return { left: rows.length }
}

export async function takeBackIn(change: Change, entry_ids: readonly number[]): Promise<{ left: number }> {
  const { numDeletedRows } = await change.db
    .deleteFrom('left_out_entries')
    .where('entry_id', 'in', entry_ids)
    .executeTakeFirst()
  change.describe(`${Number(numDeletedRows)} 卷恢复整理`)
  return { left: Number(numDeletedRows) }
}
