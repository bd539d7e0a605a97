import type { KeyboardEvent } from 'react'

const reachable = 'input, textarea, button, a[href], [tabindex="0"]'

/**
 * antd's lists take the Tab key for themselves: they choose the marked line, be it only the first, and stay. Here Tab
 * chooses what was looked for by typing, leaves the value alone where nothing was typed, and always goes on. Listens
 * before the list does, from the page around it.
 */
export function goOnFromList(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target
  if (!(field instanceof HTMLInputElement) || event.key !== 'Tab' || event.nativeEvent.isComposing) return
  if (field.getAttribute('role') !== 'combobox' || field.getAttribute('aria-expanded') !== 'true') return
  const is_free_text = field.closest('.ant-select-auto-complete') !== null
  if (is_free_text || field.value === '') {
    event.stopPropagation()
    return
  }
  const around = field.closest('form') ?? event.currentTarget
  const stops = [...around.querySelectorAll<HTMLElement>(reachable)].filter(
    (stop) =>
      stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.checkVisibility({ visibilityProperty: true }),
  )
  const next = stops[stops.indexOf(field) + (event.shiftKey ? -1 : 1)]
  setTimeout(() => {
    if (event.nativeEvent.defaultPrevented) next?.focus()
  })
}
