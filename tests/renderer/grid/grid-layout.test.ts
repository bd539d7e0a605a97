import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text_cell } from '../../../src-renderer/components/grid/cell-kinds.ts'
import {
  heightOf,
  indexAt,
  linesOf,
  lowest_row,
  offsetsOf,
  scrollFor,
} from '../../../src-renderer/components/grid/grid-layout.ts'

it.each([
  ['', 100, 1],
  ['一二三四', 80, 1],
  ['一二三四五', 80, 2],
  ['一\n二', 100, 2],
  ['活动方案、签到表、活动记录、照片', 140, 3],
  ['一二三《四》', 80, 2],
  ['abcdefgh', 82, 1],
  ['abcdefghi', 82, 2],
])('%j in %i pixels takes %i lines', (text, width, lines) => {
  expect(linesOf(text, width)).toBe(lines)
})

it('makes a row as high as its longest text, up to four lines', () => {
  const columns = [
    { field: 'a', title: '', width: 80, kind: text_cell },
    { field: 'b', title: '', width: 80, kind: text_cell },
  ]
  const high = (a: string, b: string) => heightOf((field) => (field === 'a' ? a : b), columns) - lowest_row
  expect([high('短', ''), high('短', '一二三四五'), high('一'.repeat(90), '')]).toEqual([0, 20, 60])
})

describe('places', () => {
  it('are found again from any position in them', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(sizes, fc.nat(), (list, seed) => {
        const offsets = offsetsOf(list)
        const at = seed % list.length
        const inside = (offsets[at] ?? 0) + (seed % (list[at] ?? 1))
        expect(indexAt(offsets, inside)).toBe(at)
        expect(indexAt(offsets, -5)).toBe(0)
        expect(indexAt(offsets, 1e6)).toBe(list.length - 1)
      }),
    )
  })

  it('come into sight with the least scrolling, never under what stands still', () => {
    const window = { scroll: 100, size: 200, lead: 30 }
    expect(scrollFor({ from: 150, to: 180 }, window)).toBe(100)
    expect(scrollFor({ from: 290, to: 320 }, window)).toBe(120)
    expect(scrollFor({ from: 110, to: 140 }, window)).toBe(80)
    expect(scrollFor({ from: 400, to: 900 }, window)).toBe(370)
    expect(scrollFor({ from: 0, to: 20 }, window)).toBe(0)
  })
})
