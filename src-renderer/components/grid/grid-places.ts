import { useMemo } from 'react'
import type { GridColumn } from './grid-column.ts'
import { heightOf, indexAt, offsetsOf } from './grid-layout.ts'
import type { CellPlace, CellRange } from './marked-cells.ts'
import { type SheetRow, textIn } from './sheet-rows.ts'

export const head_height = 34

/** Where everything lies in the scrolled space, below the head and behind the row numbers. */
export interface GridPlaces {
  row_tops: readonly number[]
  column_lefts: readonly number[]
  pinned_at: readonly (number | undefined)[]
  width: number
  height: number
  /** Of the row numbers, with the ticks beside them. */
  head_width: number
  /** Row numbers and pinned columns together. */
  pinned_width: number
  boxOf(range: CellRange): { top: number; left: number; width: number; height: number }
  cellAt(x: number, y: number): CellPlace
}

export function useGridPlaces(
  rows: readonly SheetRow[],
  columns: readonly GridColumn[],
  head_width: number,
): GridPlaces {
  // Heights of rows that stay the same are not counted again; other columns or widths make all of them new.
  const known = useMemo(() => new Map([[columns, new WeakMap<SheetRow, number>()]]), [columns])
  return useMemo(() => {
    const heights = known.get(columns) ?? new WeakMap<SheetRow, number>()
    const row_tops = offsetsOf(
      rows.map((row) => {
        const counted = heights.get(row) ?? heightOf((field) => textIn(row, field), columns)
        heights.set(row, counted)
        return counted
      }),
    )
    return placesOf(row_tops, columns, head_width)
  }, [rows, columns, head_width, known])
}

function placesOf(
  row_tops: readonly number[],
  columns: readonly GridColumn[],
  head_width: number,
): GridPlaces {
  const column_lefts = offsetsOf(columns.map(({ width }) => width)).map((left) => left + head_width)
  const pinned = columns.filter((column) => column.is_pinned).length
  return {
    row_tops,
    column_lefts,
    pinned_at: columns.map((_, at) => (at < pinned ? column_lefts[at] : undefined)),
    width: column_lefts.at(-1) ?? head_width,
    height: (row_tops.at(-1) ?? 0) + head_height,
    head_width,
    pinned_width: column_lefts[pinned] ?? head_width,
    boxOf({ top, left, bottom, right }) {
      const y = row_tops[top] ?? 0
      const x = column_lefts[left] ?? 0
      return {
        top: y + head_height - 1,
        left: x - 1,
        width: (column_lefts[right + 1] ?? x) - x + 1,
        height: (row_tops[bottom + 1] ?? y) - y + 1,
      }
    },
    cellAt: (x, y) => ({ row: indexAt(row_tops, y - head_height), column: indexAt(column_lefts, x) }),
  }
}
