// Real office files that nobody here wrote. They lie outside the repository, in the folder that CORPUS_DIR names.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openExcel } from '../../../src-main/excel/excel.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import { decodeText } from '../../../src-main/excel/text.ts'
import type { ReadCell, ReadSheet } from '../../../src-main/excel/workbook.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { hasOpenpyxl, type OpenpyxlCell, readWithOpenpyxl } from '../../helpers/openpyxl.ts'
import { problemOf } from '../../helpers/problem-of.ts'

const folder = process.env.CORPUS_DIR ? join(process.env.CORPUS_DIR, 'dev') : undefined
const names = folder ? readdirSync(folder) : []
const pathOf = (name: string) => join(folder ?? '', name)
/** Of these the name lies. */
const disguised = (name: string) => name.includes('实为')
const workbooks = names.filter((name) => name.endsWith('.xlsx') && !disguised(name))
const oldFormat = names.filter((name) => /\.(xls|et)$/.test(name) !== disguised(name))

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

function formulasOf({ rows }: ReadSheet): string[] {
  return rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.has_formula ? [cell.address] : [])))
}

function withoutFormulas(sheet: ReadSheet): ReadSheet {
  const rows = sheet.rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => !cell.has_formula) }))
  return { ...sheet, rows }
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
  it.each([...workbooks, ...oldFormat])('%s is read', async (name) => {
    const { format, sheets, warnings } = await readWorkbook(pathOf(name))
    expect(format).toBe(workbooks.includes(name) ? 'xlsx' : 'xls')
    expect(sheets.some(({ rows }) => rows.length > 0)).toBe(true)
    const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
    expect(texts.filter((text) => /\[object|\uFFFD|_x000D_/.test(text))).toEqual([])
    const has_formulas = sheets.some((sheet) => formulasOf(sheet).length > 0)
    expect(warnings).toEqual([
      ...(/^r(063|064|092)/.test(name)
        ? ['文件引用了其他工作簿（外部链接），读取的是上次保存时的数值，请核对。']
        : []),
      ...(has_formulas
        ? [expect.stringMatching(/^有 \d+ 个单元格是公式（如“.+”的 [A-Z]+\d+），读取的是上次保存的结果/)]
        : []),
    ])
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

  it.skipIf(!hasOpenpyxl || !hasLibreOffice)(
    'in the old format give the same values as in LibreOffice (not run without it and python3-openpyxl)',
    async () => {
      const copies = convertWithLibreOffice(oldFormat.map(pathOf), 'xlsx')
      const found: string[] = []
      let compared = 0
      for (const { path, sheets: theirs = [] } of readWithOpenpyxl(copies)) {
        const name = oldFormat[copies.indexOf(path)] ?? ''
        const { sheets } = await readWorkbook(pathOf(name))
        expect(sheets.map((sheet) => [sheet.name, sheet.is_hidden])).toEqual(
          theirs.map((sheet) => [sheet.name, sheet.hidden]),
        )
        for (const [index, sheet] of sheets.entries()) {
          const cells = theirs[index]?.cells ?? {}
          // LibreOffice calculates anew: random numbers, and formulas that it understands in another way.
          for (const address of formulasOf(sheet)) delete cells[address]
          compared += Object.keys(cells).length
          found.push(...differences(withoutFormulas(sheet), cells).map((place) => `${name} ${place}`))
        }
      }
      expect(found).toEqual([])
      expect(compared).toBeGreaterThan(3000)
    },
    120_000,
  )

  it('r100, a list in GB 18030, is read', async () => {
    const name = names.find((one) => one.startsWith('r100')) ?? ''
    const { format, sheets, warnings } = await readWorkbook(pathOf(name))
    expect(format).toBe('csv')
    const texts = sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? []
    expect(texts.map(({ length }) => length)).toEqual([3, 3, 3, 3])
    expect(texts.slice(1).every(([first = '', , last = '']) => /\p{sc=Han}/u.test(first + last))).toBe(true)
    expect(warnings).toEqual(['这是文本表格，按 GB18030 编码、逗号分隔读取，请核对有无乱码。'])
  })

  it('r099, whose name lies, is told what it is', async () => {
    const name = names.find((one) => one.startsWith('r099')) ?? ''
    const { code, message } = await problemOf(readWorkbook(pathOf(name)))
    expect(code).toBe('file_not_workbook')
    expect(message).toBe(`“${name}”是程序导出的数据（Java 序列化对象），不是 Excel 工作簿。`)
  })
})

/** Test files of other people's readers: odd, broken or exotic on purpose. */
const odd = process.env.CORPUS_DIR ? join(process.env.CORPUS_DIR, 'odd') : undefined

describe.skipIf(!odd)('odd workbooks (not run without CORPUS_DIR)', () => {
  it('end in values or in words that name the file', async () => {
    const paths = readdirSync(odd ?? '', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsv'))
      .map((entry) => join(entry.parentPath, entry.name))
    const excel = openExcel(startNodeProcess, 10_000)
    onTestFinished(() => excel.stop())
    const codes: Record<string, number> = {}
    for (const path of paths) {
      const code = await excel.read(path).then(
        ({ format }) => format,
        (error) => codeOf(error, basename(path)),
      )
      codes[code] = (codes[code] ?? 0) + 1
    }
    expect(codes).toEqual({
      xlsx: 236,
      xls: 89,
      csv: 24,
      workbook_other_format: 26,
      workbook_damaged: 6,
      workbook_encrypted: 4,
      workbook_too_big: 4,
      workbook_refused: 2,
      file_not_workbook: 1,
    })
  }, 60_000)
})

function codeOf(error: unknown, name: string): string {
  if (!(error instanceof UserProblem)) throw error
  expect(error.problem.message).toContain(`“${name}”`)
  return error.problem.code
}
