import { App } from 'antd'
import {
  type ClipboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { GridColumn } from './grid-column.ts'
import { type EditorHandle, GridEditor } from './grid-editor.tsx'
import { GridHead } from './grid-head.tsx'
import type { GridCommand } from './grid-keys.ts'
import { indexAt, lowest_row, scrollFor } from './grid-layout.ts'
import { GridMarks } from './grid-marks.tsx'
import { type GridPlaces, head_height, useGridPlaces } from './grid-places.ts'
import { GridRow } from './grid-row.tsx'
import { type CellPlace, extendTo, type Marked, markOne } from './marked-cells.ts'
import type { SheetRow } from './sheet-rows.ts'
import { parseTsv, writeHtmlTable, writeTsv } from './tsv.ts'
import type { ColumnControl } from './use-column-layout.ts'
import type { GridActions } from './use-grid.ts'

interface GridFrameProps {
  label: string
  actions: GridActions
  marked: Marked
  rows: readonly SheetRow[]
  columns: readonly GridColumn[]
  control: ColumnControl
  editor: RefObject<EditorHandle | null>
  onCommand: (command: GridCommand) => void
}

/** The window of the grid: what scrolls, the marks over it, and the field over the active cell. */
export function GridFrame(props: GridFrameProps) {
  const { label, actions, marked, rows, columns, editor } = props
  const { message } = App.useApp()
  const scroller = useRef<HTMLDivElement>(null)
  const places = useGridPlaces(rows, columns)
  const [first, last] = useRowWindow(scroller, places, rows.length)
  const overlay = useEditorPlace(scroller, places, marked)
  useScrollToMarked(scroller, places, marked)
  const onPointerDown = useDragging(scroller, places, actions, editor)
  const page = useCallback(() => {
    const height = scroller.current?.clientHeight ?? 0
    return Math.max(1, Math.floor((height - head_height) / lowest_row) - 1)
  }, [])

  const markColumn = useCallback(
    (column: number, is_more: boolean) => {
      editor.current?.finish()
      editor.current?.focus()
      const { active, anchor } = actions.marked()
      const bottom = Math.max(actions.bounds(1).last_filled_row, 0)
      const from = is_more ? anchor.column : column
      actions.mark({
        active: { row: active.row, column: is_more ? active.column : column },
        anchor: { row: 0, column: from },
        edge: { row: bottom, column },
        run_column: null,
      })
    },
    [actions, editor],
  )
  const onClipboard = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    event.preventDefault()
    if (event.type === 'paste') {
      const block = parseTsv(event.clipboardData.getData('text/plain'))
      const lost = actions.paste(block)
      if (lost > 0) message.warning(`右边放不下：有 ${lost} 列没有粘贴。`)
      return
    }
    const block = actions.selectedBlock()
    event.clipboardData.setData('text/plain', writeTsv(block))
    event.clipboardData.setData('text/html', writeHtmlTable(block))
    if (event.type === 'cut') actions.clear()
  }
  return (
    <div className="grid">
      <div ref={scroller} className="grid-scroll" onPointerDown={onPointerDown}>
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          className="grid-space"
          style={{ width: places.width, height: places.height }}
        >
          <GridHead
            columns={columns}
            places={places}
            marked={marked}
            control={props.control}
            onMarkColumn={markColumn}
          />
          {rows.slice(first, last + 1).map((row, at) => {
            const index = first + at
            const top = places.row_tops[index] ?? 0
            return (
              <GridRow
                key={row.key}
                row={row}
                index={index}
                top={top}
                height={(places.row_tops[index + 1] ?? top) - top}
                columns={columns}
                pinned_at={places.pinned_at}
              />
            )
          })}
          <GridMarks marked={marked} places={places} columns={columns} />
        </div>
      </div>
      <div ref={overlay} className="grid-editor">
        <GridEditor
          ref={editor}
          actions={actions}
          marked={marked}
          row={rows[marked.active.row]}
          column={columns[marked.active.column]}
          page={page}
          onCommand={props.onCommand}
          onClipboard={onClipboard}
        />
      </div>
    </div>
  )
}

const beyond = 6

/** The rows in sight and a few more; drawn anew only when others come into sight. */
function useRowWindow(scroller: RefObject<HTMLDivElement | null>, places: GridPlaces, count: number) {
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
function useEditorPlace(
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
function useScrollToMarked(
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
    const to = is_growing ? edge : active
    const is_first = before.current === marked
    before.current = marked
    if (element === null || is_first) return
    const { row_tops, column_lefts, pinned_at, pinned_width } = latest.current
    const across = { from: column_lefts[to.column] ?? 0, to: column_lefts[to.column + 1] ?? 0 }
    const down = {
      from: (row_tops[to.row] ?? 0) + head_height,
      to: (row_tops[to.row + 1] ?? 0) + head_height,
    }
    const [scroll, size] = [element.scrollTop, element.clientHeight]
    element.scrollTop = scrollFor(down, { scroll, size, lead: head_height })
    if (pinned_at[to.column] !== undefined) return
    const sideways = { scroll: element.scrollLeft, size: element.clientWidth, lead: pinned_width }
    element.scrollLeft = scrollFor(across, sideways)
  }, [scroller, marked])
}

/** Pressing marks a cell, a row or a column; dragging and Shift select from there. */
function useDragging(
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
    if (event.button !== 0 || target === scroller.current || target.closest('.grid-head, a')) return
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
