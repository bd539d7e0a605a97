// Where rows and columns of a grid lie, counted and not measured: so that thousands of rows can be placed at once.
import type { GridColumn } from './grid-column.ts'

export const line_height = 20
/** Above and below the text of a cell, its lower line included. */
export const cell_padding = 9
const most_lines = 4
/** The width of a full-width character at the grid's size of text, and of a letter or digit. */
const wide = 14
const narrow = 7.9
/** Beside the text on both sides. */
const lost_width = 17
/** Marks that may not begin a line take the character before them along; those that may not end one go with the next. */
const closing = /[、，。；：！？）》”’】…]/
const opening = /[（《“‘【]/

/** Lines a text takes in a cell; a little more rather than less. `linesOf('一二三', 60) // 1` */
export function linesOf(text: string, width: number): number {
  if (text === '') return 1
  const room = Math.max(width - lost_width, wide)
  let lines = 1
  let used = 0
  let before = ''
  for (const character of text) {
    const size = sizeOf(character)
    if (character === '\n') {
      lines += 1
      used = 0
    } else if (used + size > room) {
      const goes_along = before !== '' && (closing.test(character) || opening.test(before))
      lines += 1
      used = size + (goes_along ? sizeOf(before) : 0)
    } else {
      used += size
    }
    before = character
  }
  return lines
}

function sizeOf(character: string): number {
  return character.charCodeAt(0) < 0x2000 ? narrow : wide
}

export const lowest_row = line_height + cell_padding

/** High enough for its longest text, up to four lines. */
export function heightOf(textOf: (field: string) => string, columns: readonly GridColumn[]): number {
  let lines = 1
  for (const { field, width, is_cut } of columns) {
    if (is_cut) continue
    const text = textOf(field)
    if (text.length * wide > width - lost_width || text.includes('\n')) {
      lines = Math.max(lines, linesOf(text, width))
      if (lines >= most_lines) break
    }
  }
  return Math.min(lines, most_lines) * line_height + cell_padding
}

/** `offsetsOf([10, 20]) // [0, 10, 30]` */
export function offsetsOf(sizes: readonly number[]): number[] {
  const offsets = [0]
  let end = 0
  for (const size of sizes) {
    end += size
    offsets.push(end)
  }
  return offsets
}

/** The one that this position lies in; the first or last for what lies outside. */
export function indexAt(offsets: readonly number[], position: number): number {
  let low = 0
  let high = Math.max(offsets.length - 2, 0)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** How far to scroll so that `from`–`to` is in sight between `lead` (what stands still) and the end of the window. */
export function scrollFor(
  span: { from: number; to: number },
  window: { scroll: number; size: number; lead: number },
): number {
  const { scroll, size, lead } = window
  if (span.from < scroll + lead) return Math.max(span.from - lead, 0)
  if (span.to > scroll + size) return Math.min(span.to - size, span.from - lead)
  return scroll
}
