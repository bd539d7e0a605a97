import type { ReactNode } from 'react'
import './data-table.css'

interface CellButtonProps {
  onClick: () => void
  /** Read out and shown on hovering, where the word alone does not say what it acts on. */
  label?: string
  disabled?: boolean
  children: ReactNode
}

/**
 * A word in a table that does something. No stop of the Tab key, since a key of its row does the same; and no antd
 * button, a hundred of which take a tenth of a second to draw.
 */
export function CellButton({ onClick, label, disabled = false, children }: CellButtonProps) {
  return (
    <button
      type="button"
      className="cell-button"
      tabIndex={-1}
      disabled={disabled}
      onClick={onClick}
      {...(label === undefined ? {} : { 'aria-label': label, title: label })}
    >
      {children}
    </button>
  )
}
