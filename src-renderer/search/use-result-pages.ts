import { useMemo, useState } from 'react'
import type { FoundRow, SearchFilter, SearchPage } from '../../src-shared/search.ts'
import { call } from '../call.ts'
import { type Answer, useAnswer } from '../use-answer.ts'

interface ResultPages {
  answer: Answer<SearchPage>
  rows: FoundRow[]
  has_more: boolean
  loadMore: () => void
}

interface Loaded {
  /** The first page these were loaded behind; another one makes them stale. */
  behind: SearchPage
  rows: FoundRow[]
  has_more: boolean
}

const none: FoundRow[] = []

/** Page by page: the first is asked again after every change, further ones on demand. */
export function useResultPages(filter: SearchFilter): ResultPages {
  const answer = useAnswer('search.page', { filter })
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const first = answer.state === 'ready' ? answer.value : null
  const more = loaded !== null && loaded.behind === first ? loaded : null
  const rows = useMemo(() => [...(first?.rows ?? none), ...(more?.rows ?? none)], [first, more])
  const loadMore = async () => {
    const last = rows.at(-1)
    if (last === undefined || first === null) return
    const page = await call('search.page', { filter, after: { kind: last.kind, id: last.id } })
    setLoaded({ behind: first, rows: [...(more?.rows ?? none), ...page.rows], has_more: page.has_more })
  }
  return { answer, rows, has_more: (more ?? first)?.has_more ?? false, loadMore: () => void loadMore() }
}
