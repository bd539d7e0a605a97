import { archiveMatters } from '../../src-main/actions/archive-matters.ts'
import { addMatters } from '../../src-main/weekly/add-matters.ts'
import { signOffMatters } from '../../src-main/weekly/sign-off.ts'
import type { Filing } from '../../src-shared/archive.ts'
import { openWeek } from '../main/weekly/open-week.ts'
import type { matterOf } from './fill-department.ts'
import { matterOf as matterLike } from './fill-department.ts'

export type Archived = Parameters<typeof matterOf>[1] & { archived_on?: string; filing?: Partial<Filing> }

/** A book in which each of these is an archived matter; their entries in the same order. */
export async function openArchive(parts: readonly Archived[]) {
  const week = await openWeek()
  const ids = await week.book.change(async (change) => {
    const added = await addMatters(
      change,
      parts.map(({ archived_on: _, filing: __, ...matter }) => matterLike(week.department, matter)),
    )
    return added.map(({ matter_id }) => matter_id)
  })
  const day = '2024-01-05'
  await week.book.change(async (change) => {
    for (const [at, { archived_on = '2026-11-20', filing }] of parts.entries()) {
      const matter_ids = ids.slice(at, at + 1)
      const signed = { finished_on: day, signed_off_on: day, signed_off_by: '赵处' }
      await signOffMatters(change, { matter_ids, ...signed })
      const plain = { retention: 'D10', location: '', materials: '', remark: '' } as const
      await archiveMatters(change, { matter_ids, archived_on, archived_by: '孙科', ...plain, ...filing })
    }
  })
  const entries = await week.book.db.selectFrom('archive_entries').select('id').orderBy('id').execute()
  return { ...week, entry_ids: entries.map(({ id }) => id) }
}
