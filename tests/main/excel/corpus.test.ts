// Real office files that nobody here wrote. They lie outside the repository, in the folder that CORPUS_DIR names.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { decodeText } from '../../../src-main/excel/text.ts'
import type { ReadCell, ReadSheet } from '../../../src-main/excel/workbook.ts'
import { hasOpenpyxl, type OpenpyxlCell, readWithOpenpyxl } from '../../helpers/openpyxl.ts'
import { problemOf } from '../../helpers/problem-of.ts'

const folder = process.env.CORPUS_DIR ? join(process.env.CORPUS_DIR, 'dev') : undefined
const names = folder ? readdirSync(folder) : []
const pathOf = (name: string) => join(folder ?? '', name)
/** Of these the name lies. */
const disguised = (name: string) => name.includes('实为')
const workbooks = names.filter((name) => name.endsWith('.xlsx') && !disguised(name))

function isSame(ours: ReadCell | undefined, theirs: OpenpyxlCell): boolean {
  if (!ours) return false
  if (theirs.kind === 'number') return ours.number === theirs.number
  if (theirs.kind === 'date') return ours.date === theirs.date
  if (theirs.kind === 'time') return Math.round((ours.number ?? Number.NaN) * 86_400) === theirs.seconds
  // openpyxl leaves the escapes of the format as they are.
  return ours.text === decodeText(theirs.text ?? '')
}

/** openpyxl drops what lies under a merged cell. */
function isCovered({ merges }: ReadSheet, row: number, column: number): boolean {
  return merges.some(
    (merge) =>
      row >= merge.first_row &&
      row <= merge.last_row &&
      column >= merge.first_column &&
      column <= merge.last_column &&
      !(row === merge.first_row && column === merge.first_column),
  )
}

function differences(sheet: ReadSheet, cells: Record<string, OpenpyxlCell>): string[] {
  const ours = new Map(
    sheet.rows.flatMap((row) => row.cells.map((cell) => [cell.address, { row: row.number, cell }])),
  )
  const wrong = Object.entries(cells)
    .filter(([address, theirs]) => !isSame(ours.get(address)?.cell, theirs))
    .map(([address]) => `${sheet.name}!${address}`)
  const more = [...ours.values()]
    .filter(({ row, cell }) => !(cell.address in cells) && !isCovered(sheet, row, cell.column))
    .map(({ cell }) => `${sheet.name}!${cell.address} only ours`)
  return [...wrong, ...more]
}

describe.skipIf(!folder)('real workbooks (not run without CORPUS_DIR)', () => {
  it.each(workbooks)('%s is read', async (name) => {
    const { sheets, warnings } = await readWorkbook(pathOf(name))
    expect(sheets.some(({ rows }) => rows.length > 0)).toBe(true)
    const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
    expect(texts.filter((text) => /\[object|\uFFFD|_x000D_/.test(text))).toEqual([])
    expect(warnings).toEqual(
      name.startsWith('r064') ? ['文件引用了其他工作簿（外部链接），读取的是上次保存时的数值，请核对。'] : [],
    )
  })

  it.skipIf(!hasOpenpyxl)(
    'give the same values as in openpyxl, cell by cell (not run without python3-openpyxl)',
    async () => {
      const books = readWithOpenpyxl(workbooks.map(pathOf))
      const found: string[] = []
      let compared = 0
      for (const { path, error, sheets: theirs = [] } of books) {
        expect(error).toBeUndefined()
        const { sheets } = await readWorkbook(path)
        expect(sheets.map(({ name, is_hidden }) => [name, is_hidden])).toEqual(
          theirs.map(({ name, hidden }) => [name, hidden]),
        )
        for (const [index, sheet] of sheets.entries()) {
          const cells = theirs[index]?.cells ?? {}
          compared += Object.keys(cells).length
          found.push(...differences(sheet, cells).map((place) => `${path} ${place}`))
        }
      }
      expect(found).toEqual([])
      expect(compared).toBeGreaterThan(30_000)
    },
    120_000,
  )

  it.each(names.filter((name) => !name.endsWith('.tsv') && !workbooks.includes(name)))(
    '%s is told what it is',
    async (name) => {
      const { code, message } = await problemOf(readWorkbook(pathOf(name)))
      const expected = name.startsWith('r099')
        ? 'file_not_workbook'
        : name.endsWith('.csv')
          ? 'workbook_other_format'
          : 'workbook_old_format'
      expect(code).toBe(expected)
      expect(message).toContain(name)
    },
  )
})
