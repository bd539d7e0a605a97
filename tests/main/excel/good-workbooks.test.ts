// Refusing good files is the other failure: books of every writer at hand are read, each value as it was written.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { writeWorkbook } from '../../../src-main/excel/write-workbook.ts'
import {
  expectedCells,
  expectedInCsv,
  foundCells,
  type GoodBook,
  goodBooks,
} from '../../helpers/good-workbooks/good-book.ts'
import {
  asFixture,
  asXlsFixture,
  withExcelJs,
  withSheetJs,
} from '../../helpers/good-workbooks/write-with-libraries.ts'
import { hasPython, withLibreOffice, withPython } from '../../helpers/good-workbooks/write-with-programs.ts'
import { hasLibreOffice } from '../../helpers/libreoffice.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

async function expectBook(path: string, book: GoodBook): Promise<void> {
  const { format, sheets, ...read } = await readWorkbook(path)
  if (format === 'csv') {
    expect(foundCells({ format, sheets, ...read })).toEqual(expectedInCsv(book))
    return
  }
  // LibreOffice writes TRUE as a formula.
  expect(read.warnings.filter((warning) => !warning.includes('个单元格是公式'))).toEqual([])
  expect(foundCells({ format, sheets, ...read })).toEqual(expectedCells(book))
  expect(sheets.map(({ name, is_hidden }) => [name, is_hidden])).toEqual(
    book.sheets.map(({ name, is_hidden = false }) => [name, is_hidden]),
  )
  expect(sheets.map(({ merges }) => merges.length)).toEqual(
    book.sheets.map(({ merges = [] }) => merges.length),
  )
}

describe('books written by a library', () => {
  const writers: [what: string, ending: string, write: (book: GoodBook) => Buffer | Promise<Buffer>][] = [
    ['ExcelJS', 'xlsx', withExcelJs],
    ['SheetJS', 'xlsx', withSheetJs('xlsx')],
    ['SheetJS', 'xls', withSheetJs('biff8')],
    ['SheetJS', 'csv', withSheetJs('csv')],
    ['the fixture builder', 'xlsx', asFixture],
    ['the fixture builder', 'xls', asXlsFixture],
  ]
  const cases = writers.flatMap(([what, ending, write]) =>
    goodBooks.map((book) => [`${book.name}.${ending}`, what, write, book] as const),
  )
  it.each(cases)('%s by %s', async (name, _, write, book) => {
    const path = join(tempFolder(), name)
    writeFileSync(path, await write(book))
    await expectBook(path, book)
  })
})

describe('books written by a program', () => {
  const expectAll = async (paths: readonly string[]) => {
    expect(paths).toHaveLength(goodBooks.length)
    for (const [index, book] of goodBooks.entries()) await expectBook(paths[index] ?? '', book)
  }

  for (const library of ['openpyxl', 'xlsxwriter'] as const) {
    it.skipIf(!hasPython(library))(`${library} (not run where python3-${library} is missing)`, async () => {
      await expectAll(withPython(library, goodBooks, tempFolder()))
    })
  }

  it.skipIf(!hasLibreOffice).each(['xlsx', 'xls'])(
    'LibreOffice, .%s (not run without it)',
    async (format) => await expectAll(withLibreOffice(format, goodBooks, tempFolder())),
    60_000,
  )

  it.skipIf(!hasLibreOffice).each([
    ['UTF-8', 76],
    ['GB 18030', 85],
  ])(
    'LibreOffice, .csv in %s (not run without it)',
    async (_, encoding) => {
      const format = `csv:Text - txt - csv (StarCalc):44,34,${encoding},1`
      await expectAll(withLibreOffice(format, goodBooks, tempFolder()))
    },
    60_000,
  )
})

it.each(goodBooks)('our own $name', async (book) => {
  const [sheet] = book.sheets
  const rows = (sheet?.rows ?? []).map((values) =>
    values.map((value) =>
      value !== null && typeof value === 'object' ? (Object.values(value)[0] ?? null) : value,
    ),
  )
  const texts = rows.map((values) =>
    values.map((value) => (typeof value === 'boolean' ? String(value) : value)),
  )
  const path = join(tempFolder(), `${book.name}.xlsx`)
  const columns = (rows[0] ?? []).map((_, index) => ({ header: `第${index + 1}列` }))
  await writeWorkbook(path, {
    sheets: [
      {
        name: sheet?.name ?? '',
        title: book.name,
        head: { left: '填报单位：组织人事处' },
        widths: columns.map(() => 12),
        tables: [{ columns, rows: texts }],
        foot: '',
        orientation: 'portrait',
      },
    ],
  })
  const { sheets } = await readWorkbook(path)
  const found = sheets[0]?.rows
    .filter(({ number }) => number > 3)
    .map(({ cells }) => cells.map(({ text }) => text))
  expect(found).toEqual(
    texts.map((values) => values.flatMap((value) => (value === null ? [] : [String(value)]))),
  )
})
