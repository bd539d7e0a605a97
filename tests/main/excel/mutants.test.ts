import { expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import { buildSheet } from '../../helpers/build-workbook.ts'
import { readBytes, saveBytes } from '../../helpers/read-bytes.ts'

/** The same row of numbers on every run (Lehmer). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

it('reads 300 files with changed bytes as they were, or refuses them in words; never anything between', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const number = index + 1
    return `<row r="${number}"><c r="A${number}"><v>${index}</v></c><c r="B${number}" t="s"><v>${index % 3}</v></c><c r="C${number}" s="1"><v>${46_300 + index}</v></c></row>`
  })
  const good = buildSheet(
    rows.join(''),
    {
      shared: ['张三', '李四', '收党费'],
      formats: [14],
      extra: [{ name: 'docProps/app.xml', content: '<a/>'.repeat(200) }],
    },
    { after: '<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>' },
  )
  const original = await readBytes(good)
  const next = numbersFrom(2026)
  let refused = 0
  for (let mutant = 0; mutant < 300; mutant += 1) {
    const bytes = Buffer.from(good)
    for (let change = next(4); change >= 0; change -= 1) bytes[next(bytes.length)] = next(256)
    try {
      expect(await readWorkbook(saveBytes(bytes))).toEqual(original)
    } catch (error) {
      if (!(error instanceof UserProblem)) throw error
      expect(error.problem.message).toMatch(/^“周报\.xlsx”.+。$/)
      refused += 1
    }
  }
  expect(refused).toBeGreaterThan(100)
})
