import { useMemo, useRef, useState } from 'react'
import { blockOf, fillDown, fillRight, fillWith, type PlacedText, pasteInto } from './block-edits.ts'
import type { Cells, GridColumn } from './grid-column.ts'
import { type CellPlace, type GridBounds, type Marked, markOne, rangeOf } from './marked-cells.ts'
import type { Sheet } from './sheet.ts'
import { isBlank, type SheetRow, textIn } from './sheet-rows.ts'

export interface GridWish {
  sheet: Sheet
  /** Those that are shown. */
  columns: readonly GridColumn[]
  today: string
  /** What a new row begins with. */
  defaults?: Cells
  /** Why nothing can be typed into any row; empty when it can. */
  locked: string
  /** Rows that the book has are deleted in the screen's own way. */
  onRemove?: (ids: number[]) => void
}

/** What can be done in a grid, whoever asks: keys, mouse, clipboard, buttons. */
export interface GridActions {
  rows(): readonly SheetRow[]
  columns(): readonly GridColumn[]
  marked(): Marked
  bounds(page: number): GridBounds
  textAt(place: CellPlace): string
  mark(next: Marked): void
  goTo(key: string, field: string): void
  /** Keeps what is being typed into the active cell against a crash; null when it is given up. */
  keepOpen(text: string | null): void
  /** Puts a text into the active cell, or into all that are selected. */
  put(text: string, where: 'cell' | 'range'): void
  fill(direction: 'down' | 'right'): void
  putToday(): void
  clear(): void
  selectedBlock(): string[][]
  /** Answers how many columns found no place, and into how many rows nothing can be typed. */
  paste(block: readonly (readonly string[])[]): { lost_columns: number; locked_rows: number }
  insertRows(): void
  removeRows(): void
  /** Saves what was typed into the active row. */
  leaveRow(): void
}

export function useGrid(wish: GridWish): { actions: GridActions; marked: Marked } {
  const [chosen, setMarked] = useState<Marked>(() => markOne({ row: 0, column: firstToType(wish.columns) }))
  const marked = fitInto(chosen, wish.sheet.rows().length, wish.columns.length)
  const latest = useRef({ ...wish, marked })
  // Keys come faster than drawings: each must see what the one before has done.
  latest.current = { ...wish, marked }
  const actions = useMemo(
    () =>
      createActions(
        () => latest.current,
        (next) => {
          latest.current.marked = next
          setMarked(next)
        },
      ),
    [],
  )
  return { actions, marked }
}

/** A filter or a hidden column may have taken the marked cells away. */
function fitInto(marked: Marked, rows: number, columns: number): Marked {
  const isThere = ({ row, column }: CellPlace) => row < rows && column < columns
  if ([marked.active, marked.anchor, marked.edge].every(isThere)) return marked
  const { row, column } = marked.active
  return markOne({ row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) })
}

/** One begins where something can be typed. */
function firstToType(columns: readonly GridColumn[]): number {
  return Math.max(
    columns.findIndex(({ kind }) => !kind.is_fixed),
    0,
  )
}

function createActions(
  now: () => GridWish & { marked: Marked },
  setMarked: (marked: Marked) => void,
): GridActions {
  const rows = () => now().sheet.rows()
  const textAt = ({ row, column }: CellPlace) => {
    const [at, field] = [rows()[row], now().columns[column]?.field]
    return at && field !== undefined ? textIn(at, field) : ''
  }
  const keyAt = (row: number) => rows()[row]?.key

  /** One step, saved at once when it reaches beyond the active row; else when the row is left. Answers the locked rows. */
  function edit(placed: readonly PlacedText[]): number {
    const { sheet, columns, marked, defaults } = now()
    if (now().locked !== '') return new Set(placed.map(({ row }) => row)).size
    const lowest = Math.max(0, ...placed.map(({ row }) => row))
    if (lowest >= rows().length) sheet.insertBlank(rows().length, lowest - rows().length + 1)
    const locked = new Set<number>()
    const edits = placed.flatMap(({ row, column, text }) => {
      const [at, to] = [rows()[row], columns[column]]
      if (at === undefined || to === undefined || to.kind.is_fixed) return []
      if (at.locked === '') return { key: at.key, field: to.field, text: to.kind.read(text) }
      locked.add(row)
      return []
    })
    sheet.edit(edits, defaults)
    const touched = new Set(edits.map(({ key }) => key))
    touched.delete(keyAt(marked.active.row) ?? '')
    if (touched.size > 0) void sheet.save(edits.map(({ key }) => key))
    return locked.size
  }

  function mark(next: Marked): void {
    const before = keyAt(now().marked.active.row)
    setMarked(next)
    if (before !== undefined && before !== keyAt(next.active.row)) void now().sheet.save([before])
  }

  return {
    rows,
    columns: () => now().columns,
    marked: () => now().marked,
    bounds: (page) => ({
      rows: rows().length,
      columns: now().columns.length,
      page,
      last_filled_row: rows().findLastIndex((row) => !isBlank(row)),
      isFilled: (place) => textAt(place) !== '',
    }),
    textAt,
    mark,
    goTo(key, field) {
      const row = rows().findIndex((one) => one.key === key)
      const column = now().columns.findIndex((one) => one.field === field)
      if (row >= 0) mark(markOne({ row, column: Math.max(column, 0) }))
    },
    keepOpen(text) {
      const { sheet, columns, marked } = now()
      const [key, field] = [keyAt(marked.active.row), columns[marked.active.column]?.field]
      const is_open = text !== null && key !== undefined && field !== undefined
      sheet.keepOpen(is_open ? { key, field, text } : null)
    },
    put(text, where) {
      const { marked } = now()
      if (where === 'range') edit(fillWith(rangeOf(marked), text))
      else edit([{ ...marked.active, text }])
    },
    fill(direction) {
      const range = rangeOf(now().marked)
      edit(direction === 'down' ? fillDown(range, textAt) : fillRight(range, textAt))
    },
    putToday: () => void edit([{ ...now().marked.active, text: now().today }]),
    clear: () => void edit(fillWith(rangeOf(now().marked), '')),
    selectedBlock: () => blockOf(rangeOf(now().marked), textAt),
    paste(block) {
      const { marked, columns } = now()
      const { edits, covered, lost_columns } = pasteInto(block, rangeOf(marked), columns.length)
      const locked_rows = edit(edits)
      const [anchor, edge] = [
        { row: covered.top, column: covered.left },
        { row: covered.bottom, column: covered.right },
      ]
      setMarked({ active: anchor, anchor, edge, run_column: null })
      return { lost_columns, locked_rows }
    },
    insertRows() {
      const { top, bottom } = rangeOf(now().marked)
      now().sheet.insertBlank(top, bottom - top + 1)
    },
    removeRows() {
      const { top, bottom } = rangeOf(now().marked)
      const chosen = rows().slice(top, bottom + 1)
      now().sheet.discard(chosen.map(({ key }) => key))
      const ids = chosen.flatMap(({ id }) => (id === null ? [] : [id]))
      if (ids.length > 0) now().onRemove?.(ids)
    },
    leaveRow() {
      const key = keyAt(now().marked.active.row)
      if (key !== undefined) void now().sheet.save([key])
    },
  }
}
