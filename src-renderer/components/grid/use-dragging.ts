import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { EditorHandle } from './grid-editor.tsx'
import type { GridPlaces } from './grid-places.ts'
import { type CellPlace, extendTo, markOne } from './marked-cells.ts'
import type { GridActions } from './use-grid.ts'

/** Pressing marks a cell, a row or a column; dragging and Shift select from there. */
export function useDragging(
  scroller: RefObject<HTMLDivElement | null>,
  places: GridPlaces,
  actions: GridActions,
  editor: RefObject<EditorHandle | null>,
) {
  const end = useRef<(() => void) | null>(null)
  useEffect(() => () => end.current?.(), [])
  const placeOf = (event: { clientX: number; clientY: number }): CellPlace & { is_head: boolean } => {
    const element = scroller.current
    const box = element?.getBoundingClientRect() ?? { left: 0, top: 0 }
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const is_pinned = x < places.pinned_width
    const cell = places.cellAt(
      x + (is_pinned ? 0 : (element?.scrollLeft ?? 0)),
      y + (element?.scrollTop ?? 0),
    )
    return { ...cell, is_head: x < (places.column_lefts[0] ?? 0) }
  }
  return (event: PointerEvent<HTMLDivElement>) => {
    const target = event.target as Element
    if (event.button !== 0 || target === scroller.current || target.closest('.grid-head, a, input')) return
    event.preventDefault()
    editor.current?.finish()
    editor.current?.focus()
    const { is_head, ...place } = placeOf(event)
    const last_column = actions.columns().length - 1
    const select = (to: CellPlace) => {
      const from = actions.marked()
      if (!is_head) return actions.mark(extendTo(from, to))
      actions.mark({ ...from, edge: { row: to.row, column: last_column } })
    }
    if (event.shiftKey) select(place)
    else if (is_head) {
      const anchor = { row: place.row, column: 0 }
      actions.mark({ ...markOne(anchor), edge: { row: place.row, column: last_column } })
    } else actions.mark(markOne(place))
    if (event.detail === 2 && !is_head) editor.current?.edit()
    const drag = (moved: globalThis.PointerEvent) => {
      const { is_head: _, ...to } = placeOf(moved)
      const { edge } = actions.marked()
      if (to.row !== edge.row || (to.column !== edge.column && !is_head)) select(to)
    }
    const stop = () => {
      window.removeEventListener('pointermove', drag)
      window.removeEventListener('pointerup', stop)
      end.current = null
    }
    end.current?.()
    end.current = stop
    window.addEventListener('pointermove', drag)
    window.addEventListener('pointerup', stop)
  }
}
