import type { KeyboardEvent } from 'react'

/** Enter in a one-line field goes on to the next field, as in a spreadsheet; lists, dates and long texts keep their own. */
export function goOnWithEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const field = event.target
  if (event.key !== 'Enter' || event.ctrlKey || event.shiftKey || event.nativeEvent.isComposing) return
  if (!(field instanceof HTMLInputElement) || event.defaultPrevented) return
  if (field.getAttribute('role') === 'combobox' || field.closest('.ant-picker') !== null) return
  event.preventDefault()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input, textarea')].filter(
    (other) => other.offsetParent !== null && !other.hasAttribute('disabled'),
  )
  fields[fields.indexOf(field) + 1]?.focus()
}

/** The first field of a form, for the moment it opens. */
export function focusFirstField(holder: HTMLElement | null): void {
  if (holder === null || holder.contains(document.activeElement)) return
  holder.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled])')?.focus()
}
