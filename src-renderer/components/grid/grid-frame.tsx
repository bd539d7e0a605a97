import { App } from 'antd'
import { type ClipboardEvent, type RefObject, useCallback, useRef } from 'react'
import type { GridColumn } from './grid-column.ts'
import { type EditorHandle, GridEditor } from './grid-editor.tsx'
import { GridHead } from './grid-head.tsx'
import type { GridCommand } from './grid-keys.ts'
import { lowest_row } from './grid-layout.ts'
import { GridMarks } from './grid-marks.tsx'
import { head_height, useGridPlaces } from './grid-places.ts'
import { GridRow, row_head_width, ticked_head_width } from './grid-row.tsx'
import { useEditorPlace, useRowWindow, useScrollToMarked } from './grid-window.ts'
import type { Marked } from './marked-cells.ts'
import type { Ticks } from './row-deeds.ts'
import type { SheetRow } from './sheet-rows.ts'
import { parseTsv, writeHtmlTable, writeTsv } from './tsv.ts'
import type { ColumnControl } from './use-column-layout.ts'
import { useDragging } from './use-dragging.ts'
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
  onDeedKey: (key: string) => boolean
  ticks?: Ticks | undefined
  takes_focus: boolean
  /** Why nothing can be typed into any row. */
  locked: string
}

/** The window of the grid: what scrolls, the marks over it, and the field over the active cell. */
export function GridFrame(props: GridFrameProps) {
  const { label, actions, marked, rows, columns, editor, ticks } = props
  const { message } = App.useApp()
  const scroller = useRef<HTMLDivElement>(null)
  const places = useGridPlaces(rows, columns, ticks ? ticked_head_width : row_head_width)
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
  const setTicks = ticks?.set
  const onTick = useCallback((id: number, is_ticked: boolean) => setTicks?.([id], is_ticked), [setTicks])
  const onTickAll = useCallback(
    (is_ticked: boolean) =>
      setTicks?.(
        actions.rows().flatMap(({ id }) => id ?? []),
        is_ticked,
      ),
    [setTicks, actions],
  )
  const there = ticks ? rows.filter(({ id }) => id !== null) : []
  const onClipboard = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    event.preventDefault()
    if (event.type === 'paste') {
      const block = parseTsv(event.clipboardData.getData('text/plain'))
      const { lost_columns, locked_rows } = actions.paste(block)
      if (lost_columns > 0) message.warning(`右边放不下：有 ${lost_columns} 列没有粘贴。`)
      if (locked_rows > 0) message.warning(`有 ${locked_rows} 行不能修改，没有粘贴进去。`)
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
            all_ticked={
              ticks ? there.length > 0 && there.every(({ id }) => id !== null && ticks.ids.has(id)) : null
            }
            onTickAll={onTickAll}
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
                head_width={places.head_width}
                is_ticked={ticks ? row.id !== null && ticks.ids.has(row.id) : null}
                onTick={onTick}
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
          takes_focus={props.takes_focus}
          locked={props.locked}
          onCommand={props.onCommand}
          onDeedKey={props.onDeedKey}
          onClipboard={onClipboard}
        />
      </div>
    </div>
  )
}
