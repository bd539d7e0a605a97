import { useEffect, useState } from 'react'

/** Gives the focus back to what had it before this opened, unless it has gone somewhere else meanwhile. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) {
          before.focus({ preventScroll: true })
        }
      })
    },
    [before],
  )
}
