import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressOf, parseAddress } from '../../../src-main/excel/cell-address.ts'
import { isoDateValue, numberValue, serialToDate } from '../../../src-main/excel/cell-value.ts'
import { decodeText, encodeText } from '../../../src-main/excel/text.ts'

const day = fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })

it('finds the day behind any serial number, in both date systems', () => {
  fc.assert(
    fc.property(day, fc.boolean(), (date, uses1904) => {
      const text = date.toISOString().slice(0, 10)
      fc.pre(!uses1904 || text >= '1904-01-01')
      const { number = Number.NaN } = isoDateValue(text, uses1904)
      expect(serialToDate(number, uses1904)).toBe(text)
      expect(numberValue(String(number + 0.5), 'date', uses1904)).toMatchObject({
        date: text,
        text: `${text} 12:00`,
      })
    }),
  )
})

it('counts the first two months of 1900 as Excel does', () => {
  expect([1, 31, 32, 59, 60, 61].map((serial) => serialToDate(serial, false))).toEqual([
    '1900-01-01',
    '1900-01-31',
    '1900-02-01',
    '1900-02-28',
    undefined,
    '1900-03-01',
  ])
})

it('keeps every whole number as written', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (number) => {
      expect(numberValue(String(number), 'number', false).text).toBe(String(number))
    }),
  )
})

it('names every cell of a sheet and finds it again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_048_576 }),
      fc.integer({ min: 1, max: 16_384 }),
      (row, column) => {
        expect(parseAddress(addressOf(row, column))).toEqual({ row, column })
      },
    ),
  )
  expect(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'A-1', 'AAAA1', '甲1'].map(parseAddress)).toEqual(
    Array(9).fill(undefined),
  )
})

it('reads back every text that can be seen, as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const seen = decodeText(encodeText(text))
      expect(decodeText(encodeText(seen))).toBe(seen)
    }),
  )
  expect(decodeText(encodeText('_x000D_ 和 _x005F_'))).toBe('_x000D_ 和 _x005F_')
})
