import type { GridColumn } from './grid-column.ts'
import type { GridPlaces } from './grid-places.ts'
import { type CellRange, isOneCell, type Marked, rangeOf } from './marked-cells.ts'

interface GridMarksProps {
  marked: Marked
  places: GridPlaces
  columns: readonly GridColumn[]
}

/** The active cell and the selected range, drawn over the cells: moving about draws no cell again. */
export function GridMarks({ marked, places, columns }: GridMarksProps) {
  const pinned = columns.filter((column) => column.is_pinned).length
  const range = rangeOf(marked)
  const { row, column } = marked.active
  const active = { top: row, left: column, bottom: row, right: column }
  return (
    <>
      <div className="grid-pinned-marks" aria-hidden="true">
        {!isOneCell(range) && <Mark range={clip(range, 0, pinned - 1)} places={places} kind="range" />}
        <Mark range={clip(active, 0, pinned - 1)} places={places} kind="active" />
      </div>
      <div className="grid-marks" aria-hidden="true">
        {!isOneCell(range) && (
          <Mark range={clip(range, pinned, columns.length)} places={places} kind="range" />
        )}
        <Mark range={clip(active, pinned, columns.length)} places={places} kind="active" />
      </div>
    </>
  )
}

function clip(range: CellRange, first: number, last: number): CellRange | null {
  const left = Math.max(range.left, first)
  const right = Math.min(range.right, last)
  return left > right ? null : { ...range, left, right }
}

function Mark({
  range,
  places,
  kind,
}: {
  range: CellRange | null
  places: GridPlaces
  kind: 'range' | 'active'
}) {
  if (range === null) return null
  const box = places.boxOf(range)
  return <div className={`grid-mark grid-mark-${kind}`} style={box} />
}
