import { columnName } from './cell-address.ts'
import { type CellValue, cellOf } from './cell-value.ts'
import type { CellKind, ReadRow } from './workbook.ts'

/**
 * Rows as they cross from the Excel process: five lists, which are copied in a fifth of the time of some thousand objects.
 * Addresses follow from row and column; the date of a cell is the beginning of its text.
 */
export interface PackedRows {
  /** For each row three: its number, 1 when it is hidden, how many cells it has. */
  rows: Int32Array
  /** For each cell: its column × 16, plus 8 for a formula, plus the position of its kind. */
  cells: Int32Array
  /** For each cell the place of its text: most texts of an office stand there many times. */
  places: Int32Array
  texts: string[]
  /** For each cell, NaN where it has none. */
  numbers: Float64Array
}

const kinds: readonly CellKind[] = ['text', 'number', 'date', 'boolean', 'error']
const formula = 8

export function packRows(rows: readonly ReadRow[]): PackedRows {
  const count = rows.reduce((sum, { cells }) => sum + cells.length, 0)
  const packed: PackedRows = {
    rows: new Int32Array(rows.length * 3),
    cells: new Int32Array(count),
    places: new Int32Array(count),
    texts: [],
    numbers: new Float64Array(count),
  }
  const places = new Map<string, number>()
  let next = 0
  for (const [at, { number, is_hidden, cells }] of rows.entries()) {
    packed.rows.set([number, is_hidden ? 1 : 0, cells.length], at * 3)
    for (const { column, kind, text, number: value = Number.NaN, has_formula } of cells) {
      let place = places.get(text)
      if (place === undefined) {
        place = packed.texts.push(text) - 1
        places.set(text, place)
      }
      packed.cells[next] = column * 16 + (has_formula ? formula : 0) + kinds.indexOf(kind)
      packed.places[next] = place
      packed.numbers[next] = value
      next += 1
    }
  }
  return packed
}

/** The process has had somebody else's file in its hands: whatever it says is looked at before it is believed. */
export function isPackedRows(value: unknown): value is PackedRows {
  if (typeof value !== 'object' || value === null) return false
  const { rows, cells, places, texts, numbers } = value as Partial<Record<keyof PackedRows, unknown>>
  if (!(rows instanceof Int32Array && cells instanceof Int32Array && places instanceof Int32Array))
    return false
  if (!(numbers instanceof Float64Array && Array.isArray(texts))) return false
  if (places.length !== cells.length || numbers.length !== cells.length) return false
  if (countCells(rows) !== cells.length) return false
  for (let at = 0; at < cells.length; at += 1) {
    const [cell = 0, place = -1, number = 0] = [cells[at], places[at], numbers[at]]
    if (cell < 16 || (cell & 7) >= kinds.length || place < 0 || place >= texts.length) return false
    if (number === Number.POSITIVE_INFINITY || number === Number.NEGATIVE_INFINITY) return false
  }
  return texts.every((text) => typeof text === 'string')
}

/** Below 0 when the list is none of rows. */
function countCells(rows: Int32Array): number {
  let count = 0
  for (let at = 0; at < rows.length; at += 3) {
    const cells = rows[at + 2] ?? -1
    if ((rows[at] ?? 0) < 1 || cells < 0) return -1
    count += cells
  }
  return count
}

export function unpackRows({ rows, cells, places, texts, numbers }: PackedRows): ReadRow[] {
  const unpacked: ReadRow[] = []
  const letters: string[] = []
  let next = 0
  for (let at = 0; at < rows.length; at += 3) {
    const number = rows[at] ?? 0
    const row: ReadRow = { number, is_hidden: rows[at + 1] === 1, cells: [] }
    for (const end = next + (rows[at + 2] ?? 0); next < end; next += 1) {
      const code = cells[next] ?? 0
      const column = code >> 4
      letters[column] ??= columnName(column)
      const value = unpackedValue(
        kinds[code & 7] ?? 'text',
        texts[places[next] ?? 0] ?? '',
        numbers[next] ?? Number.NaN,
      )
      row.cells.push(cellOf(`${letters[column]}${number}`, column, value, (code & formula) !== 0))
    }
    unpacked.push(row)
  }
  return unpacked
}

function unpackedValue(kind: CellKind, text: string, number: number): CellValue {
  if (Number.isNaN(number)) return { kind, text }
  return kind === 'date' ? { kind, text, number, date: text.slice(0, 10) } : { kind, text, number }
}
