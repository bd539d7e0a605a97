import { describe, expect, it } from 'vitest'
import { numbersMeant } from '../../src-shared/short-numbers.ts'

describe('a number in short', () => {
  it.each([
    ['2026dj47', ['2026-dj-0047']],
    ['2026-dj-47', ['2026-dj-0047']],
    ['2026.dj.0047', ['2026-dj-0047']],
    ['2026dj12345', ['2026-dj-12345']],
    ['2026-dj-0047', []],
    ['zz-dj-12', ['zz-dj-012']],
    ['zzdj12', ['z-zdj-012', 'zz-dj-012', 'zzd-j-012']],
    ['zz-dj-012', []],
    ['2026', []],
    ['dj', []],
    ['2026党47', []],
  ])('%s may mean %j', (typed, numbers) => {
    expect(numbersMeant(typed)).toEqual(numbers)
  })
})
