import { useSyncExternalStore } from 'react'

/** Wide enough for two grids side by side. */
const wide = window.matchMedia('(min-width: 1680px)')

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

export function useWideWindow(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches)
}
