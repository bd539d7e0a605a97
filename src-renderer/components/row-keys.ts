import type { KeyboardEvent } from 'react'

/** What the keys of a focused row do, besides moving with ↑ ↓ Home End and ticking with the blank key. */
export interface RowKeys<Row> {
  /** Enter */
  onOpen?: (row: Row) => void
  /** F2 */
  onEdit?: (row: Row) => void
  /** Delete */
  onRemove?: (row: Row) => void
  /** Alt+↑ and Alt+↓ */
  onMove?: (row: Row, by: -1 | 1) => void
}

export function onRowKey<Row>(event: KeyboardEvent<HTMLElement>, row: Row, keys: RowKeys<Row>): void {
  if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
  const action = event.altKey ? moveOf(event, row, keys) : actionOf(event, row, keys)
  if (action === undefined) return
  event.preventDefault()
  action()
}

function moveOf<Row>(event: KeyboardEvent, row: Row, { onMove }: RowKeys<Row>): (() => void) | undefined {
  if (event.key === 'ArrowUp') return () => onMove?.(row, -1)
  if (event.key === 'ArrowDown') return () => onMove?.(row, 1)
  return undefined
}

function actionOf<Row>(
  event: KeyboardEvent<HTMLElement>,
  row: Row,
  keys: RowKeys<Row>,
): (() => void) | undefined {
  const element = event.currentTarget
  switch (event.key) {
    case 'ArrowDown':
      return () => focusRow(element.nextElementSibling)
    case 'ArrowUp':
      return () => focusRow(element.previousElementSibling)
    case 'Home':
      return () => focusRow(element.parentElement?.querySelector('[data-row-key]') ?? null)
    case 'End':
      return () => focusRow(element.parentElement?.lastElementChild ?? null)
    case 'Enter':
      return () => keys.onOpen?.(row)
    case 'F2':
      return () => keys.onEdit?.(row)
    case 'Delete':
      return () => keys.onRemove?.(row)
    case ' ':
      return () => element.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
    default:
      return undefined
  }
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement && row.dataset.rowKey !== undefined) row.focus()
}
