import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { SharedTexts } from '../../../src-main/excel/shared-texts.ts'
import { SheetRows } from '../../../src-main/excel/sheet-rows.ts'
import type { SheetToWrite, TableColumn, TableValue } from '../../../src-main/excel/workbook.ts'
import { isBulk, writeBulk } from '../../../src-main/excel/write-bulk.ts'
import { writeWorkbook } from '../../../src-main/excel/write-workbook.ts'
import { hostileCells } from '../../helpers/hostile-cells.ts'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { hasOpenpyxl, readWithOpenpyxl } from '../../helpers/openpyxl.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { partText } from '../../helpers/unzip.ts'

const columns: TableColumn[] = [
  { header: '序号', align: 'center', kind: 'number' },
  { header: '组别', merge_equal: true },
  { header: '时限', kind: 'date' },
  { header: '事项' },
]

const sheetOf = (rows: TableValue[][], more: Partial<SheetToWrite> = {}): SheetToWrite => ({
  name: '台账',
  title: '工作台账',
  head: { left: '填报单位：组织人事处', middle: '第47周', right: '填报时间：2026年11月20日' },
  widths: [7, 12, 12, 30],
  tables: [{ columns, rows }],
  foot: '填报人：　　审核人：',
  orientation: 'landscape',
  ...more,
})

async function writtenInBulk(plan: SheetToWrite): Promise<string> {
  const path = join(tempFolder(), '台账.xlsx')
  await writeBulk(path, { sheets: [plan] })
  return path
}

async function loaded(path: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

/** All that can be seen of a sheet. Numbers may be wrapped or made smaller: both keep them readable. */
function lookOf(sheet: ExcelJS.Worksheet) {
  const rows: unknown[] = []
  const heights: number[] = []
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: unknown[] = []
    row.eachCell({ includeEmpty: true }, (cell) => {
      const { font, alignment, border, fill, numFmt } = cell
      const { horizontal, vertical } = alignment ?? {}
      // ExcelJS answers the value of the whole area for each of its cells.
      const value = cell.value === '' ? null : cell.value
      const { name, size, charset, bold } = font ?? {}
      cells.push([value, name, size, charset, bold ?? false, horizontal, vertical, border, fill, numFmt])
    })
    rows.push(cells)
    heights.push(row.height)
  })
  const { printTitlesRow, ...paper } = sheet.pageSetup
  return {
    name: sheet.name,
    rows,
    heights,
    widths: [1, 2, 3, 4, 5].map((column) => sheet.getColumn(column).width?.toFixed(3)),
    merges: [...(sheet.model.merges ?? [])].sort(),
    paper: [printTitlesRow, paper.orientation, paper.paperSize, paper.fitToWidth, paper.fitToHeight],
    margins: [paper.margins, paper.horizontalCentered],
    footer: sheet.headerFooter.oddFooter,
    // Null, whatever its types say, where nothing is frozen.
    view: (sheet.views ?? []).map(({ state, ...view }) => [state, 'ySplit' in view ? view.ySplit : 0]),
  }
}

async function expectSameLook(plan: SheetToWrite): Promise<void> {
  const other = join(tempFolder(), '台账.xlsx')
  await writeWorkbook(other, { sheets: [plan] })
  const { heights, ...look } = lookOf(await loaded(await writtenInBulk(plan)))
  const { heights: wanted, ...wanted_look } = lookOf(await loaded(other))
  expect(look).toEqual(wanted_look)
  expect(heights.map((height, row) => Math.abs(height - (wanted[row] ?? 0)) < 0.01)).not.toContain(false)
}

