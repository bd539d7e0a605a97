import { useState } from 'react'
import type { ArchiveEntry, ArchivePage } from '../../src-shared/archive.ts'
import { call } from '../call.ts'
import { type Answer, useAnswer } from '../use-answer.ts'

interface Filter {
  text: string
  year: number | null
  category_id: number | null
  group_id: number | null
}

interface ArchivePages {
  /** The first page; `has_more` speaks of the last one loaded. */
  answer: Answer<ArchivePage>
  rows: ArchiveEntry[]
  loadMore: () => void
}

interface Loaded {
  /** The filter and the newest entry these pages were loaded behind; other ones make them stale. */
  behind: string
  rows: ArchiveEntry[]
  has_more: boolean
}

/** The archive page by page: the first is asked again after every change, further ones on demand. */
export function useArchivePages(filter: Filter): ArchivePages {
  const first = useAnswer('archive.list', filter)
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  if (first.state !== 'ready') return { answer: first, rows: [], loadMore: () => undefined }

  const behind = JSON.stringify([filter, first.value.total, first.value.rows[0]?.id])
  const more = loaded?.behind === behind ? loaded : null
  const rows = more === null ? first.value.rows : [...first.value.rows, ...more.rows]
  const has_more = more === null ? first.value.has_more : more.has_more
  const loadMore = async () => {
    const last = rows.at(-1)
    if (last === undefined) return
    const page = await call('archive.list', { ...filter, before_id: last.id })
    setLoaded({ behind, rows: [...(more?.rows ?? []), ...page.rows], has_more: page.has_more })
  }
  return { answer: { ...first, value: { ...first.value, has_more } }, rows, loadMore: () => void loadMore() }
}
