import type { NamedPosts, PostDifference } from '../../src-shared/backup-posts.ts'
import { namedPosts } from './named-posts.ts'
import type { PublishedPost } from './published-posts.ts'

const nobody: NamedPosts = { a: null, bs: [] }

/** Duties that came, went, or are held by others now, in the order of the new list; what went stands last. */
export function comparePosts(
  before: readonly PublishedPost[],
  now: readonly PublishedPost[],
): PostDifference[] {
  const old = new Map(before.map((post) => [post.duty_id, post]))
  const standing = new Set(now.map(({ duty_id }) => duty_id))
  const differences = now.flatMap((post): PostDifference[] => {
    const was = old.get(post.duty_id)
    if (was === undefined) return [differenceOf(post, 'new', nobody, namedPosts(post.holders))]
    if (holdersKey(was) === holdersKey(post)) return []
    return [differenceOf(post, 'changed', namedPosts(was.holders), namedPosts(post.holders))]
  })
  const gone = before
    .filter(({ duty_id }) => !standing.has(duty_id))
    .map((post) => differenceOf(post, 'gone', namedPosts(post.holders), nobody))
  return [...differences, ...gone]
}

function differenceOf(
  { duty_id, number, group_name, content }: PublishedPost,
  kind: PostDifference['kind'],
  before: NamedPosts,
  after: NamedPosts,
): PostDifference {
  return { duty_id, kind, number, group_name, content, before, after }
}

/** People, not their names: somebody who is called otherwise by now still holds the post. */
function holdersKey({ holders }: PublishedPost): string {
  return holders.map(({ role, staff_id }) => `${role}${staff_id}`).join()
}
