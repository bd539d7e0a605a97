import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontSizes } from '../../../src-main/excel/cell-styles.ts'
import { pageScale } from '../../../src-main/excel/page-estimate.ts'
import { columnPoints } from '../../../src-main/excel/row-height.ts'
import { faceOf, officialFonts } from '../../../src-main/excel/sheet-fonts.ts'
import { layOutSheet } from '../../../src-main/excel/sheet-layout.ts'
import type { SheetToWrite } from '../../../src-main/excel/workbook.ts'
import { writeWorkbook } from '../../../src-main/excel/write-workbook.ts'
import { fillSample } from '../../../src-main/sample/fill-sample.ts'
import { everyPaper, overfull, type PrintedPaper } from '../../helpers/every-paper.ts'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { type CellToMeasure, heightsInLibreOffice } from '../../helpers/libreoffice-heights.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { pdfPages, readsPdf } from '../../helpers/pdf-text.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

let book: TestBook
let papers: PrintedPaper[]
beforeAll(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  await fillSample(book, book.clock)
  papers = (await everyPaper(book)).map(({ name, sheet }) => ({
    name,
    sheet: { ...sheet, fonts: officialFonts },
  }))
}, 60_000)
afterAll(() => book.close())

const sum = (lengths: readonly number[]) => lengths.reduce((all, length) => all + length, 0)

interface PrintedCell extends CellToMeasure {
  where: string
  height: number
}

/** The texts of a paper with the room that each was given. Real dates are not wrapped, and lists need no thousand rows. */
function textsOf({ name, sheet }: PrintedPaper): PrintedCell[] {
  const { cells, widths, heights } = layOutSheet(sheet)
  return cells.flatMap(({ row, rows, column, columns, value, style }) => {
    if (typeof value !== 'string' || value === '' || style === 'date' || row > 400) return []
    const { name: font, is_bold } = faceOf(style, officialFonts)
    const width = sum(widths.slice(column, column + columns).map(columnPoints))
    const height = sum(heights.slice(row, row + rows))
    const where = `${name} ${sheet.paper} ${sheet.orientation} ${style}: ${value.slice(0, 30)}`
    return [{ where, text: value, font, size: fontSizes[style], is_bold, width, height }]
  })
}

/** Cells with the same text, look and width need the same: of those the one with least room. */
function tightest(cells: readonly PrintedCell[]): PrintedCell[] {
  const found = new Map<string, PrintedCell>()
  for (const cell of cells) {
    const key = `${cell.size} ${cell.font} ${cell.width} ${cell.text}`
    const other = found.get(key)
    if (other === undefined || cell.height < other.height) found.set(key, cell)
  }
  return [...found.values()]
}

const layouts: Pick<SheetToWrite, 'paper' | 'orientation'>[] = [
  { paper: 'A4', orientation: 'landscape' },
  { paper: 'A4', orientation: 'portrait' },
  { paper: 'A3', orientation: 'landscape' },
]

describe('every paper', () => {
  it('is printed at eight points or more on the paper that it asks for', () => {
    const small = papers.filter(({ sheet }) => {
      const scale = pageScale({ ...sheet, widths: layOutSheet(sheet).widths })
      return Math.round(scale * fontSizes.left * 10) < 80
    })
    expect(small.map(({ name }) => name)).toEqual([])
  })

  it('fills the paper that it asks for from edge to edge', () => {
    const narrow = papers.filter(({ sheet }) => {
      const widths = layOutSheet(sheet).widths
      const room = { A4: { landscape: 755, portrait: 508 }, A3: { landscape: 1104, portrait: 755 } }
      const across = sum(widths.map(columnPoints)) * pageScale({ ...sheet, widths })
      return across < room[sheet.paper ?? 'A4'][sheet.orientation] * 0.97
    })
    expect(narrow.map(({ name }) => name)).toEqual([])
  })

  it.skipIf(!hasLibreOffice)(
    'gives each text the height that another program finds it needs, on every paper, however much is written',
    () => {
      const drawn = [...papers, ...papers.map(overfull)].flatMap(({ name, sheet }) =>
        layouts.map((layout) => ({ name, sheet: { ...sheet, ...layout } })),
      )
      const cells = tightest(drawn.flatMap(textsOf))
      const needed = heightsInLibreOffice(cells)
      const cut = cells.flatMap(({ where, height }, at) =>
        (needed[at] ?? Number.NaN) <= height ? [] : [`${where}: has ${height}, needs ${needed[at]}`],
      )
      expect([needed.length, cut]).toEqual([cells.length, []])
    },
    180_000,
  )

  it.skipIf(!hasLibreOffice || !readsPdf)(
    'stands on its pages with every word, on as many as the preview says',
    async () => {
      const folder = tempFolder()
      const short = papers.filter(({ sheet }) => sum(sheet.tables.map(({ rows }) => rows.length)) < 400)
      const paths = short.map((_, at) => join(folder, `${at}.xlsx`))
      for (const [at, { sheet }] of short.entries()) await writeWorkbook(paths[at] ?? '', { sheets: [sheet] })
      const found = convertWithLibreOffice(paths, 'pdf').map((path) => pdfPages(readFileSync(path)))
      const wrong = short.flatMap(({ name, sheet }, at) => {
        const pages = found[at] ?? []
        const { estimated_starts, cells } = layOutSheet(sheet)
        const lost = lostCharacters(cells.map(({ value }) => String(value ?? '')).join(''), pages.join(''))
        const expected = estimated_starts.length + 1
        return pages.length === expected && lost === ''
          ? []
          : [`${name}: ${pages.length} of ${expected} pages, ${lost}`]
      })
      expect(wrong).toEqual([])
    },
    180_000,
  )
})

/** Characters that stand on the pages less often than in the cells; heads come again on every page. */
function lostCharacters(cells: string, pages: string): string {
  const counts = new Map<string, number>()
  for (const character of pages) counts.set(character, (counts.get(character) ?? 0) + 1)
  const lost: string[] = []
  for (const character of cells.replace(/\s/g, '')) {
    const left = (counts.get(character) ?? 0) - 1
    counts.set(character, left)
    if (left < 0) lost.push(character)
  }
  return lost.slice(0, 20).join('')
}
