import {
  type SearchCounts,
  type SearchFilter,
  search_kind_words,
  search_kinds,
} from '../../src-shared/search.ts'
import { resultsRoute } from './use-search-filter.ts'

interface KindSwitchProps {
  filter: SearchFilter
  counts: SearchCounts['kinds']
}

/** How much of each kind is found, and a link to it alone. */
export function KindSwitch({ filter, counts }: KindSwitchProps) {
  const kinds = [
    { kind: null, words: '全部', count: Object.values(counts).reduce((sum, count) => sum + count, 0) },
    ...search_kinds.map((kind) => ({ kind, words: search_kind_words[kind], count: counts[kind] })),
  ]
  return (
    <nav className="place-views kind-switch" aria-label="结果的种类">
      {kinds.map(({ kind, words, count }) => (
        <a
          key={words}
          href={resultsRoute({ ...filter, kind })}
          aria-current={filter.kind === kind ? 'page' : undefined}
          className={count === 0 ? 'quiet' : ''}
        >
          {words} <span className="number small">{count.toLocaleString('zh-CN')}</span>
        </a>
      ))}
    </nav>
  )
}
