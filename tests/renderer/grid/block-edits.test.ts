import { describe, expect, it } from 'vitest'
import {
  blockOf,
  fillDown,
  fillRight,
  fillWith,
  type PlacedText,
  pasteInto,
} from '../../../src-renderer/components/grid/block-edits.ts'

const range = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right })
const textAt = ({ row, column }: { row: number; column: number }) => `${row}${column}`
const said = (edits: readonly PlacedText[]) =>
  edits.map(({ row, column, text }) => `${row},${column}=${text}`)

describe('pasting', () => {
  it('puts a block beside the active cell', () => {
    const { edits, covered, lost_columns } = pasteInto(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      range(1, 1),
      5,
    )
    expect(said(edits)).toEqual(['1,1=a', '1,2=b', '2,1=c', '2,2=d'])
    expect([covered, lost_columns]).toEqual([range(1, 1, 2, 2), 0])
  })

  it('repeats a block over a selection that is a whole multiple of it, and only over such a one', () => {
    expect(said(pasteInto([['a']], range(0, 0, 1, 1), 5).edits)).toEqual(['0,0=a', '0,1=a', '1,0=a', '1,1=a'])
    expect(said(pasteInto([['a', 'b']], range(0, 0, 1, 1), 5).edits)).toEqual([
      '0,0=a',
      '0,1=b',
      '1,0=a',
      '1,1=b',
    ])
    expect(pasteInto([['a'], ['b']], range(0, 0, 2, 0), 5).covered).toEqual(range(0, 0, 1, 0))
  })

  it('says how many columns found no place, and leaves cells alone that a short row does not name', () => {
    const { edits, lost_columns } = pasteInto([['a', 'b', 'c'], ['d']], range(0, 3), 5)
    expect([said(edits), lost_columns]).toEqual([['0,3=a', '0,4=b', '1,3=d'], 1])
  })
})

describe('filling', () => {
  it('fills down from the first row, or into a single cell from the one above', () => {
    expect(said(fillDown(range(1, 0, 3, 1), textAt))).toEqual(['2,0=10', '2,1=11', '3,0=10', '3,1=11'])
    expect(said(fillDown(range(2, 1), textAt))).toEqual(['2,1=11'])
    expect(fillDown(range(0, 1), textAt)).toEqual([])
  })

  it('fills to the right alike', () => {
    expect(said(fillRight(range(0, 1, 1, 2), textAt))).toEqual(['0,2=01', '1,2=11'])
    expect(said(fillRight(range(0, 2), textAt))).toEqual(['0,2=01'])
    expect(fillRight(range(0, 0), textAt)).toEqual([])
  })

  it('puts one text everywhere, and reads a block out row by row', () => {
    expect(said(fillWith(range(0, 0, 1, 0), 'x'))).toEqual(['0,0=x', '1,0=x'])
    expect(blockOf(range(0, 1, 1, 2), textAt)).toEqual([
      ['01', '02'],
      ['11', '12'],
    ])
  })
})
