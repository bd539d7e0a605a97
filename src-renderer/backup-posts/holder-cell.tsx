import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

interface HolderCellProps {
  /** A岗 ZZ-DJ-001 */
  label: string
  /** What it shows while nobody edits it. */
  children: ReactNode
  editor: (onLeave: () => void) => ReactNode
}

/**
 * A cell of the AB list that is text until it is clicked, entered or typed into. The arrows go from cell to cell, and
 * the first letter typed, of an input method too, already looks for the name.
 */
export function HolderCell({ label, children, editor }: HolderCellProps) {
  const [is_editing, setEditing] = useState(false)
  const was_editing = useRef(false)
  const leave = () => {
    was_editing.current = true
    setEditing(false)
  }
  if (is_editing) return editor(leave)
  return (
    <button
      type="button"
      className="holder-cell"
      aria-label={label}
      ref={(button) => {
        if (button === null || !was_editing.current) return
        was_editing.current = false
        if (document.activeElement === document.body) button.focus()
      }}
      onClick={() => setEditing(true)}
      onKeyDown={(event) => {
        const is_letter = (event.key.length === 1 && event.key !== ' ') || event.key === 'Process'
        if (event.ctrlKey || event.altKey || event.metaKey) return
        if (event.key === 'F2' || is_letter) flushSync(() => setEditing(true))
        else moveToCell(event)
      }}
    >
      {children}
    </button>
  )
}

function moveToCell(event: KeyboardEvent<HTMLElement>): void {
  const row = event.currentTarget.closest('[data-row-key]')
  const cells = cellsOf(row)
  const column = cells.indexOf(event.currentTarget)
  const next: Record<string, HTMLElement | undefined> = {
    ArrowLeft: cells[column - 1],
    ArrowRight: cells[column + 1],
    ArrowUp: cellsOf(row?.previousElementSibling)[column],
    ArrowDown: cellsOf(row?.nextElementSibling)[column],
  }
  if (!Object.hasOwn(next, event.key)) return
  event.preventDefault()
  next[event.key]?.focus()
}

function cellsOf(row: Element | null | undefined): HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>('.holder-cell') ?? [])]
}
