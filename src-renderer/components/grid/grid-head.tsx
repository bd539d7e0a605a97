import { memo, type PointerEvent } from 'react'
import type { GridColumn } from './grid-column.ts'
import type { GridPlaces } from './grid-places.ts'
import { type Marked, rangeOf } from './marked-cells.ts'
import type { ColumnControl } from './use-column-layout.ts'

interface GridHeadProps {
  columns: readonly GridColumn[]
  places: GridPlaces
  marked: Marked
  control: ColumnControl
  onMarkColumn: (column: number, is_more: boolean) => void
  /** Whether all rows are ticked; null where they cannot be. */
  all_ticked: boolean | null
  onTickAll: (is_ticked: boolean) => void
}

export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { columns, places, marked, control, onMarkColumn } = props
  const { left, right } = rangeOf(marked)
  return (
    <div role="row" className="grid-head" aria-rowindex={1}>
      <div
        role="columnheader"
        className="grid-column-head grid-pinned"
        style={{ width: places.head_width, left: 0 }}
        aria-label="行号"
      >
        {props.all_ticked !== null && (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label="全部勾选"
            checked={props.all_ticked}
            onMouseDown={(event) => event.preventDefault()}
            onChange={(event) => props.onTickAll(event.target.checked)}
          />
        )}
      </div>
      {columns.map(({ field, title, width, is_required }, at) => {
        const pinned_at = places.pinned_at[at]
        return (
          <div
            key={field}
            role="columnheader"
            aria-colindex={at + 2}
            className={[
              'grid-column-head',
              pinned_at === undefined ? '' : 'grid-pinned',
              at >= left && at <= right ? 'is-marked' : '',
            ].join(' ')}
            style={pinned_at === undefined ? { width } : { width, left: pinned_at }}
            title={title}
            onPointerDown={(event) => {
              if (event.button === 0) event.preventDefault()
              if (event.button === 0) onMarkColumn(at, event.shiftKey)
            }}
          >
            <span className={is_required ? 'grid-required' : undefined}>{title}</span>
            <span
              className="grid-grip"
              aria-hidden="true"
              onPointerDown={(event) => dragWidth(event, width, (next) => control.widen(field, next))}
            />
          </div>
        )
      })}
    </div>
  )
})

function dragWidth(event: PointerEvent<HTMLElement>, width: number, widen: (width: number) => void): void {
  event.preventDefault()
  event.stopPropagation()
  const grip = event.currentTarget
  const from = event.clientX
  grip.setPointerCapture(event.pointerId)
  const move = (moved: globalThis.PointerEvent) => widen(width + moved.clientX - from)
  grip.addEventListener('pointermove', move)
  grip.addEventListener('pointerup', () => grip.removeEventListener('pointermove', move), { once: true })
}
