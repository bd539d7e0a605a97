// AB岗公布: what was published is kept row by row, so that the next one knows what has changed since.
import { sql } from 'kysely'
import type {
  PostDifference,
  Publication,
  PublicationDraft,
  PublicationPreview,
} from '../../src-shared/backup-posts.ts'
import { longDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { comparePosts } from './compare-posts.ts'
import { currentPosts, type PublishedPost, publishedPosts } from './published-posts.ts'

/** Newest first. */
export function listPublications(db: Db): Promise<Publication[]> {
  return db
    .selectFrom('post_publications as p')
    .select(['p.id', 'p.as_of', 'p.published_on', 'p.approver', 'p.note'])
    .select(
      sql<number>`(SELECT count(*) FROM post_publication_rows WHERE publication_id = p.id)`.as('duties'),
    )
    .orderBy('p.as_of', 'desc')
    .execute()
}

/** The one before that day, or the newest. */
async function publicationBefore(db: Db, as_of: string): Promise<Publication | null> {
  return (await listPublications(db)).find((publication) => publication.as_of < as_of) ?? null
}

/** What publishing as of that day would say. */
export async function previewPublication(db: Db, as_of: string): Promise<PublicationPreview> {
  const last = await publicationBefore(db, as_of)
  const now = await currentPosts(db, as_of)
  const before = last === null ? [] : await publishedPosts(db, last.id)
  return {
    last,
    duties: now.length,
    without_a: now.filter(({ holders }) => !holders.some(({ role }) => role === 'A')).length,
    without_b: now.filter(
      ({ holders, no_b_reason }) => no_b_reason === '' && !holders.some(({ role }) => role === 'B'),
    ).length,
    differences: last === null ? [] : comparePosts(before, now),
  }
}

/** A publication as it was, or as it would be today, and what changed since the one before it. */
export interface PublishedTable {
  publication: Publication | null
  as_of: string
  last: Publication | null
  posts: PublishedPost[]
  differences: PostDifference[]
}

export async function publicationTable(
  db: Db,
  today: string,
  publication_id: number | null,
): Promise<PublishedTable> {
  const publication = (await listPublications(db)).find(({ id }) => id === publication_id) ?? null
  const as_of = publication?.as_of ?? today
  const last = await publicationBefore(db, as_of)
  const posts =
    publication === null ? await currentPosts(db, today) : await publishedPosts(db, publication.id)
  const before = last === null ? [] : await publishedPosts(db, last.id)
  return { publication, as_of, last, posts, differences: last === null ? [] : comparePosts(before, posts) }
}

/** 公布: freezes who holds what on that day. */
export async function publishPosts(change: Change, draft: PublicationDraft): Promise<{ id: number }> {
  await checkDay(change, draft.as_of)
  const posts = await currentPosts(change.db, draft.as_of)
  if (posts.length === 0) {
    throw new UserProblem({
      code: 'no_duties',
      message: '还没有职责可以公布。',
      next: '请先登记职责和AB岗。',
    })
  }
  const { id } = await change.db
    .insertInto('post_publications')
    .values({ ...draft, published_on: change.today })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let from = 0; from < posts.length; from += 500) {
    await freeze(change, id, posts.slice(from, from + 500), from)
  }
  change.describe(`公布AB岗（${longDate(draft.as_of)}，${posts.length} 项职责）`)
  return { id }
}

async function freeze(
  change: Change,
  publication_id: number,
  posts: readonly PublishedPost[],
  from: number,
): Promise<void> {
  const rows = await change.db
    .insertInto('post_publication_rows')
    .values(
      posts.map(({ holders: _, ...post }, at) => ({ ...post, publication_id, sort_order: from + at + 1 })),
    )
    .returning(['id', 'duty_id'])
    .execute()
  const row_ids = new Map(rows.map(({ id, duty_id }) => [duty_id, id]))
  const holders = posts.flatMap(({ duty_id, holders: held }) =>
    held.map((holder) => ({ ...holder, publication_row_id: row_ids.get(duty_id) ?? 0 })),
  )
  for (let at = 0; at < holders.length; at += 500) {
    await change.db
      .insertInto('post_publication_holders')
      .values(holders.slice(at, at + 500))
      .execute()
  }
}

async function checkDay(change: Change, as_of: string): Promise<void> {
  const refuse = (message: string) => new UserProblem({ code: 'input', message, fields: { as_of: message } })
  if (as_of > change.today) throw refuse('公布的日期不能晚于今天。')
  const newest = await change.db
    .selectFrom('post_publications')
    .select('as_of')
    .where('as_of', '>=', as_of)
    .orderBy('as_of', 'desc')
    .executeTakeFirst()
  if (newest !== undefined) throw refuse(`${longDate(newest.as_of)}已经公布过，新的公布要晚于那一天。`)
}
