// 更正: an archived entry stays as it is; what it should say instead stands beside it and is what lists show.
import {
  type ArchiveEntry,
  type Correction,
  corrected_fields,
  type EntryCorrection,
} from '../../src-shared/archive.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { Retention } from '../../src-shared/retention.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'

interface KeptCorrection extends Correction {
  class_id: number | null
}

/** By the entry or item they belong to, oldest first. */
export async function correctionsOf(
  db: Db,
  of: 'entry_id' | 'item_id',
  ids: readonly number[],
): Promise<Map<number, KeptCorrection[]>> {
  const found = new Map<number, KeptCorrection[]>()
  for (let from = 0; from < ids.length; from += at_once) {
    const rows = await db
      .selectFrom('archive_corrections')
      .select(['id', `${of} as owner`, 'field', 'before_text', 'after_text', 'class_id'])
      .select(['reason', 'corrected_on', 'corrected_by'])
      .where(of, 'in', ids.slice(from, from + at_once))
      .orderBy('id')
      .execute()
    for (const { owner, ...correction } of rows) {
      const others = found.get(owner ?? 0)
      if (others) others.push(correction)
      else found.set(owner ?? 0, [correction])
    }
  }
  return found
}

const at_once = 500

export function correctedEntries(
  entries: readonly ArchiveEntry[],
  corrections: ReadonlyMap<number, readonly KeptCorrection[]>,
): ArchiveEntry[] {
  return entries.map((entry) => (corrections.get(entry.id) ?? []).reduce(correctOnce, entry))
}

function correctOnce(entry: ArchiveEntry, { field, after_text, class_id }: KeptCorrection): ArchiveEntry {
  switch (field) {
    case 'class':
      return { ...entry, class_id, class_name: after_text }
    case 'retention':
      return { ...entry, retention: Retention.parse(after_text), retention_rule: '' }
    case 'location':
    case 'materials':
    case 'title':
    case 'remark':
      return { ...entry, [field]: after_text }
    default:
      return entry
  }
}

/** `entry` is what it says now, former corrections included. */
export async function correctEntry(
  change: Change,
  entry: ArchiveEntry,
  { field, after, reason }: EntryCorrection,
): Promise<void> {
  const wanted = field === 'class' ? await classOf(change, Number(after)) : null
  if (field === 'retention' && !Retention.safeParse(after).success) throw wrong('请选择保管期限。')
  if (field === 'title' && after === '') throw wrong('题名不能是空的。')
  const before_text = textOf(entry, field)
  const after_text = wanted?.name ?? after
  if (before_text === after_text) throw wrong('和现在的内容一样，没有要更正的。')
  await change.db
    .insertInto('archive_corrections')
    .values({
      ...{ entry_id: entry.id, item_id: null, field, before_text, after_text, class_id: wanted?.id ?? null },
      ...{ reason, corrected_on: change.today, corrected_by: change.who },
    })
    .execute()
  change.describe(`更正 ${entry.number} 的${corrected_fields[field]}`)
}

function textOf(entry: ArchiveEntry, field: EntryCorrection['field']): string {
  if (field === 'other') return ''
  return field === 'class' ? entry.class_name : entry[field]
}

async function classOf(change: Change, id: number): Promise<{ id: number; name: string }> {
  const found = await change.db
    .selectFrom('archive_classes')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (found) return found
  throw wrong('请选择归档类目。')
}

function wrong(message: string): UserProblem {
  return new UserProblem({ code: 'correction_wrong', message, fields: { after: message } })
}
