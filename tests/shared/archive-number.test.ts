import { describe, expect, it } from 'vitest'
import { ArchivePattern, archiveNumber, usual_pattern } from '../../src-shared/archive-number.ts'
import { byLength, lastYearKept, Retention, retentionWords } from '../../src-shared/retention.ts'

const parts = { fonds_number: 'Z109', year: 2026, retention: 'Y', organ_code: 'ZRC', item_number: 1 } as const

describe('archiveNumber', () => {
  it('follows the usual pattern of DA/T 13-2022, and begins behind a fonds number that is not given yet', () => {
    expect(archiveNumber(usual_pattern, parts)).toBe('Z109-WS·2026-Y-ZRC-0001')
    expect(archiveNumber(usual_pattern, { ...parts, fonds_number: '' })).toBe('WS·2026-Y-ZRC-0001')
    expect(archiveNumber('{年度}·{机构}-{期限}-{件号}', { ...parts, item_number: 12_345 })).toBe(
      '2026·ZRC-Y-12345',
    )
  })

  it('takes only patterns that tell items apart', () => {
    const wrong = ['', '{年度}-{期限}-{机构}', `${usual_pattern}{件号}`, `${usual_pattern}{柜号}`]
    expect(wrong.filter((pattern) => ArchivePattern.safeParse(pattern).success)).toEqual([])
    expect(ArchivePattern.safeParse(usual_pattern).success).toBe(true)
  })
})

describe('Retention', () => {
  it('is 永久 or a number of years, and knows its last year', () => {
    expect(['Y', 'D1', 'D30', 'D99'].every((code) => Retention.safeParse(code).success)).toBe(true)
    expect(['', 'D0', 'D100', 'D07', 'y', '长期', 30].some((code) => Retention.safeParse(code).success)).toBe(
      false,
    )
    expect([retentionWords('Y'), retentionWords('D5')]).toEqual(['永久', '5年'])
    expect([lastYearKept(2016, 'D10'), lastYearKept(2016, 'Y')]).toEqual([2026, null])
    expect((['D10', 'Y', 'D30', 'Y'] as const).toSorted(byLength)).toEqual(['Y', 'Y', 'D30', 'D10'])
  })
})