describe('the bulk writer', () => {
  it('takes over where ExcelJS would need too much memory', () => {
    const rows = Array.from({ length: 2500 }, () => [1, '甲', null, '乙'])
    const half = sheetOf(rows)
    expect(isBulk({ sheets: [half] })).toBe(false)
    expect(isBulk({ sheets: [half, half] })).toBe(true)
  })

  it('draws what ExcelJS draws: text, looks, heights, merged cells, paper', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'一二三，。（）ab1 \n<&"_x𠮷'), maxLength: 60 })
    const row = fc.tuple(
      fc.oneof(fc.integer({ min: -5, max: 99_999 }), fc.constant(null)),
      fc.constantFrom('党建组', '工资组', '', null),
      fc.constantFrom('2026-11-20', '长期', '2026-02-30', null),
      text,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60 }), async (rows) => {
        const table = { columns, rows, caption: '一、本周工作', empty_text: '无事项' }
        await expectSameLook(sheetOf([], { tables: [table], notes: ['说明：一'] }))
      }),
      { numRuns: 25 },
    )
  })

  it('draws the 附件 line, A3 and other fonts', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [
      at,
      '党建组',
      '2026-11-20',
      '组织主题党日活动，汇总上报材料。',
    ])
    const bold = { name: '宋体', is_bold: true }
    const body = { name: '微软雅黑', is_bold: false }
    const special = { attachment: '附件1', paper: 'A3', fonts: { title: bold, heading: bold, body } } as const
    const two = {
      tables: [
        { columns, rows },
        { columns, rows: [] },
      ],
    }
    await expectSameLook(sheetOf(rows, special))
    await expectSameLook(sheetOf([], { ...special, ...two, orientation: 'portrait' }))
  })

  it('lets a text that begins like a formula stay one while the clerk edits its cell', async () => {
    const path = await writtenInBulk(sheetOf([[1, '=1+1', null, '－1']]))
    const bytes = readFileSync(path)
    const styles = partText(bytes, 'xl/styles.xml').match(/<xf [^>]*>/g) ?? []
    const cells = partText(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<c r="([A-D]4)" s="(\d+)"/g)
    // The first of them is the one of cellStyleXfs.
    const isQuoted = (number: string) => styles[Number(number) + 1]?.includes('quotePrefix="1"')
    expect([...cells].map(([, address, number = '']) => [address, isQuoted(number)])).toEqual([
      ['A4', false],
      ['B4', true],
      ['C4', false],
      ['D4', true],
    ])
  })

  it('draws several tables on one sheet', async () => {
    const table = (caption: string, rows: TableValue[][]) => ({
      caption,
      columns,
      rows,
      empty_text: '无事项',
    })
    const week = [1, '党建组', '2026-11-20', '收党费']
    await expectSameLook(
      sheetOf([], {
        tables: [table('一、本周', [week, week]), table('二、下周', [])],
        orientation: 'portrait',
      }),
    )
  })

  it('gives a text too long for the highest row several rows, as ExcelJS is told to', async () => {
    await expectSameLook(sheetOf([[1, '党建组', '2026-11-20', '超长。'.repeat(400)]]))
  })

  it('keeps merged groups and the signatures together with their rows on every page', async () => {
    const rows = Array.from({ length: 700 }, (_, at) => [at, `第${Math.floor(at / 50)}组`, null, '收党费'])
    const path = await writtenInBulk(sheetOf(rows))
    const sheet = partText(readFileSync(path), 'xl/worksheets/sheet1.xml')
    const ends = [...sheet.matchAll(/<brk id="(\d+)"/g)].map((match) => Number(match[1]))
    expect(ends.length).toBeGreaterThan(20)
    const merges = [...sheet.matchAll(/<mergeCell ref="B(\d+):B(\d+)"/g)].map((match) => match.map(Number))
    for (const [, first = 0, last = 0] of merges) {
      expect(ends.filter((end) => first <= end && end < last)).toEqual([])
    }
    expect(ends.at(-1)).toBeLessThanOrEqual(700 + 3 - 2)
  })

  it.skipIf(!hasOpenpyxl)(
    'writes 6,000 rows that openpyxl reads back equal, cell by cell, also after LibreOffice has had them',
    async () => {
      const plain: TableColumn[] = [
        { header: '序号', kind: 'number' },
        { header: '身份证号' },
        { header: '时限', kind: 'date' },
        { header: '金额' },
        { header: '事项' },
      ]
      const rows: TableValue[][] = Array.from({ length: 6000 }, (_, at) => [
        at + 1,
        `1101011990${String(at).padStart(8, '0')}`,
        at % 7 === 0 ? '长期' : new Date(Date.UTC(2007, 0, at)).toISOString().slice(0, 10),
        at / 8,
        `=第${at}项 <收党费> & “核对”`,
      ])
      const path = join(tempFolder(), '台账.xlsx')
      await writeWorkbook(path, { sheets: [sheetOf([], { tables: [{ columns: plain, rows }] })] })
      const expected = rows.flatMap((row) => row.map((value) => describeValue(value)))
      for (const copy of [path, ...(hasLibreOffice ? convertWithLibreOffice([path], 'xlsx') : [])]) {
        const [answer] = readWithOpenpyxl([copy])
        const cells = answer?.sheets?.[0]?.cells ?? {}
        const found = rows.flatMap((row, at) =>
          row.map((_, column) => {
            const { text, number, date } = cells[`${'ABCDE'[column]}${at + 4}`] ?? {}
            return describeValue(date ?? number ?? text ?? null)
          }),
        )
        expect(found).toEqual(expected)
      }
    },
    120_000,
  )

  it('drops rows that no sheet can hold with words, not with a broken file', () => {
    const rows = new SheetRows(new SharedTexts())
    rows.count = 1_048_575
    rows.addRow([], 22, [])
    expect(() => rows.addRow([], 22, [])).toThrow(/1048576/)
  })
})

