import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import type { SheetToWrite, TableValue } from '../../../src-main/excel/workbook.ts'
import { writeWorkbook } from '../../../src-main/excel/write-workbook.ts'
import { openZipPackage } from '../../../src-main/excel/zip-package.ts'
import { hostileCells } from '../../helpers/hostile-cells.ts'
import { hasOpenpyxl, readWithOpenpyxl } from '../../helpers/openpyxl.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const sheetOf = (more: Partial<SheetToWrite> = {}): SheetToWrite => ({
  name: '清单',
  title: '岗位职责清单',
  head: { left: '填报单位：组织人事处', middle: '第47周', right: '填报时间：2026年11月20日' },
  widths: [6, 12, 12, 30],
  tables: [],
  foot: '填报人：　　审核人：',
  orientation: 'landscape',
  ...more,
})

const tableOf = (rows: TableValue[][]) => ({
  columns: [
    { header: '序号', align: 'center' as const },
    { header: '组别', merge_equal: true },
    { header: '时限', kind: 'date' as const },
    { header: '事项' },
  ],
  rows,
})

async function write(...sheets: SheetToWrite[]): Promise<string> {
  const path = join(tempFolder(), '清单.xlsx')
  await writeWorkbook(path, { sheets })
  return path
}

async function partsOf(path: string): Promise<(name: string) => Promise<string>> {
  const zip = await openZipPackage(readFileSync(path))
  return async (name) => {
    const chunks: Buffer[] = []
    for await (const chunk of zip.chunks(name)) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
  }
}

