import { type RefObject, useLayoutEffect, useState } from 'react'
import { type MatrixWidths, row_height, widthsIn } from './matrix-sizes.ts'

/** Rows and columns that are drawn: those in sight and a few around them; and how wide the columns are. */
export interface MatrixWindow extends MatrixWidths {
  first_row: number
  last_row: number
  first_column: number
  last_column: number
}

/** Moving by less than this draws nothing anew. */
const step = 8
const around = 8

function windowOf(element: HTMLElement, rows: number, columns: number): MatrixWindow {
  const first = (scrolled: number, size: number) =>
    Math.max(Math.floor(scrolled / size / step) * step - around, 0)
  const last = (end: number, size: number, count: number) =>
    Math.min(Math.ceil(end / size / step) * step + around, count - 1)
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = element
  const widths = widthsIn(clientWidth, columns)
  return {
    ...widths,
    first_row: first(scrollTop, row_height),
    last_row: last(scrollTop + clientHeight, row_height, rows),
    first_column: first(scrollLeft, widths.column),
    last_column: last(scrollLeft + clientWidth, widths.column, columns),
  }
}

const nothing: MatrixWindow = {
  first_row: 0,
  last_row: -1,
  first_column: 0,
  last_column: -1,
  ...widthsIn(0, 0),
}

export function useMatrixWindow(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  columns: number,
): MatrixWindow {
  const [shown, setShown] = useState(nothing)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = () => {
      const next = windowOf(element, rows, columns)
      setShown((before) => (isSame(before, next) ? before : next))
    }
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [scroller, rows, columns])
  return shown
}

function isSame(one: MatrixWindow, other: MatrixWindow): boolean {
  return (Object.keys(one) as (keyof MatrixWindow)[]).every((key) => one[key] === other[key])
}