describe('texts', () => {
  it('that look like formulas stay text: 200 hostile strings, no formula', async () => {
    const path = await writtenInBulk(
      sheetOf(
        hostileCells.map((text, at) => [at, null, null, text]),
        { title: '=1+1', foot: '=1+1', head: { left: '@x' } },
      ),
    )
    const sheet = partText(readFileSync(path), 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toMatch(/<f[ >/]/)
    const { sheets } = await readWorkbook(path)
    expect(hostileCells).toHaveLength(200)
    expect(sheets[0]?.rows.slice(3, -1).map(({ cells }) => [cells.at(-1)?.kind, cells.at(-1)?.text])).toEqual(
      hostileCells.map((text) => ['text', text.replaceAll('\r', '\n').replaceAll('\u0000', '')]),
    )
  })

  it('of any characters are read back, but for what XML cannot carry', async () => {
    const texts = [
      '_x0000_',
      '_x005F_x000D_',
      '_X000d_',
      'a\u0000b\u001Fc\u007F',
      '\uD800',
      'x\uDC00y',
      '𠮷',
      ' 前后 ',
      '\t制表\n',
      '一\r\n二',
      ']]>',
      '<t>&amp;</t>',
      '\uFFFE\uFFFF',
      '\u2028',
    ]
    const path = await writtenInBulk(sheetOf(texts.map((text) => [1, null, null, `甲${text}`])))
    const { sheets } = await readWorkbook(path)
    expect(sheets[0]?.rows.slice(3, -1).map(({ cells }) => cells.at(-1)?.text)).toEqual([
      '甲_x0000_',
      '甲_x005F_x000D_',
      '甲_X000d_',
      '甲abc',
      '甲\uFFFD',
      '甲x\uFFFDy',
      '甲𠮷',
      '甲 前后 ',
      '甲\t制表\n',
      '甲一\n二',
      '甲]]>',
      '甲<t>&amp;</t>',
      '甲',
      '甲\u2028',
    ])
  })

  it.each([
    ['in bulk', writeBulk],
    ['by ExcelJS', writeWorkbook],
  ])('too long for a cell are told, and nothing is written (%s)', async (_, write) => {
    const path = join(tempFolder(), '台账.xlsx')
    const plan = (length: number) => ({ sheets: [sheetOf([[1, null, null, '长'.repeat(length)]])] })
    expect(await problemOf(write(path, plan(32_768)))).toEqual({
      code: 'text_too_long_for_cell',
      message: `有一处文字共 32768 字，超过了 Excel 单元格的上限（32767 字），没有导出：“${'长'.repeat(30)}…”。`,
      next: '请缩短这处文字，再导出一次。',
    })
    expect(existsSync(path)).toBe(false)
    await write(path, plan(32_767))
    expect((await readWorkbook(path)).sheets[0]?.rows[3]?.cells.at(-1)?.text).toHaveLength(32_767)
  })
})

function describeValue(value: TableValue): string {
  return typeof value === 'number' ? `number ${value}` : `text ${value}`
}
