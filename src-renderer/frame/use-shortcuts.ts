import { useEffect, useRef } from 'react'
import { go, routeTo } from '../route.ts'
import { screens } from '../screens.tsx'

/** Ctrl+K searches, Alt+1 … Alt+9 go to the places of the navigation. */
export function useShortcuts({ onSearch }: { onSearch: () => void }): void {
  const search = useRef(onSearch)
  search.current = onSearch
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return
      if (event.ctrlKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        search.current()
      }
      const place = event.altKey && /^[1-9]$/.test(event.key) ? screens[Number(event.key) - 1] : undefined
      if (place !== undefined) {
        event.preventDefault()
        go(routeTo(place.name))
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
