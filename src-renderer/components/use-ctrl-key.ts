import { useEffect, useRef } from 'react'

/** A key of the whole page with Ctrl held, such as `n`; it rests while a dialog stands over the page. */
export function useCtrlKey(key: string, onKey: () => void): void {
  const handler = useRef(onKey)
  useEffect(() => {
    handler.current = onKey
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.isComposing) return
      if (event.key.toLowerCase() !== key || document.querySelector('[aria-modal=true], dialog[open]')) return
      event.preventDefault()
      handler.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [key])
}
