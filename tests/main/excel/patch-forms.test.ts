// Forms of many writers are filled: what no edit reaches stays byte for byte, and openpyxl agrees on all that moves.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SheetEdits } from '../../../src-main/excel/patch-edits.ts'
import { patchWorkbook } from '../../../src-main/excel/patch-workbook.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import type { ReadSheet } from '../../../src-main/excel/workbook.ts'
import { complaintsAbout, type Insertion, makeForms, nameOf } from '../../helpers/forms.ts'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { hasOpenpyxl } from '../../helpers/openpyxl.ts'
import { differentParts, partText } from '../../helpers/unzip.ts'

const corpus = process.env.CORPUS_DIR ? join(process.env.CORPUS_DIR, 'dev') : undefined

async function realBooks(): Promise<string[]> {
  const names = corpus ? readdirSync(corpus).filter((name) => name.endsWith('.xlsx')) : []
  return names.filter((name) => !name.includes('实为')).map((name) => join(corpus ?? '', name))
}

/** The first sheet that holds something, its middle row and a column far enough right of all to be free. */
async function placeIn(path: string) {
  const { sheets } = await readWorkbook(path)
  const sheet = sheets.find(({ rows }) => rows.length > 1) ?? sheets[0]
  const middle = sheet?.rows[sheet.rows.length >> 1]?.number ?? 1
  const column = 3 + lastColumn(sheet)
  return { sheet: sheet?.name ?? '', row: middle, column }
}

function lastColumn(sheet: ReadSheet | undefined): number {
  const cells = sheet?.rows.map(({ cells }) => cells.at(-1)?.column ?? 0) ?? []
  const merges = sheet?.merges.map(({ last_column }) => last_column) ?? []
  return Math.max(0, ...cells, ...merges)
}

/** All values of a book but those of one cell, by sheet and address. */
async function valuesOf(path: string, besides = ''): Promise<Record<string, string>> {
  const { sheets } = await readWorkbook(path)
  const cells = sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ cells }) =>
      cells.map(({ address, kind, text }) => [`${name}!${address}`, `${kind} ${text}`]),
    ),
  )
  return Object.fromEntries(cells.filter(([address]) => address !== besides))
}

const isOfSheet = (name: string) => /worksheets\/[^/]+\.xml$/.test(name)

describe.each([
  [
    'forms of openpyxl, XlsxWriter, ExcelJS and LibreOffice, as far as they are installed',
    makeForms,
    20,
    [1, 7, 2],
  ],
  ['real workbooks (none without CORPUS_DIR)', realBooks, corpus ? 25 : 0, [1, 7]],
] as const)('%s', (_, make, least, counts) => {
  let books: string[] = []
  let folder = ''
  const out = (path: string, what: string | number) => join(folder, `${nameOf(path)}-${what}.xlsx`)
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'duty-ledger-forms-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are there in number', async () => {
    books = await make(folder)
    expect(books.length).toBeGreaterThanOrEqual(hasOpenpyxl ? least : 0)
  }, 120_000)

  it('without new rows differ in the sheet and in the wish to be calculated, and nowhere else', async () => {
    for (const path of books) {
      const { column, ...place } = await placeIn(path)
      const sheet: SheetEdits = {
        sheet: place.sheet,
        insert_rows: [{ before: place.row, count: 0 }],
        cells: [{ row: place.row, column, value: { text: '填' } }],
      }
      await patchWorkbook(path, out(path, 0), { recalculates: true, sheets: [sheet] })
      const [before, after] = [readFileSync(path), readFileSync(out(path, 0))]
      const parts = differentParts(before, after)
      expect([path, parts.filter((name) => !isOfSheet(name) && name !== 'xl/workbook.xml')]).toEqual([
        path,
        [],
      ])
      expect(parts.filter(isOfSheet)).toHaveLength(1)
      expect(partText(after, 'xl/workbook.xml')).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/)
    }
  })

  it.skipIf(!hasOpenpyxl)(
    'with new rows have everything below them moved, and nothing else changed (not run without python3-openpyxl)',
    async () => {
      const insertions: Insertion[] = []
      for (const path of books) {
        const { sheet, row } = await placeIn(path)
        // One like the row above, seven of their own, two like the row that they push down.
        for (const count of counts) {
          const like = count === 1 ? row - 1 : count === 2 ? row : undefined
          const after = out(path, count)
          const insertion = { before: row, count, ...(like ? { like } : {}) }
          await patchWorkbook(path, after, { sheets: [{ sheet, insert_rows: [insertion] }] })
          insertions.push({ before: path, after, sheet, row, count, like })
        }
      }
      const found = complaintsAbout(insertions).flatMap((complaints, index) =>
        complaints.map((complaint) => `${insertions[index]?.after}: ${complaint}`),
      )
      expect(found).toEqual([])
    },
    120_000,
  )

  it('marked and commented on keep every other value, here and in LibreOffice where it is installed', async () => {
    const marked: { path: string; after: string; address: string }[] = []
    for (const path of books) {
      const { sheet, row, column } = await placeIn(path)
      const cells = [
        { row, column: 1, style: { mark: 'wrong' as const } },
        { row, column, value: { text: '原因' }, style: { like_column: column - 1, is_note: true } },
      ]
      const edits = {
        sheet,
        cells,
        comments: [{ row, column: 1, text: '不对' }],
        columns: [{ column, width: 40 }],
      }
      const after = out(path, 'marked')
      await patchWorkbook(path, after, { sheets: [edits] })
      const { sheets } = await readWorkbook(after)
      const reason = sheets
        .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
        .find(({ text }) => text === '原因')
      const address = `${sheet}!${reason?.address}`
      expect(await valuesOf(after, address)).toEqual(await valuesOf(path))
      marked.push({ path, after, address })
      const other = differentParts(readFileSync(path), readFileSync(after)).filter((name) => !mayDiffer(name))
      expect([path, other]).toEqual([path, []])
    }
    if (!hasLibreOffice || marked.length === 0) return
    const some = marked.filter((_, index) => index % 6 === 0)
    const before = convertWithLibreOffice(
      some.map(({ path }) => path),
      'xlsx:Calc MS Excel 2007 XML',
    )
    const after = convertWithLibreOffice(
      some.map(({ after }) => after),
      'xlsx:Calc MS Excel 2007 XML',
    )
    for (const [index, { address }] of some.entries()) {
      expect(await valuesOf(after[index] ?? '', address)).toEqual(await valuesOf(before[index] ?? ''))
    }
  }, 180_000)
})

function mayDiffer(name: string): boolean {
  return (
    isOfSheet(name) ||
    /^\[Content_Types\]\.xml$|(^|\/)styles\.xml$|comments?\d*\.xml$|\.vml$|worksheets\/_rels\/[^/]+\.rels$/.test(
      name,
    )
  )
}
