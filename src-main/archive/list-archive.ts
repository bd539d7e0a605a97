import { type Expression, type SqlBool, sql } from 'kysely'
import type { ArchiveEntry, ArchiveFilter, ArchivePage } from '../../src-shared/archive.ts'
import { containsText } from '../database/contains-text.ts'
import { hasDefect } from '../database/has-defect.ts'
import type { Db } from '../database/tables.ts'
import { selectEntries, selectNamedEntries } from './archive-entries.ts'
import { withDetails } from './entry-details.ts'

const page_length = 50
/** As many as one archiving may name. */
const longest_waiting_list = 500

/** Newest first; the next page begins below the last id shown, so it costs the same however far down. */
export async function listArchive(db: Db, filter: ArchiveFilter): Promise<ArchivePage> {
  const tests = testsOf(filter)
  const rows = await tests
    .reduce((entries, test) => entries.where(test), selectNamedEntries(db))
    .$if(filter.before_id !== null, (entries) => entries.where('e.id', '<', filter.before_id))
    .orderBy('e.id', 'desc')
    .limit(page_length + 1)
    .execute()
  const { total } = await tests
    .reduce((entries, test) => entries.where(test), selectEntries(db))
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return {
    rows: await withDetails(db, rows.slice(0, page_length)),
    total,
    has_more: rows.length > page_length,
    years: await yearsOf(db),
    waiting: await listWaiting(db),
  }
}

/** How many entries one group or all have, and the newest of them: a long workbook goes no further, whatever comes in. */
export function countEntries(db: Db, group_id: number | null): Promise<{ count: number; last_id: number }> {
  return selectEntries(db)
    .$if(group_id !== null, (entries) => entries.where('m.group_id', '=', group_id))
    .select([sql<number>`count(*)`.as('count'), sql<number>`coalesce(max(e.id), 0)`.as('last_id')])
    .executeTakeFirstOrThrow()
}

export interface EntriesInOrder {
  group_id: number | null
  /** Before the first one, and the last one. */
  after_id: number
  last_id: number
  limit: number
}

/** Entries oldest first, for the workbook: all at once or the next page. */
export async function entriesInOrder(db: Db, asked: EntriesInOrder): Promise<ArchiveEntry[]> {
  const entries = await selectNamedEntries(db)
    .$if(asked.group_id !== null, (entries) => entries.where('m.group_id', '=', asked.group_id))
    .where('e.id', '>', asked.after_id)
    .where('e.id', '<=', asked.last_id)
    .orderBy('e.id')
    .limit(asked.limit)
    .execute()
  return withDetails(db, entries)
}

function testsOf(filter: ArchiveFilter): Expression<SqlBool>[] {
  const tests: Expression<SqlBool>[] = []
  // The plus signs keep SQLite on the newest entries: other indexes would make it sort a whole year or group first.
  if (filter.year !== null) {
    tests.push(sql<SqlBool>`+e.archived_on BETWEEN ${`${filter.year}-01-01`} AND ${`${filter.year}-12-31`}`)
  }
  if (filter.category_id !== null) tests.push(sql<SqlBool>`+m.category_id = ${filter.category_id}`)
  if (filter.group_id !== null) tests.push(sql<SqlBool>`+m.group_id = ${filter.group_id}`)
  const columns = ['m.number', 'm.title', 'staff.name', 'e.materials', 'e.location']
  for (const word of filter.text.split(/\s+/).filter(Boolean)) {
    tests.push(
      sql<SqlBool>`(${sql.join(
        columns.map((column) => containsText(column, word)),
        sql` OR `,
      )})`,
    )
  }
  return tests
}

async function yearsOf(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('archive_entries')
    .select(sql<number>`CAST(substr(archived_on, 1, 4) AS INTEGER)`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

async function listWaiting(db: Db): Promise<ArchivePage['waiting']> {
  return db
    .selectFrom('matters as m')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select([
      'm.id as matter_id',
      'm.number',
      'm.title',
      'm.category_id',
      sql<string>`coalesce(staff.name, '')`.as('staff_name'),
      sql<string>`m.signed_off_on`.as('signed_off_on'),
      sql<string>`coalesce((SELECT missing FROM matter_defects AS d
        WHERE d.matter_id = m.id AND d.cured_on IS NULL), '')`.as('missing'),
    ])
    .where(sql<SqlBool>`m.state = 'signed_off' AND NOT ${hasDefect('m')}`)
    .orderBy('m.signed_off_on')
    .orderBy('m.id')
    .limit(longest_waiting_list)
    .execute()
}