async function loaded(path: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('values', () => {
  it('are read back as they were given', async () => {
    const rows = [
      [1, '党建组', '2026-11-20', '第一行\n第二行'],
      [2, '党建组', '长期', '00123'],
      [3, null, '1900-02-28', '110101199003071234'],
      [4, '', '2026-02-30', ' 王　伟 '],
      [5.25, '𠮷', '2027-01-03', '_x000D_'],
    ]
    const { sheets } = await readWorkbook(await write(sheetOf({ tables: [tableOf(rows)] })))
    expect(sheets[0]?.name).toBe('清单')
    expect(
      sheets[0]?.rows.slice(3, -1).map((row) => row.cells.map(({ kind, text }) => `${kind} ${text}`)),
    ).toEqual([
      ['number 1', 'text 党建组', 'date 2026-11-20', 'text 第一行\n第二行'],
      ['number 2', 'text 长期', 'text 00123'],
      ['number 3', 'text 1900-02-28', 'text 110101199003071234'],
      ['number 4', 'text 2026-02-30', 'text  王　伟 '],
      ['number 5.25', 'text 𠮷', 'date 2027-01-03', 'text _x000D_'],
    ])
    expect(sheets[0]?.merges).toContainEqual({ first_row: 4, first_column: 2, last_row: 5, last_column: 2 })
  })

  it('that are dates do not move with the time zone', () => {
    const code = `
      const { writeWorkbook } = await import('${join(import.meta.dirname, '../../../src-main/excel/write-workbook.ts')}')
      const { readWorkbook } = await import('${join(import.meta.dirname, '../../../src-main/excel/read-workbook.ts')}')
      const path = process.argv[1]
      const table = { columns: [{ header: '时限', kind: 'date' }], rows: [['2026-11-20']] }
      await writeWorkbook(path, { sheets: [{ name: '甲', title: '甲', head: { left: '' }, widths: [20], tables: [table], foot: '', orientation: 'portrait' }] })
      const { sheets } = await readWorkbook(path)
      console.log(JSON.stringify(sheets[0].rows.at(-1).cells[0]))`
    for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      const answer = execFileSync(
        process.execPath,
        ['--input-type=module', '-e', code, join(tempFolder(), '时区.xlsx')],
        { env: { ...process.env, TZ: zone } },
      )
      expect(JSON.parse(answer.toString())).toMatchObject({ kind: 'date', date: '2026-11-20', number: 46346 })
    }
  })

  it('that look like formulas stay text: 200 hostile strings, no formula', async () => {
    const path = await write(
      sheetOf({
        title: '=1+1',
        foot: '=1+1',
        head: { left: '@x' },
        tables: [tableOf(hostileCells.map((text, index) => [index, null, null, text]))],
      }),
    )
    const part = await partsOf(path)
    expect(await part('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >/]/)
    const { sheets } = await readWorkbook(path)
    const texts = sheets[0]?.rows.slice(3, -1).map((row) => row.cells.at(-1))
    expect(hostileCells).toHaveLength(200)
    expect(texts?.map((cell) => [cell?.kind, cell?.text])).toEqual(
      hostileCells.map((text) => ['text', text.replaceAll('\r', '\n').replaceAll('\u0000', '')]),
    )
  })
})

describe('the paper', () => {
  it('counts its columns by a font that most systems have, or one of the same widths', async () => {
    const part = await partsOf(await write(sheetOf()))
    const [first] = (await part('xl/styles.xml')).match(/<font>.*?<\/font>/) ?? []
    expect(first).toBe('<font><sz val="10"/><name val="Arial"/><family val="2"/></font>')
  })

  it('is A4 or A3, with 附件1 above the title, repeating the column heads alone', async () => {
    const table = tableOf([[1, '党建组', null, '甲']])
    const sheet = await loaded(await write(sheetOf({ attachment: '附件1', paper: 'A3', tables: [table] })))
    const { paperSize, printTitlesRow } = sheet.pageSetup
    expect([paperSize, printTitlesRow, sheet.views[0]]).toMatchObject([8, '4:4', { ySplit: 4 }])
    expect(['A1', 'A2', 'B4'].map((cell) => sheet.getCell(cell).value)).toEqual([
      '附件1',
      '岗位职责清单',
      '组别',
    ])
    expect(sheet.getCell('A1').font).toMatchObject({ name: '黑体', size: 14 })
  })

  it('is A4, one page wide, with repeated heads, page numbers and a frozen head', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => [index, '党建组', null, '收党费'])
    const part = await partsOf(await write(sheetOf({ name: '第47周（11/16）', tables: [tableOf(rows)] })))
    const sheet = await part('xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(
      /<pageSetup paperSize="9" orientation="landscape"[^>]* fitToWidth="1" fitToHeight="0"/,
    )
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toContain('<printOptions horizontalCentered="1"/>')
    expect(sheet).toContain('第 &amp;P 页 共 &amp;N 页</oddFooter>')
    expect(sheet).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).toMatch(/<rowBreaks count="\d+" manualBreakCount="\d+">/)
    const margins = /<pageMargins left="([\d.]+)" right="([\d.]+)" top="([\d.]+)" bottom="([\d.]+)"/.exec(
      sheet,
    )
    for (const inches of margins?.slice(1) ?? []) expect(Number(inches) * 2.54).toBeGreaterThanOrEqual(1.5)
    expect(margins).not.toBeNull()
    expect(await part('xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">&apos;第47周（11-16）&apos;!$3:$3</definedName>',
    )
  })

  it('upright with two tables repeats title and head, and freezes nothing', async () => {
    const table = tableOf([[1, '甲', null, '乙']])
    const part = await partsOf(await write(sheetOf({ orientation: 'portrait', tables: [table, table] })))
    expect(await part('xl/worksheets/sheet1.xml')).toContain('orientation="portrait"')
    expect(await part('xl/worksheets/sheet1.xml')).not.toContain('<pane')
    expect(await part('xl/workbook.xml')).toContain('&apos;清单&apos;!$1:$2</definedName>')
  })

  it('is dressed as offices want it', async () => {
    const sheet = await loaded(
      await write(sheetOf({ tables: [tableOf([[7, '党建组', '2026-11-20', '收党费']])] })),
    )
    const look = (address: string) => {
      const { font, alignment, border, fill, numFmt } = sheet.getCell(address)
      return {
        // ExcelJS reads 10.5 as 10.
        font: `${font?.name} ${font?.size}`,
        alignment: `${alignment?.horizontal} ${alignment?.vertical} ${alignment?.wrapText}`,
        border: border?.left?.style,
        fill: fill?.type === 'pattern' ? fill.fgColor?.argb : undefined,
        format: numFmt,
      }
    }
    const plain = { border: undefined, fill: undefined, format: undefined }
    const boxed = { ...plain, border: 'thin', font: '宋体 10' }
    expect(look('A1')).toEqual({ ...plain, font: '方正小标宋简体 20', alignment: 'center middle true' })
    expect(look('A2')).toEqual({ ...plain, font: '宋体 11', alignment: 'left middle true' })
    expect(look('D2')).toEqual({ ...plain, font: '宋体 11', alignment: 'right middle true' })
    expect(look('A3')).toEqual({
      ...boxed,
      font: '黑体 11',
      alignment: 'center middle true',
      fill: 'FFEDEDED',
    })
    expect(look('A4')).toEqual({ ...boxed, alignment: 'center middle true' })
    expect(look('C4')).toEqual({ ...boxed, alignment: 'center middle true', format: 'yyyy-mm-dd' })
    expect(look('D4')).toEqual({ ...boxed, alignment: 'left middle true' })
  })

  it('draws the whole frame of merged cells', async () => {
    const sheet = await loaded(
      await write(
        sheetOf({
          tables: [
            {
              columns: [
                { header: '组别', merge_equal: true },
                { header: '事项', span: 3 },
              ],
              rows: [
                ['党建', 'a'],
                ['党建', 'b'],
              ],
            },
          ],
        }),
      ),
    )
    for (const address of ['A4', 'A5', 'B4', 'C4', 'D4', 'B5', 'D5']) {
      expect(Object.values(sheet.getCell(address).border ?? {}).map((edge) => edge?.style)).toEqual(
        Array(4).fill('thin'),
      )
    }
    expect(sheet.getCell('A5').master.address).toBe('A4')
    expect(sheet.getCell('D5').master.address).toBe('B5')
  })

  it('holds each style once, however many cells there are', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => [index, `${index}`, '2026-11-20', '收党费'])
    const part = await partsOf(await write(sheetOf({ tables: [tableOf(rows)] })))
    const count = /<cellXfs count="(\d+)"/.exec(await part('xl/styles.xml'))?.[1]
    expect(Number(count)).toBeLessThanOrEqual(13)
    expect(await part('xl/styles.xml')).toContain('<sz val="10.5"/>')
  })
})

it.skipIf(!hasOpenpyxl)(
  'openpyxl reads the same values (not run where python3-openpyxl is missing)',
  async () => {
    const rows = [
      [1, '党建组', '2026-11-20', '第一行\n第二行'],
      [2, '党建组', '长期', '=1+1'],
    ]
    const path = await write(sheetOf({ tables: [tableOf(rows)] }))
    const [answer] = readWithOpenpyxl([path])
    expect(answer?.sheets?.[0]?.cells).toMatchObject({
      A1: { text: '岗位职责清单' },
      A4: { number: 1 },
      B4: { text: '党建组' },
      C4: { date: '2026-11-20' },
      C5: { text: '长期' },
      D4: { text: '第一行\n第二行' },
      D5: { kind: 'text', text: '=1+1' },
    })
  },
)
