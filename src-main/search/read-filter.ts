// A filter of the result page as the index is asked it.
import { sql } from 'kysely'
import { plainText } from '../../src-shared/plain-text.ts'
import type { SearchFilter, SearchKind } from '../../src-shared/search.ts'
import { matchOfFacets } from '../database/search-tokens.ts'
import type { Db } from '../database/tables.ts'
import { matchOfText, type Named, type Question, readQuestion } from './question.ts'

export interface ReadFilter extends SearchFilter {
  question: Question
  named: Named
  /** Of the category asked for and all below it; null when none is. */
  category_ids: number[] | null
}

export async function readFilter(db: Db, filter: SearchFilter): Promise<ReadFilter> {
  const { category_id, text } = filter
  const category_ids = category_id === null ? null : await withThoseBelow(db, category_id)
  const question = readQuestion(text)
  return { ...filter, question, named: await peopleNamed(db, question.words), category_ids }
}

async function peopleNamed(db: Db, words: readonly string[]): Promise<Named> {
  if (words.length === 0) return new Map()
  const people = await db.selectFrom('staff').select(['id', 'name']).execute()
  const named = people.map(({ id, name }) => ({ id, plain: plainText(name) }))
  return new Map(
    words.map((word) => [word, named.filter(({ plain }) => plain.includes(word)).map(({ id }) => id)]),
  )
}

/** For FTS5; null when nothing is asked that the index could answer. */
export function matchOfFilter(read: ReadFilter): string | null {
  const { question, category_ids, group_id, staff_id, retention } = read
  const facets = [
    ...daysAsked(read),
    ...(category_ids === null ? [] : [category_ids.map((id) => `c${id}`)]),
    ...(group_id === null ? [] : [[`g${group_id}`]]),
    ...(staff_id === null ? [] : [[`s${staff_id}`]]),
    ...(retention === null ? [] : [[`r${retention.toLowerCase()}`]]),
  ]
  const parts = [
    ...(question.words.length === 0 ? [] : [matchOfText(question, read.named)]),
    ...(facets.length === 0 ? [] : [matchOfFacets(facets)]),
  ]
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' AND ')
}

/** The kinds that have what is asked for: people have no year, and what is not archived has no term. */
export function kindsAsked(read: ReadFilter): SearchKind[] {
  const is_dated = read.year !== null || read.from_on !== null || read.to_on !== null
  const has_term = read.retention !== null
  const fitting: Record<SearchKind, boolean> = {
    staff: !is_dated && !has_term && read.category_ids === null,
    duty: !is_dated && !has_term,
    matter: !has_term,
    archive: true,
    item: true,
    file: !has_term,
  }
  const kinds = Object.keys(fitting) as SearchKind[]
  const no_day = read.from_on !== null && read.to_on !== null && read.from_on > read.to_on
  if (no_day) return []
  return kinds.filter((kind) => fitting[kind] && (read.kind === null || read.kind === kind))
}

function daysAsked({ year, from_on, to_on }: SearchFilter): string[][] {
  const first = from_on?.replaceAll('-', '') ?? '00000000'
  const last = to_on?.replaceAll('-', '') ?? '99999999'
  return [
    ...(year === null ? [] : [[`d${year}*`]]),
    ...(from_on === null && to_on === null ? [] : [tokensBetween(first, last)]),
  ]
}

/** Beginnings that all days from the first to the last have and no other: `202611*`, `2026120*` … */
function tokensBetween(first: string, last: string, beginning = ''): string[] {
  const [lowest, highest] = [beginning.padEnd(8, '0'), beginning.padEnd(8, '9')]
  if (highest < first || lowest > last) return []
  if (first <= lowest && highest <= last) return [`d${beginning}*`]
  return [...'0123456789'].flatMap((digit) => tokensBetween(first, last, beginning + digit))
}

async function withThoseBelow(db: Db, category_id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE below (id) AS (
      SELECT ${category_id} UNION SELECT c.id FROM categories AS c JOIN below ON c.parent_id = below.id)
    SELECT id FROM below`.execute(db)
  return rows.map(({ id }) => id)
}
