import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type GridBounds,
  type Marked,
  markOne,
  moveBy,
  rangeOf,
} from '../../../src-renderer/components/grid/marked-cells.ts'

// Three filled rows of four columns, with a hole in column 1; two empty rows below.
const filled = ['1111', '1011', '1111', '0000', '0000']
const bounds: GridBounds = {
  rows: 5,
  columns: 4,
  page: 3,
  last_filled_row: 2,
  isFilled: ({ row, column }) => filled[row]?.[column] === '1',
}
const plain = { ctrlKey: false, shiftKey: false, altKey: false }

/** `press(marked, 'Tab', 'Shift+ArrowDown')` */
function press(marked: Marked, ...strokes: string[]): Marked {
  return strokes.reduce((now, stroke) => {
    const parts = stroke.split('+')
    const event = {
      key: parts.at(-1) ?? '',
      ctrlKey: parts.includes('Ctrl'),
      shiftKey: parts.includes('Shift'),
      altKey: false,
    }
    return moveBy(event, now, bounds) ?? now
  }, marked)
}
const at = (row: number, column: number) => markOne({ row, column })
const placeAfter = (marked: Marked, ...strokes: string[]) => {
  const { row, column } = press(marked, ...strokes).active
  return [row, column]
}

describe('moving', () => {
  it.each([
    [
      [0, 0],
      ['ArrowRight', 'ArrowDown'],
      [1, 1],
    ],
    [
      [0, 0],
      ['ArrowUp', 'ArrowLeft'],
      [0, 0],
    ],
    [[1, 2], ['Home'], [1, 0]],
    [[1, 0], ['End'], [1, 3]],
    [[1, 2], ['Ctrl+Home'], [0, 0]],
    [[0, 0], ['Ctrl+End'], [2, 3]],
    [[0, 1], ['PageDown'], [3, 1]],
    [
      [4, 1],
      ['PageUp', 'PageUp'],
      [0, 1],
    ],
    [[0, 0], ['Ctrl+ArrowDown'], [2, 0]],
    [[2, 0], ['Ctrl+ArrowDown'], [4, 0]],
    [[0, 1], ['Ctrl+ArrowDown'], [2, 1]],
    [[1, 0], ['Ctrl+ArrowRight'], [1, 2]],
    [[4, 3], ['Ctrl+ArrowUp'], [2, 3]],
    [[0, 3], ['Tab'], [1, 0]],
    [[1, 0], ['Shift+Tab'], [0, 3]],
    [[4, 3], ['Tab'], [4, 3]],
  ] as const)('from %j by %j comes to %j', ([row, column], strokes, to) => {
    expect(placeAfter(at(row, column), ...strokes)).toEqual(to)
  })

  it('goes back with Enter to the column where a run of Tabs began', () => {
    expect(placeAfter(at(0, 1), 'Tab', 'Tab', 'Enter')).toEqual([1, 1])
    expect(placeAfter(at(0, 1), 'Tab', 'Tab', 'Enter', 'Enter')).toEqual([2, 1])
    expect(placeAfter(at(0, 0), 'Tab', 'ArrowRight', 'Tab', 'Enter')).toEqual([1, 2])
    expect(placeAfter(at(0, 3), 'Tab', 'Tab', 'Enter')).toEqual([2, 3])
    expect(placeAfter(at(2, 1), 'Shift+Enter')).toEqual([1, 1])
  })

  it('goes round in a selected range with Tab and Enter, and leaves it with an arrow', () => {
    const range = press(at(0, 1), 'Shift+ArrowRight', 'Shift+ArrowDown')
    expect(rangeOf(range)).toEqual({ top: 0, left: 1, bottom: 1, right: 2 })
    expect(placeAfter(range, 'Tab', 'Tab')).toEqual([1, 1])
    expect(placeAfter(range, 'Enter', 'Enter')).toEqual([0, 2])
    expect(placeAfter(range, 'Tab', 'Tab', 'Tab', 'Tab')).toEqual([0, 1])
    expect(placeAfter(range, 'Shift+Tab')).toEqual([1, 2])
    expect(rangeOf(press(range, 'Tab', 'ArrowDown'))).toEqual({ top: 1, left: 2, bottom: 1, right: 2 })
  })

  it('selects with Shift from where it began, and all that is filled with Ctrl+A', () => {
    expect(rangeOf(press(at(2, 2), 'Shift+ArrowUp', 'Shift+ArrowLeft', 'Shift+ArrowLeft'))).toEqual({
      top: 1,
      left: 0,
      bottom: 2,
      right: 2,
    })
    expect(rangeOf(press(at(0, 0), 'Ctrl+Shift+ArrowDown'))).toEqual({ top: 0, left: 0, bottom: 2, right: 0 })
    expect(rangeOf(press(at(1, 1), 'Ctrl+a'))).toEqual({ top: 0, left: 0, bottom: 2, right: 3 })
  })

  it('leaves keys alone that are no moves', () => {
    for (const key of ['a', 'F2', 'Delete', 'Escape', ' ']) {
      expect(moveBy({ ...plain, key }, at(0, 0), bounds)).toBe(null)
    }
    expect(moveBy({ ...plain, altKey: true, key: 'ArrowDown' }, at(0, 0), bounds)).toBe(null)
  })

  it('never leaves the grid, and the active cell never leaves its range, whatever is pressed', () => {
    const key = fc.constantFrom(
      ...[
        'ArrowUp',
        'ArrowDown',
        'ArrowLeft',
        'ArrowRight',
        'Tab',
        'Enter',
        'Home',
        'End',
        'PageUp',
        'PageDown',
        'a',
      ],
    )
    const stroke = fc.record({
      key,
      ctrlKey: fc.boolean(),
      shiftKey: fc.boolean(),
      altKey: fc.constant(false),
    })
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 40 }), (strokes) => {
        let marked = at(1, 1)
        for (const one of strokes) marked = moveBy(one, marked, bounds) ?? marked
        const { top, left, bottom, right } = rangeOf(marked)
        const { row, column } = marked.active
        expect(top >= 0 && left >= 0 && bottom < bounds.rows && right < bounds.columns).toBe(true)
        expect(row >= top && row <= bottom && column >= left && column <= right).toBe(true)
      }),
    )
  })
})
