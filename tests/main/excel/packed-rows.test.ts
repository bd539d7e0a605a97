import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressOf } from '../../../src-main/excel/cell-address.ts'
import { isPackedRows, packRows, unpackRows } from '../../../src-main/excel/packed-rows.ts'
import type { ReadCell, ReadRow } from '../../../src-main/excel/workbook.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 8 })
const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const value = fc.oneof(
  fc.record({ kind: fc.constantFrom('text' as const, 'boolean' as const, 'error' as const), text }),
  fc.record({ kind: fc.constant('number' as const), text, number }),
  fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((day) => {
    const date = day.toISOString().slice(0, 10)
    return { kind: 'date' as const, text: `${date} 08:30`, date, number: 46346.5 }
  }),
)
const cells = fc
  .array(fc.record({ value, has_formula: fc.boolean() }), { maxLength: 6 })
  .map((list) =>
    list.map(({ value, has_formula }) => ({ ...value, ...(has_formula ? { has_formula } : {}) })),
  )
const rows = fc
  .array(fc.record({ is_hidden: fc.boolean(), cells }), { maxLength: 6 })
  .map((list): ReadRow[] =>
    list.map((row, at) => ({
      number: at * 3 + 1,
      is_hidden: row.is_hidden,
      cells: row.cells.map((cell, column): ReadCell => {
        const place = column * 40 + 1
        return { address: addressOf(at * 3 + 1, place), column: place, ...cell }
      }),
    })),
  )

it('come out as they went in, and are believed after crossing', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const crossed = structuredClone(packRows(list))
      expect(isPackedRows(crossed)).toBe(true)
      expect(unpackRows(crossed)).toEqual(list)
    }),
  )
})

it('hold a text once, however many cells have it', () => {
  const cell = (column: number): ReadCell => ({
    address: addressOf(1, column),
    column,
    kind: 'text',
    text: '党建组',
  })
  expect(packRows([{ number: 1, is_hidden: false, cells: [cell(1), cell(2), cell(3)] }]).texts).toEqual([
    '党建组',
  ])
})
