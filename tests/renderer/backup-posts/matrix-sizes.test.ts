import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthsIn } from '../../../src-renderer/backup-posts/matrix-sizes.ts'

test('seventeen people fill a wide window to its edge', () => {
  expect(widthsIn(1674, 17)).toEqual({ column: 60, label: 654 })
})

test('a window too narrow for everybody scrolls instead of squeezing the names', () => {
  expect(widthsIn(1123, 300)).toEqual({ column: 40, label: 400 })
})

test('whatever grows stays inside the window', () => {
  fc.assert(
    fc.property(fc.nat(4000), fc.integer({ min: 1, max: 400 }), (room, people) => {
      const { column, label } = widthsIn(room, people)
      const has_grown = column > 40 || label > 400
      expect(has_grown && label + people * column > room).toBe(false)
    }),
  )
})
