// 查找结果: everything that answers, page by page, and how much of each kind there is.
import { type RawBuilder, sql } from 'kysely'
import { byLength } from '../../src-shared/retention.ts'
import {
  type FoundRow,
  isEmptyFilter,
  type SearchCounts,
  type SearchFilter,
  type SearchKey,
  type SearchKind,
  type SearchPage,
  search_kinds,
} from '../../src-shared/search.ts'
import type { Db } from '../database/tables.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { getSettings } from '../settings/settings.ts'
import { dutiesAsked, dutiesFound, staffFound } from './found-few.ts'
import { archiveFound, filesFound, itemsFound, mattersFound, type Wanted } from './found-rows.ts'
import { kindsAsked, matchOfFilter, type ReadFilter, readFilter } from './read-filter.ts'

const page_length = 50

/** The rows after `after`; a page costs the same however far down it is. */
export async function searchPage(
  db: Db,
  today: string,
  filter: SearchFilter,
  after: SearchKey | null,
  length = page_length,
): Promise<SearchPage> {
  if (isEmptyFilter(filter)) return { rows: [], has_more: false }
  const read = await readFilter(db, filter)
  const rows: FoundRow[] = []
  for (const kind of kindsFrom(kindsAsked(read), after)) {
    const after_id = kind === after?.kind ? after.id : 0
    const most = length + 1 - rows.length
    rows.push(...(await foundOf(db, today, kind, { read, after_id, most })))
    if (rows.length > length) break
  }
  return { rows: rows.slice(0, length), has_more: rows.length > length }
}

function kindsFrom(kinds: readonly SearchKind[], after: SearchKey | null): SearchKind[] {
  const first = after === null ? 0 : search_kinds.indexOf(after.kind)
  return kinds.filter((kind) => search_kinds.indexOf(kind) >= first)
}

async function foundOf(db: Db, today: string, kind: SearchKind, wanted: Wanted): Promise<FoundRow[]> {
  const { read } = wanted
  if (kind === 'staff') return cut(await staffFound(db, read, today), wanted)
  if (kind === 'duty') return cut(await dutiesFound(db, read, today), wanted)
  if (kind === 'archive') return archiveFound(db, wanted)
  if (kind === 'item') return itemsFound(db, wanted)
  if (kind === 'file') return filesFound(db, wanted)
  const settings = await getSettings(db)
  return mattersFound(db, wanted, { today, holidays: await holidayTable(db), settings })
}

function cut(rows: readonly FoundRow[], { after_id, most }: Wanted): FoundRow[] {
  const first = rows.findIndex(({ id }) => id === after_id) + 1
  return rows.slice(first, first + most)
}

/** How many of each kind answer, whichever kind is shown. */
export async function searchCounts(db: Db, today: string, filter: SearchFilter): Promise<SearchCounts> {
  const read = await readFilter(db, { ...filter, kind: null })
  const asked = isEmptyFilter(filter) ? [] : kindsAsked(read)
  const counted: Record<SearchKind, number> = { staff: 0, duty: 0, matter: 0, archive: 0, item: 0, file: 0 }
  for (const kind of asked) counted[kind] = await countOf(db, kind, read, today)
  const { waiting } = await db
    .selectFrom('search_touched')
    .select(sql<number>`count(*)`.as('waiting'))
    .executeTakeFirstOrThrow()
  return { kinds: counted, waiting, ...(await choicesOf(db)) }
}

const indexes = {
  matter: 'search_matters',
  archive: 'search_archive_entries',
  item: 'search_archive_items',
  file: 'search_files',
} as const

async function countOf(db: Db, kind: SearchKind, read: ReadFilter, today: string): Promise<number> {
  if (kind === 'staff') return (await staffFound(db, read, today)).length
  if (kind === 'duty') return countDuties(db, read, today)
  const index = sql.table(indexes[kind])
  return countRows(db, sql`${index} WHERE ${index} MATCH ${matchOfFilter(read)}`)
}

async function countDuties(db: Db, read: ReadFilter, today: string): Promise<number> {
  const match = matchOfFilter({ ...read, staff_id: null })
  const { count } = await dutiesAsked(db, read, today)
    .select(sql<number>`count(*)`.as('count'))
    .$if(match !== null, (query) =>
      query.where(sql<boolean>`id IN (SELECT rowid FROM search_duties WHERE search_duties MATCH ${match})`),
    )
    .executeTakeFirstOrThrow()
  return count
}

async function countRows(db: Db, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${from}`.execute(db)
  return rows[0]?.count ?? 0
}

/** What can be chosen in the filters. */
async function choicesOf(db: Db): Promise<Pick<SearchCounts, 'years' | 'retentions'>> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    SELECT min(year) AS first, max(year) AS last FROM (
      SELECT CAST(substr(min(number), 1, 4) AS INTEGER) AS year FROM matters
      UNION ALL SELECT CAST(substr(max(number), 1, 4) AS INTEGER) FROM matters
      UNION ALL SELECT CAST(substr(max(archived_on), 1, 4) AS INTEGER) FROM archive_entries)`.execute(db)
  const { first, last } = rows[0] ?? { first: null, last: null }
  const years =
    first === null || last === null ? [] : Array.from({ length: last - first + 1 }, (_, at) => last - at)
  const terms = await db.selectFrom('retention_rules').select('retention').distinct().execute()
  const retentions = terms.map(({ retention }) => retention)
  return { years, retentions: retentions.toSorted(byLength) }
}
