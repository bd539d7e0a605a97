// What of a grid is in sight: the rows to draw, the place of its field, and what is scrolled to.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { indexAt, lowest_row, scrollFor } from './grid-layout.ts'
import { type GridPlaces, head_height } from './grid-places.ts'
import type { CellPlace, Marked } from './marked-cells.ts'

const beyond = 6

/** The rows in sight and a few more; drawn anew only when others come into sight. */
export function useRowWindow(scroller: RefObject<HTMLDivElement | null>, places: GridPlaces, count: number) {
  const [span, setSpan] = useState<readonly [number, number]>([0, 40])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = () => {
      const top = element.scrollTop
      const first = Math.max(0, indexAt(places.row_tops, top) - beyond)
      const last = Math.min(count - 1, indexAt(places.row_tops, top + element.clientHeight) + beyond)
      setSpan((now) => (now[0] === first && now[1] === last ? now : [first, last]))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, places, count])
  return span
}

/** Keeps the field over the active cell, wherever that is scrolled to; it never leaves the grid's window. */
export function useEditorPlace(
  scroller: RefObject<HTMLDivElement | null>,
  places: GridPlaces,
  { active }: Marked,
): RefObject<HTMLDivElement | null> {
  const overlay = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [window, element] = [scroller.current, overlay.current]
    if (window === null || element === null) return
    const { row, column } = active
    const box = places.boxOf({ top: row, left: column, bottom: row, right: column })
    const is_pinned = places.pinned_at[column] !== undefined
    const place = () => {
      const x = box.left - (is_pinned ? 0 : window.scrollLeft)
      const y = box.top - window.scrollTop
      const left = Math.max(0, Math.min(x, window.clientWidth - 40))
      const top = Math.max(0, Math.min(y, window.clientHeight - lowest_row))
      element.style.transform = `translate(${left}px, ${top}px)`
      element.style.setProperty('--room', `${window.clientWidth - left}px`)
      element.toggleAttribute('data-low', top > window.clientHeight * 0.55)
      element.toggleAttribute('data-right', window.clientWidth - left < 320)
    }
    element.style.setProperty('--cell-width', `${box.width}px`)
    element.style.setProperty('--cell-height', `${box.height}px`)
    place()
    window.addEventListener('scroll', place, { passive: true })
    return () => window.removeEventListener('scroll', place)
  }, [scroller, places, active])
  return overlay
}

/** What was gone to comes into sight: the far end of a selection that grows, else the active cell. */
export function useScrollToMarked(
  scroller: RefObject<HTMLDivElement | null>,
  places: GridPlaces,
  marked: Marked,
): void {
  const latest = useRef(places)
  useLayoutEffect(() => {
    latest.current = places
  })
  const before = useRef(marked)
  useLayoutEffect(() => {
    const element = scroller.current
    const { active, edge } = marked
    const is_growing = before.current.active === active && before.current.edge !== edge
    const is_first = before.current === marked
    before.current = marked
    if (element === null) return
    const reveal = () => scrollTo(element, latest.current, is_growing ? edge : active)
    if (!is_first) reveal()
    // The list of what is wrong comes below and takes room.
    let height = element.clientHeight
    const observer = new ResizeObserver(() => {
      if (element.clientHeight < height) reveal()
      height = element.clientHeight
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, marked])
}

function scrollTo(element: HTMLElement, places: GridPlaces, to: CellPlace): void {
  const { row_tops, column_lefts, pinned_at, pinned_width } = places
  const across = { from: column_lefts[to.column] ?? 0, to: column_lefts[to.column + 1] ?? 0 }
  const down = { from: (row_tops[to.row] ?? 0) + head_height, to: (row_tops[to.row + 1] ?? 0) + head_height }
  element.scrollTop = scrollFor(down, {
    scroll: element.scrollTop,
    size: element.clientHeight,
    lead: head_height,
  })
  if (pinned_at[to.column] !== undefined) return
  element.scrollLeft = scrollFor(across, {
    scroll: element.scrollLeft,
    size: element.clientWidth,
    lead: pinned_width,
  })
}
