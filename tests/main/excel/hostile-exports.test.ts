// 200 texts that a spreadsheet might run, on every way out of the program: none of them becomes a formula.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import type { SheetToWrite } from '../../../src-main/excel/workbook.ts'
import { writeBulk } from '../../../src-main/excel/write-bulk.ts'
import { writeCsv } from '../../../src-main/excel/write-csv.ts'
import { writeWorkbook } from '../../../src-main/excel/write-workbook.ts'
import { buildSheet } from '../../helpers/build-workbook.ts'
import { hostileCells } from '../../helpers/hostile-cells.ts'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { hasOpenpyxl, readWithOpenpyxl } from '../../helpers/openpyxl.ts'
import { onSheet1, patched } from '../../helpers/patched.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { partText } from '../../helpers/unzip.ts'

const sheet: SheetToWrite = {
  name: '台账',
  title: '台账',
  head: { left: '单位' },
  widths: [8, 40],
  tables: [
    {
      columns: [{ header: '序号' }, { header: '事项' }],
      rows: hostileCells.map((text, at) => [`第${at}行`, text]),
    },
  ],
  foot: '填报人：',
  orientation: 'portrait',
}

async function everyWayOut(): Promise<string[]> {
  const at = (name: string) => join(tempFolder(), name)
  const [small, bulk, form, csv] = [at('small.xlsx'), at('bulk.xlsx'), at('form.xlsx'), at('text.csv')]
  await writeWorkbook(small, { sheets: [sheet] })
  await writeBulk(bulk, { sheets: [sheet] })
  const cells = hostileCells.map((text, row) => ({ row: row + 1, column: 2, value: { text } }))
  writeFileSync(
    form,
    await patched(buildSheet('<row r="1"><c r="A1"><v>1</v></c></row>'), onSheet1({ cells })),
  )
  await writeCsv(csv, { sheets: [sheet] })
  return [small, bulk, form, csv]
}

const plain = (text: string) => text.replaceAll('\u0000', '').replaceAll('\r', '\n')
const secondColumn = (rows: { cells: { column: number; kind: string; text: string }[] }[]) =>
  rows.flatMap(({ cells }) => cells.filter(({ column, text }) => column === 2 && text !== '事项'))

describe('200 hostile strings', () => {
  it('are texts in both writers, in a filled form and in CSV, and read back as they were', async () => {
    for (const path of await everyWayOut()) {
      const { sheets } = await readWorkbook(path)
      const found = secondColumn(sheets[0]?.rows ?? [])
      expect([path, found.length, found.every(({ kind }) => kind === 'text')]).toEqual([path, 200, true])
      expect(found.map(({ text }) => plain(text))).toEqual(hostileCells.map(plain))
    }
  })

  it.runIf(hasLibreOffice && hasOpenpyxl)(
    'stay texts to openpyxl and after LibreOffice has opened and saved the files: 0 formulas, nothing run',
    { timeout: 120_000 },
    async () => {
      const paths = await everyWayOut()
      const saved = convertWithLibreOffice(paths, 'xlsx')
      for (const path of [...paths.filter((each) => each.endsWith('.xlsx')), ...saved]) {
        expect([path, partText(readFileSync(path), 'xl/worksheets/sheet1.xml').includes('<f')]).toEqual([
          path,
          false,
        ])
      }
      for (const { path, sheets, error } of readWithOpenpyxl(saved)) {
        expect(error).toBeUndefined()
        const texts = Object.entries(sheets?.[0]?.cells ?? {}).filter(([address]) => address.startsWith('B'))
        expect([path, texts.filter(([, { kind }]) => kind !== 'text')]).toEqual([path, []])
        expect(texts.length).toBeGreaterThanOrEqual(200)
      }
    },
  )

  it('have an apostrophe in front in CSV, where quotes alone do not keep a spreadsheet from running them', async () => {
    const path = join(tempFolder(), '台账.csv')
    const rows = [
      ['=1+1', '-5', '’=1', "'=1", '－1', '\t=1', '正常'],
      ['', null, -5, 0.1, '"', 'a,b', '二\n行'],
    ]
    const columns = rows[0]?.map((_, at) => ({ header: `列${at}` })) ?? []
    await writeCsv(path, { sheets: [{ ...sheet, tables: [{ columns, rows }] }] })
    expect(readFileSync(path, 'utf8')).toBe(
      '\uFEFF"列0","列1","列2","列3","列4","列5","列6"\r\n' +
        '"\'=1+1","\'-5","’=1","\'\'=1","\'－1","\'\t=1","正常"\r\n' +
        '"","","-5","0.1","""","a,b","二\n行"\r\n',
    )
    const { sheets } = await readWorkbook(path)
    expect(sheets[0]?.rows[1]?.cells.map(({ text }) => text)).toEqual([
      '=1+1',
      '-5',
      '’=1',
      "'=1",
      '－1',
      '\t=1',
      '正常',
    ])
  })
})
