import { expect, it } from 'vitest'
import { groupRows } from '../../src-shared/group-rows.ts'

it('puts rows of one key together and keeps the order of keys and rows', () => {
  const groups = groupRows([3, 1, 4, 1, 5, 9, 2], (n) => (n % 2 === 0 ? '双' : '单'))
  expect([...groups]).toEqual([
    ['单', [3, 1, 1, 5, 9]],
    ['双', [4, 2]],
  ])
})
