import { useMemo } from 'react'
import { isEmptyFilter, SearchFilter } from '../../src-shared/search.ts'
import { go, routeTo, useRoute } from '../route.ts'

/** The address of 查找结果 with this question. */
export function resultsRoute(filter: SearchFilter): string {
  return routeTo('search', {
    q: filter.text,
    kind: filter.kind,
    year: filter.year,
    from: filter.from_on,
    to: filter.to_on,
    category: filter.category_id,
    group: filter.group_id,
    person: filter.staff_id,
    term: filter.retention,
  })
}

export const no_filter = SearchFilter.parse({})

/** What the address cannot mean is left out of the question. */
function filterOf(params: Readonly<Record<string, string>>): SearchFilter {
  const number = (name: string) => (params[name] === undefined ? null : Number(params[name]))
  const read = SearchFilter.safeParse({
    text: (params.q ?? '').slice(0, 60),
    kind: params.kind ?? null,
    year: number('year'),
    from_on: params.from ?? null,
    to_on: params.to ?? null,
    category_id: number('category'),
    group_id: number('group'),
    staff_id: number('person'),
    retention: params.term ?? null,
  })
  return read.success ? read.data : no_filter
}

export interface SearchFilterControl {
  filter: SearchFilter
  is_empty: boolean
  /** Anything besides the text and the kind. */
  is_narrowed: boolean
  set(part: Partial<SearchFilter>): void
}

/** The question as the address has it. */
export function useSearchFilter(): SearchFilterControl {
  const { params } = useRoute()
  const asked = JSON.stringify(filterOf(params))
  return useMemo(() => {
    const filter: SearchFilter = JSON.parse(asked)
    return {
      filter,
      is_empty: isEmptyFilter(filter),
      is_narrowed: !isEmptyFilter({ ...filter, text: '' }),
      set: (part) => window.location.replace(resultsRoute({ ...filter, ...part })),
    }
  }, [asked])
}

/** Opens the result page with this question; Back returns to where one was. */
export function showResults(filter: SearchFilter): void {
  go(resultsRoute(filter))
}

/** Said as long as an upgrade or a repair has left something to index. */
export function waitingWords(waiting: number): string {
  return `正在整理查找用的索引，还有 ${waiting.toLocaleString('zh-CN')} 条记录暂时找不到，稍后会自动补上。`
}
