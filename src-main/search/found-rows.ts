// Rows of the result page, one query a kind: those after `after_id`, newest first, at most `most`.
import { type RawBuilder, sql } from 'kysely'
import { retentionWords } from '../../src-shared/retention.ts'
import type { FoundRow } from '../../src-shared/search.ts'
import { ownersOfFiles } from '../database/file-owners.ts'
import type { Db } from '../database/tables.ts'
import { fileRoute, itemRoute } from './found-routes.ts'
import { type Lighting, matterRoute, stateOfMatter } from './hits.ts'
import { passageOf } from './passage.ts'
import { matchOfFilter, type ReadFilter } from './read-filter.ts'
import { newestWeeks, searchableMatters } from './search-rows.ts'

export interface Wanted {
  read: ReadFilter
  /** The last row of this kind that is shown already; 0 for none. */
  after_id: number
  most: number
}

type Searched = 'search_matters' | 'search_archive_entries' | 'search_archive_items' | 'search_files'

/** The newest that the index finds; `kindsAsked` has seen to it that something is asked. */
function newestOf(table: Searched, { read, after_id }: Wanted): RawBuilder<boolean> {
  const index = sql.table(table)
  const rowid = sql.ref(`${table}.rowid`)
  const match = sql<boolean>`${index} MATCH ${matchOfFilter(read)}`
  return after_id === 0 ? match : sql<boolean>`${match} AND ${rowid} < ${after_id}`
}

export const named = ['categories.name as category_name', 'groups.name as group_name'] as const
const staff_name = sql<string>`coalesce(staff.name, '')`.as('staff_name')

