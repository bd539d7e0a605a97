// 件 of the yearly arrangement: proposed from entries, mended, and left alone once they are numbered.
import { sql } from 'kysely'
import type { ArchiveItem, ItemDraft, ItemEdit } from '../../src-shared/archive-items.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { correctedItems } from './correct-item.ts'
import { correctionsOf } from './corrections.ts'

export function selectItems(db: Db) {
  return db
    .selectFrom('archive_items as i')
    .innerJoin('archive_organs as o', 'o.id', 'i.organ_id')
    .leftJoin('archive_boxes as b', 'b.id', 'i.box_id')
    .leftJoin('archive_entries as e', 'e.id', 'i.entry_id')
    .leftJoin('matters as m', 'm.id', 'e.matter_id')
    .select([
      ...(['i.id', 'i.entry_id', 'i.year', 'i.organ_id', 'i.retention', 'i.subject', 'i.title'] as const),
      ...(['i.responsible', 'i.document_number', 'i.dated_on', 'i.secrecy', 'i.pages', 'i.remark'] as const),
      ...(['i.item_number', 'i.archive_number', 'i.box_id', 'b.box_number'] as const),
      'o.code as organ_code',
      'o.name as organ_name',
      sql<string>`coalesce(m.number, '')`.as('matter_number'),
    ])
}

type PlainItem = Omit<ArchiveItem, 'parts' | 'corrections'>

/** Their parts, and what 更正 says instead. */
export async function wholeItems(db: Db, items: readonly PlainItem[]): Promise<ArchiveItem[]> {
  const ids = items.map(({ id }) => id)
  const corrections = await correctionsOf(db, 'item_id', ids)
  const parts = new Map<number, string[]>()
  for (let from = 0; from < ids.length; from += at_once) {
    const rows = await db
      .selectFrom('item_parts')
      .select(['item_id', 'title'])
      .where('item_id', 'in', ids.slice(from, from + at_once))
      .orderBy('item_id')
      .orderBy('sort_order')
      .execute()
    for (const { item_id, title } of rows) parts.set(item_id, [...(parts.get(item_id) ?? []), title])
  }
  const whole = items.map((item) => ({ ...item, parts: parts.get(item.id) ?? [], corrections: 0 }))
  return correctedItems(whole, corrections)
}

const at_once = 500

export async function itemsOfYear(db: Db, year: number): Promise<ArchiveItem[]> {
  return wholeItems(db, await selectItems(db).where('i.year', '=', year).orderBy('i.id').execute())
}

export async function getItem(db: Db, id: number): Promise<ArchiveItem> {
  const [item] = await wholeItems(db, await selectItems(db).where('i.id', '=', id).execute())
  if (item) return item
  throw new UserProblem({ code: 'item_gone', message: '这一件已经不在了。', next: '请刷新后再试。' })
}

export async function saveItem(change: Change, { id, draft }: ItemEdit): Promise<{ id: number }> {
  const { parts, ...row } = draft
  if (id === null) {
    const [added] = await addItems(change, [draft])
    change.describe(`登记一件归档文件 ${draft.title}`)
    return { id: added ?? 0 }
  }
  const before = await getItem(change.db, id)
  refuseNumbered([before])
  await change.db.updateTable('archive_items').set(row).where('id', '=', id).execute()
  if (JSON.stringify(before.parts) !== JSON.stringify(parts)) {
    await change.db.deleteFrom('item_parts').where('item_id', '=', id).execute()
    await writeParts(change, [{ item_id: id, parts: parts.map((title) => ({ title, file_id: null })) }])
  }
  change.describe(`修改归档文件 ${draft.title}`)
  return { id }
}

/** In the order given. */
export async function addItems(change: Change, drafts: readonly ItemDraft[]): Promise<number[]> {
  const ids: number[] = []
  for (let from = 0; from < drafts.length; from += batch) {
    const rows = drafts.slice(from, from + batch).map(({ parts: _, ...row }) => ({ ...row, ...not_numbered }))
    const added = await change.db.insertInto('archive_items').values(rows).returning('id').execute()
    ids.push(...added.map(({ id }) => id))
  }
  await writeParts(
    change,
    drafts.map(({ parts }, at) => ({
      item_id: ids[at] ?? 0,
      parts: parts.map((title) => ({ title, file_id: null })),
    })),
  )
  return ids
}

const batch = 200
const not_numbered = { run_id: null, item_number: null, archive_number: null, box_id: null }

async function writeParts(
  change: Change,
  items: readonly { item_id: number; parts: readonly { title: string; file_id: number | null }[] }[],
): Promise<void> {
  const rows = items.flatMap(({ item_id, parts }) =>
    parts.map(({ title, file_id }, at) => ({
      item_id,
      title,
      archive_file_id: file_id,
      sort_order: at + 1,
    })),
  )
  for (let from = 0; from < rows.length; from += at_once) {
    await change.db
      .insertInto('item_parts')
      .values(rows.slice(from, from + at_once))
      .execute()
  }
}

export async function removeItems(change: Change, ids: readonly number[]): Promise<{ removed: number }> {
  const items = await wholeItems(change.db, await selectItems(change.db).where('i.id', 'in', ids).execute())
  refuseNumbered(items)
  await change.db.deleteFrom('item_parts').where('item_id', 'in', ids).execute()
  await change.db.deleteFrom('archive_items').where('id', 'in', ids).execute()
  change.describe(`取消 ${items.length} 件归档文件的组件`)
  return { removed: items.length }
}

function refuseNumbered(items: readonly ArchiveItem[]): void {
  const numbered = items.find(({ archive_number }) => archive_number !== null)
  if (!numbered) return
  throw new UserProblem({
    code: 'item_numbered',
    message: `${numbered.archive_number}（${numbered.title}）已经编号，不能再改。`,
    next: '写错了的请登记“更正”。',
  })
}
