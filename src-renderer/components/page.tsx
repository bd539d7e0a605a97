// Components know no subject: what every screen is made of.
import type { ReactNode } from 'react'
import { goOnFromList } from './list-keys.ts'
import { PlaceViews } from './place-views.tsx'

interface PageProps {
  title: string
  /** Where and when one is: 第47周（11月16日—11月20日）· 已收 9/12 */
  subtitle?: ReactNode
  /** At most one of them primary. */
  actions?: ReactNode
  /** The body does not scroll as a whole; its table does. */
  is_fixed?: boolean
  children: ReactNode
}

export function Page({ title, subtitle, actions, is_fixed = false, children }: PageProps) {
  return (
    <main className="page" aria-label={title} onKeyDownCapture={goOnFromList}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </div>
        <div className="page-actions">{actions}</div>
      </header>
      <PlaceViews />
      <div className={is_fixed ? 'page-body is-fixed' : 'page-body'}>{children}</div>
    </main>
  )
}
