import { useCallback, useMemo, useState } from 'react'
import {
  ColumnLayout,
  moveColumn,
  no_layout,
  type PlacedColumn,
  placeColumns,
  showColumn,
  widenColumn,
} from './column-layout.ts'
import type { GridColumn } from './grid-column.ts'

export interface ColumnControl {
  placed: readonly PlacedColumn[]
  /** Those that are shown, in order. */
  shown: readonly GridColumn[]
  show(field: string, is_shown: boolean): void
  move(field: string, by: -1 | 1): void
  widen(field: string, width: number): void
  reset(): void
}

function remembered(place: string): ColumnLayout {
  try {
    return ColumnLayout.parse(JSON.parse(window.localStorage.getItem(place) ?? 'null'))
  } catch {
    return no_layout
  }
}

/** The columns as this screen's clerk wants them; kept on this PC under the grid's name. */
export function useColumnLayout(name: string, columns: readonly GridColumn[]): ColumnControl {
  const place = `grid-columns:${name}`
  const [layout, setLayout] = useState(() => remembered(place))
  const change = useCallback(
    (next: ColumnLayout) => {
      window.localStorage.setItem(place, JSON.stringify(next))
      setLayout(next)
    },
    [place],
  )
  return useMemo(() => {
    const placed = placeColumns(columns, layout)
    return {
      placed,
      shown: placed.filter(({ is_shown }) => is_shown).map(({ column }) => column),
      show: (field, is_shown) => change(showColumn(columns, layout, field, is_shown)),
      move: (field, by) => change(moveColumn(columns, layout, field, by)),
      widen: (field, width) => change(widenColumn(columns, layout, field, width)),
      reset: () => change(no_layout),
    }
  }, [columns, layout, change])
}
