import { createContext, useContext } from 'react'
import { routeTo } from '../route.ts'

export interface PlaceView {
  /** The word in the address, `#/duties?view=cards`; empty for the first view. */
  name: string
  title: string
}

interface Place {
  /** The screen's word in the address. */
  name: string
  title: string
  /** None when the place is one screen only. */
  views: readonly PlaceView[]
  current: string
}

/** Which place is open and what views it has; the frame sets it, the page head draws it. */
export const PlaceContext = createContext<Place>({ name: '', title: '', views: [], current: '' })

/** The views of a place as links below its name. The address says which one is open. */
export function PlaceViews() {
  const { name, title, views, current } = useContext(PlaceContext)
  if (views.length === 0) return null
  return (
    <nav className="place-views" aria-label={`${title}的视图`}>
      {views.map((view) => (
        <a
          key={view.name}
          href={routeTo(name, { view: view.name })}
          aria-current={view.name === current ? 'page' : undefined}
        >
          {view.title}
        </a>
      ))}
    </nav>
  )
}
