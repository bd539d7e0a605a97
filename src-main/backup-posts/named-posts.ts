import type { NamedPosts } from '../../src-shared/backup-posts.ts'

interface HolderRow {
  role: 'A' | 'B'
  staff_id: number
  name: string
}

/** Rows in the order of their ranks as A and Bs with names. */
export function namedPosts(rows: readonly HolderRow[]): NamedPosts {
  const named = (row: HolderRow) => ({ staff_id: row.staff_id, name: row.name })
  const a = rows.find(({ role }) => role === 'A')
  return { a: a ? named(a) : null, bs: rows.filter(({ role }) => role === 'B').map(named) }
}
