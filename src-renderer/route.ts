// Where one is lives in the address, `#/duties?group_id=3&open=12`: Back works, and a restart finds it again.
import { useCallback, useSyncExternalStore } from 'react'

export interface Route {
  /** `duties` */
  screen: string
  params: Readonly<Record<string, string>>
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  return { screen: path, params: Object.fromEntries(new URLSearchParams(query)) }
}

/** Empty and undefined params are left out. `routeTo('duties', { open: 12 }) // '#/duties?open=12'` */
export function routeTo(
  screen: string,
  params: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text === '' ? `#/${screen}` : `#/${screen}?${text}`
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export function go(hash: string): void {
  window.location.hash = hash
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return parseRoute(hash)
}

/** One parameter of the address as text (empty when absent), and what sets it without leaving the screen. */
export function useParam(name: string): [string, (value: string | number | null) => void] {
  const { params } = useRoute()
  const set = useCallback(
    (value: string | number | null) => {
      const now = parseRoute(window.location.hash)
      window.location.replace(routeTo(now.screen, { ...now.params, [name]: value }))
    },
    [name],
  )
  return [params[name] ?? '', set]
}
