import type { ReactNode } from 'react'
import './data-table.css'

/** Under a table: how many rows there are, and the keys that work on a row. */
export function TableFoot({
  children,
  keys,
}: {
  children: ReactNode
  keys: readonly (readonly [key: string, what: string])[]
}) {
  return (
    <footer className="table-foot">
      <span role="status">{children}</span>
      <span className="keys" aria-hidden="true">
        {keys.map(([key, what]) => (
          <span key={key}>
            <kbd>{key}</kbd> {what}
          </span>
        ))}
      </span>
    </footer>
  )
}
