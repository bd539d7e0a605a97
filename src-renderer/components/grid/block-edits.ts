// What pasting, filling and clearing do to a block of cells: where each text goes.
import { type CellPlace, type CellRange, isOneCell } from './marked-cells.ts'

export interface PlacedText extends CellPlace {
  text: string
}

/**
 * A pasted block beside the active cell, or repeated over a selection that is a whole multiple of it, as Excel does;
 * a single value goes into every selected cell. Columns beyond the last one are cut off and counted.
 */
export function pasteInto(
  block: readonly (readonly string[])[],
  range: CellRange,
  columns: number,
): { edits: PlacedText[]; covered: CellRange; lost_columns: number } {
  const height = block.length
  const width = Math.max(1, ...block.map((row) => row.length))
  const tall = repeats(range.bottom - range.top + 1, height)
  const wide = repeats(range.right - range.left + 1, width)
  const right = Math.min(range.left + width * wide, columns) - 1
  const edits: PlacedText[] = []
  for (let row = 0; row < height * tall; row += 1) {
    const texts = block[row % height] ?? []
    for (let column = range.left; column <= right; column += 1) {
      const text = texts[(column - range.left) % width]
      if (text !== undefined) edits.push({ row: range.top + row, column, text })
    }
  }
  return {
    edits,
    covered: { top: range.top, left: range.left, bottom: range.top + height * tall - 1, right },
    lost_columns: Math.max(0, range.left + width - columns),
  }
}

function repeats(selected: number, size: number): number {
  return selected > size && selected % size === 0 ? selected / size : 1
}

type TextAt = (place: CellPlace) => string

/** Ctrl+D: the first row of the selection goes into all below it; of a single cell, the one above goes into it. */
export function fillDown(range: CellRange, textAt: TextAt): PlacedText[] {
  if (range.top === range.bottom && range.top === 0) return []
  const from = range.top === range.bottom ? range.top - 1 : range.top
  return placesOf({ ...range, top: from + 1 }).map((place) => ({
    ...place,
    text: textAt({ row: from, column: place.column }),
  }))
}

/** Ctrl+R: the same from left to right. */
export function fillRight(range: CellRange, textAt: TextAt): PlacedText[] {
  if (range.left === range.right && range.left === 0) return []
  const from = range.left === range.right ? range.left - 1 : range.left
  return placesOf({ ...range, left: from + 1 }).map((place) => ({
    ...place,
    text: textAt({ row: place.row, column: from }),
  }))
}

/** The same text everywhere: Ctrl+Enter with what was typed, Delete with nothing. */
export function fillWith(range: CellRange, text: string): PlacedText[] {
  return placesOf(range).map((place) => ({ ...place, text }))
}

export function blockOf(range: CellRange, textAt: TextAt): string[][] {
  const rows: string[][] = []
  for (let row = range.top; row <= range.bottom; row += 1) {
    const texts: string[] = []
    for (let column = range.left; column <= range.right; column += 1) texts.push(textAt({ row, column }))
    rows.push(texts)
  }
  return rows
}

export function placesOf(range: CellRange): CellPlace[] {
  if (isOneCell(range)) return [{ row: range.top, column: range.left }]
  const places: CellPlace[] = []
  for (let row = range.top; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1) places.push({ row, column })
  return places
}
