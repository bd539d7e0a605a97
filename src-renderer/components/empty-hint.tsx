import type { ReactNode } from 'react'

/** Nothing here yet: what this place is for, and the next step as a button. */
export function EmptyHint({
  title,
  children,
  actions,
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <section className="sheet empty-hint" aria-label={title}>
      <h2>{title}</h2>
      {children !== undefined && <p className="quiet">{children}</p>}
      {actions !== undefined && <div className="bar empty-hint-actions">{actions}</div>}
    </section>
  )
}
