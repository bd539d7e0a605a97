// Ask now, and again after every change anywhere: the screen never keeps its own copy of what the database knows.
import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import type { Input, Method, Output } from '../src-shared/contract.ts'
import type { Problem } from '../src-shared/problem.ts'
import { call, problemFrom } from './call.ts'

export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
    },
  },
})

window.bridge.onChanged(() => void answers.invalidateQueries())

/** Asks before the screen that shows the answer is drawn, so that both are ready at the same time. */
export function askAhead<M extends Method>(method: M, input: Input<M>): void {
  void answers.prefetchQuery({ queryKey: [method, input], queryFn: () => call(method, input) })
}

/** For what is done at a click: the answer as it stands, asked again only after a change. */
export async function askOnce<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  return await answers.fetchQuery({ queryKey: [method, input], queryFn: () => call(method, input) })
}

export type Answer<T> =
  | { state: 'waiting' }
  /** `is_old`: the value still belongs to the question before, while the new one is on its way. */
  | { state: 'ready'; value: T; is_old: boolean }
  | { state: 'failed'; problem: Problem }

export function useAnswer<M extends Method>(method: M, input: Input<M>): Answer<Output<M>> {
  const query = useQuery({
    queryKey: [method, input],
    queryFn: () => call(method, input),
    placeholderData: keepPreviousData,
  })
  if (query.error !== null) return { state: 'failed', problem: problemFrom(query.error) }
  if (query.data === undefined) return { state: 'waiting' }
  return { state: 'ready', value: query.data as Output<M>, is_old: query.isPlaceholderData }
}

/** The value, or `fallback` until it is there: for lists of choices in a form. */
export function useValue<M extends Method>(method: M, input: Input<M>, fallback: Output<M>): Output<M> {
  const answer = useAnswer(method, input)
  return answer.state === 'ready' ? answer.value : fallback
}