export async function mattersFound(db: Db, wanted: Wanted, lighting: Lighting): Promise<FoundRow[]> {
  const rows = await searchableMatters(db)
    .innerJoin('search_matters', 'search_matters.rowid', 'matters.id')
    .innerJoin('categories as c', 'c.id', 'matters.category_id')
    .innerJoin('groups', 'groups.id', 'matters.group_id')
    .select(['c.name as category_name', 'groups.name as group_name', 'detail', 'source', 'helpers'])
    .where(newestOf('search_matters', wanted))
    .orderBy('search_matters.rowid', 'desc')
    .limit(wanted.most)
    .execute()
  const weeks = await newestWeeks(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((matter) => ({
    ...row('matter', matter.id, matter.number, matter.title),
    ...names(matter),
    passage: passageOf(wanted.read.question, [matter.number, matter.title, matter.staff_name], {
      具体内容: matter.detail,
      来源: matter.source,
      协办: matter.helpers,
    }),
    day: matter.listed_on,
    state: stateOfMatter(matter, lighting),
    route: matterRoute(matter, weeks.get(matter.id)),
  }))
}

export async function archiveFound(db: Db, wanted: Wanted): Promise<FoundRow[]> {
  const rows = await db
    .selectFrom('search_archive_entries')
    .innerJoin('archive_entries as e', 'e.id', 'search_archive_entries.rowid')
    .innerJoin('matters as m', 'm.id', 'e.matter_id')
    .innerJoin('categories', 'categories.id', 'm.category_id')
    .innerJoin('groups', 'groups.id', 'm.group_id')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select([
      'e.id',
      'm.number',
      'm.title',
      'm.detail',
      'e.location',
      'e.materials',
      'e.archived_on',
      'e.retention',
    ])
    .select([...named, staff_name, correctionsOf('entry_id', 'e.id')])
    .where(newestOf('search_archive_entries', wanted))
    .orderBy('search_archive_entries.rowid', 'desc')
    .limit(wanted.most)
    .execute()
  return rows.map((entry) => ({
    ...row('archive', entry.id, entry.number, entry.title),
    ...names(entry),
    passage: passageOf(wanted.read.question, [entry.number, entry.title, entry.staff_name], {
      归档材料: entry.materials,
      存放位置: entry.location,
      更正: entry.corrections,
      具体内容: entry.detail,
    }),
    day: entry.archived_on,
    state: retentionWords(entry.retention),
    route: `#/archive?open=${entry.id}`,
  }))
}

export async function itemsFound(db: Db, wanted: Wanted): Promise<FoundRow[]> {
  const rows = await db
    .selectFrom('search_archive_items')
    .innerJoin('archive_items as i', 'i.id', 'search_archive_items.rowid')
    .leftJoin('archive_entries as e', 'e.id', 'i.entry_id')
    .leftJoin('matters as m', 'm.id', 'e.matter_id')
    .leftJoin('categories', 'categories.id', 'm.category_id')
    .leftJoin('groups', 'groups.id', 'm.group_id')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select([
      'i.id',
      'i.entry_id',
      'i.archive_number',
      'i.title',
      'i.responsible',
      'i.document_number',
      'i.remark',
    ])
    .select(['i.retention', 'i.year', sql<string>`coalesce(i.dated_on, '')`.as('day')])
    .select([sql<string>`coalesce(categories.name, '')`.as('category_name'), staff_name])
    .select(sql<string>`coalesce(groups.name, '')`.as('group_name'))
    .select(correctionsOf('item_id', 'i.id'))
    .select(
      sql<string>`coalesce((SELECT group_concat(title, '；') FROM item_parts WHERE item_id = i.id), '')`.as(
        'parts',
      ),
    )
    .where(newestOf('search_archive_items', wanted))
    .orderBy('search_archive_items.rowid', 'desc')
    .limit(wanted.most)
    .execute()
  return rows.map((item) => ({
    ...row('item', item.id, item.archive_number ?? '未编号', item.title),
    ...names(item),
    passage: passageOf(wanted.read.question, [item.archive_number ?? '', item.title, item.staff_name], {
      文号: item.document_number,
      责任者: item.responsible,
      附件: item.parts,
      更正: item.corrections,
      备注: item.remark,
    }),
    day: item.day,
    state: `${item.year}年 ${retentionWords(item.retention)}`,
    route: itemRoute(item),
  }))
}

export async function filesFound(db: Db, wanted: Wanted): Promise<FoundRow[]> {
  const rows = await db
    .selectFrom('search_files')
    .innerJoin('files', 'files.id', 'search_files.rowid')
    .innerJoin(ownersOfFiles(db).as('o'), 'o.file_id', 'files.id')
    .leftJoin('categories', 'categories.id', 'o.category_id')
    .leftJoin('groups', 'groups.id', 'o.group_id')
    .leftJoin('staff', 'staff.id', 'o.staff_id')
    .select(['files.id', 'files.name', 'files.added_on', 'o.owner', 'o.owner_id', 'o.record'])
    .select([sql<string>`coalesce(categories.name, '')`.as('category_name'), staff_name])
    .select(sql<string>`coalesce(groups.name, '')`.as('group_name'))
    .where(newestOf('search_files', wanted))
    .orderBy('search_files.rowid', 'desc')
    .limit(wanted.most)
    .execute()
  const weeks = await newestWeeks(
    db,
    rows.filter(({ owner }) => owner === 'matter').map(({ owner_id }) => owner_id),
  )
  return rows.map((file) => ({
    ...row('file', file.id, '', file.name),
    ...names(file),
    passage: file.record,
    day: file.added_on,
    route: fileRoute(file, weeks.get(file.owner_id)),
  }))
}

const correctionsOf = (of: 'entry_id' | 'item_id', id: string) =>
  sql<string>`coalesce((SELECT group_concat(after_text, '；') FROM archive_corrections
    WHERE ${sql.ref(of)} = ${sql.ref(id)}), '')`.as('corrections')

export function row(kind: FoundRow['kind'], id: number, number: string, title: string): FoundRow {
  const rest = {
    passage: '',
    staff_name: '',
    category_name: '',
    group_name: '',
    day: '',
    state: '',
    route: '',
  }
  return { kind, id, number, title: title.replace(/\s+/g, ' '), ...rest }
}

export function names({
  staff_name,
  category_name,
  group_name,
}: Pick<FoundRow, 'staff_name' | 'category_name' | 'group_name'>) {
  return { staff_name, category_name, group_name }
}
