// What each record is found by: its texts, and what it can be filtered by.
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { MatterState } from '../../src-shared/weekly.ts'
import { ownersOfFiles } from './file-owners.ts'
import type { SearchedTable } from './search-tables.ts'
import type { Tables } from './tables.ts'

interface Texts {
  id: number
  /** All that is looked through, a line for each field. */
  words: string
  /** Of this the initials of some neighbouring characters may be typed. */
  sentence: string
  /** Tokens of `facetTokens`: the day, category, group, person, term. */
  facets: string
}

type ReadTexts = (db: Kysely<Tables>, ids: readonly number[]) => Promise<Texts[]>

const lines = (...columns: string[]) =>
  sql<string>`concat_ws(char(10), ${sql.join(columns.map((column) => sql.ref(column)))})`

interface Facets {
  day?: RawBuilder<unknown>
  category?: string
  group?: string
  person?: string
  retention?: string
}

/** What is not there has no token: concat_ws passes NULL by. */
function facets({ day, category, group, person, retention }: Facets): RawBuilder<string> {
  const tokens = [
    day && sql`'d' || replace(${day}, '-', '')`,
    ...Object.entries({ c: category, g: group, s: person, r: retention }).map(
      ([letter, column]) => column && sql`${sql.lit(letter)} || ${sql.ref(column)}`,
    ),
  ].filter((token) => token !== undefined && token !== '')
  return sql<string>`concat_ws(' ', ${sql.join(tokens)})`
}

/** What stands beside the original as 更正 is found, too. */
const corrections = (of: 'entry_id' | 'item_id', id: string) =>
  sql`(SELECT group_concat(after_text, char(10)) FROM archive_corrections WHERE ${sql.ref(of)} = ${sql.ref(id)})`

const matter_facets = { category: 'm.category_id', group: 'm.group_id', person: 'm.staff_id' }

/** The texts of those of the records that are found in this subject. */
export const textsOf: Record<SearchedTable, ReadTexts> = {
  duties: (db, ids) =>
    db
      .selectFrom('duties')
      .select(['id', 'content as sentence'])
      .select(lines('number', 'content', 'due_rule', 'basis', 'output', 'remark').as('words'))
      .select(facets({ category: 'category_id', group: 'group_id' }).as('facets'))
      .where('id', 'in', listed(ids))
      .execute(),
  /** What is archived is found in the archive. */
  matters: (db, ids) =>
    db
      .selectFrom('matters as m')
      .select(['m.id', 'm.title as sentence'])
      .select(lines('m.number', 'm.title', 'm.detail', 'm.source', 'm.helpers').as('words'))
      .select(facets({ day: sql.ref('m.listed_on'), ...matter_facets }).as('facets'))
      .where('m.id', 'in', listed(ids))
      .where('m.state', '<>', 'archived' satisfies MatterState)
      .execute(),
  archive_entries: (db, ids) =>
    db
      .selectFrom('archive_entries as e')
      .innerJoin('matters as m', 'm.id', 'e.matter_id')
      .select(['e.id', 'm.title as sentence'])
      .select(
        sql<string>`concat_ws(char(10), m.number, m.title, m.detail, e.location, e.materials,
          ${corrections('entry_id', 'e.id')})`.as('words'),
      )
      .select(
        facets({ day: sql.ref('e.archived_on'), retention: 'e.retention', ...matter_facets }).as('facets'),
      )
      .where('e.id', 'in', listed(ids))
      .execute(),
  archive_items: (db, ids) =>
    db
      .selectFrom('archive_items as i')
      .leftJoin('archive_entries as e', 'e.id', 'i.entry_id')
      .leftJoin('matters as m', 'm.id', 'e.matter_id')
      .select(['i.id', 'i.title as sentence'])
      .select(
        sql<string>`concat_ws(char(10), i.archive_number, i.title, i.responsible, i.document_number, i.remark,
          (SELECT group_concat(title, char(10)) FROM item_parts WHERE item_id = i.id),
          ${corrections('item_id', 'i.id')})`.as('words'),
      )
      .select(
        facets({ day: sql`coalesce(i.dated_on, i.year)`, retention: 'i.retention', ...matter_facets }).as(
          'facets',
        ),
      )
      .where('i.id', 'in', listed(ids))
      .execute(),
  /** A file that belongs to no record, or lies in the trash, is not found. */
  files: (db, ids) =>
    db
      .selectFrom('files')
      .innerJoin(ownersOfFiles(db).as('owner'), 'owner.file_id', 'files.id')
      .select(['files.id', 'files.name as sentence', 'files.name as words'])
      .select(
        facets({
          day: sql.ref('files.added_on'),
          category: 'owner.category_id',
          group: 'owner.group_id',
          person: 'owner.staff_id',
        }).as('facets'),
      )
      .where('files.id', 'in', listed(ids))
      .execute(),
}

/** One parameter however many they are. */
function listed(ids: readonly number[]) {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
}
