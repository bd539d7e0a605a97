import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { buildSheet, buildWorkbook, sheetPart, type WorkbookParts } from '../../helpers/build-workbook.ts'
import { saveBytes } from '../../helpers/read-bytes.ts'
import { refusal, refuses } from '../../helpers/refusals.ts'

const row = (cells: string, number = 1) => `<row r="${number}">${cells}</row>`
const sheet = (data: string, after = '') => buildSheet(data, {}, { after })
const xml = (part: string) => buildWorkbook({ sheets: [{ xml: part }] })

describe('XML that is none', () => {
  const cut = sheetPart({ data: row('<c r="A1"><v>1</v></c>') }).slice(0, -40)
  refuses([
    ['cut off in a row', () => xml(cut), 'workbook_damaged', /XML/],
    [
      'control characters',
      () => sheet(row('<c r="A1" t="inlineStr"><is><t>\u0001</t></is></c>')),
      'workbook_damaged',
      /XML/,
    ],
    [
      'bytes that are no UTF-8',
      () =>
        buildWorkbook({
          replace: {
            'xl/worksheets/sheet1.xml': Buffer.concat([
              Buffer.from('<worksheet><a b="'),
              Buffer.from([0xff]),
              Buffer.from('"/></worksheet>'),
            ]),
          },
        }),
      'workbook_damaged',
      /XML/,
    ],
    [
      'UTF-16',
      () =>
        buildWorkbook({
          replace: { 'xl/worksheets/sheet1.xml': Buffer.from('\uFEFF<worksheet/>', 'utf16le') },
        }),
      'workbook_damaged',
      /UTF-16/,
    ],
    [
      'another encoding declared',
      () => xml('<?xml version="1.0" encoding="GB2312"?><worksheet/>'),
      'workbook_damaged',
      /GB2312/,
    ],
    [
      '65 nested elements',
      () => xml(`<worksheet>${'<a>'.repeat(64)}${'</a>'.repeat(64)}</worksheet>`),
      'workbook_damaged',
      /嵌套过深/,
    ],
    [
      '200 000 nested elements',
      () => xml(`<worksheet>${'<a>'.repeat(200_000)}`),
      'workbook_damaged',
      /嵌套过深/,
    ],
    [
      'an attribute without end',
      () => xml(`<worksheet a="${randomBytes(1 << 20).toString('hex')}"/>`),
      'workbook_damaged',
      /过长/,
    ],
    [
      'a text without end',
      () => sheet(row(`<c r="A1" t="inlineStr"><is><t>${randomBytes(1 << 20).toString('hex')}</t></is></c>`)),
      'workbook_damaged',
      /过长的文字/,
    ],
    [
      'ten thousand attributes',
      () =>
        xml(`<worksheet ${Array.from({ length: 10_000 }, (_, index) => `a${index}="${index}"`).join(' ')}/>`),
      'workbook_damaged',
      /过多的属性/,
    ],
  ])
})

describe('cells where none can be', () => {
  const at = async (bytes: Buffer) => (await refusal(bytes)).where
  refuses([
    ['a negative row', () => sheet('<row r="-1"/>'), 'workbook_damaged', /行号 -1/],
    ['row 99 999 999', () => sheet('<row r="99999999"/>'), 'workbook_damaged', /行号 99999999/],
    ['rows out of order', () => sheet('<row r="2"/><row r="1"/>'), 'workbook_damaged', /第 1 行/],
    ['a row twice', () => sheet('<row r="2"/><row r="2"/>'), 'workbook_damaged', /第 2 行/],
    ['a cell in another row', () => sheet(row('<c r="A2"><v>1</v></c>')), 'workbook_damaged', /第 1 行/],
    [
      'a cell beyond the last column',
      () => sheet(row('<c r="XFE1"><v>1</v></c>')),
      'workbook_damaged',
      /第 1 行/,
    ],
    [
      'a cell twice',
      () => sheet(row('<c r="B1"><v>1</v></c><c r="B1"><v>2</v></c>')),
      'workbook_damaged',
      /重复/,
    ],
    [
      'a text that is not there',
      () => sheet(row('<c r="B1" t="s"><v>999999</v></c>')),
      'workbook_damaged',
      /不存在/,
    ],
    [
      'a text by a name',
      () => sheet(row('<c r="B1" t="s"><v>constructor</v></c>')),
      'workbook_damaged',
      /不存在/,
    ],
    ['more than 200 columns', () => sheet(row('<c r="GS1"><v>1</v></c>')), 'workbook_too_big', /200 列/],
    [
      '40 000 characters',
      () => buildSheet(row('<c r="C1" t="s"><v>0</v></c>'), { shared: ['字'.repeat(40_000)] }),
      'workbook_too_big',
      /32 767/,
    ],
    [
      'more than 20 000 rows',
      () =>
        sheet(
          Array.from({ length: 20_001 }, (_, index) => row(`<c><v>${index}</v></c>`, index + 1)).join(''),
        ),
      'workbook_too_big',
      /20 000 行/,
    ],
    [
      'more than 300 sheets',
      () =>
        buildWorkbook({
          sheets: Array.from({ length: 301 }, (): NonNullable<WorkbookParts['sheets']>[number] => ({
            data: '',
          })),
        }),
      'workbook_too_big',
      /301 张/,
    ],
  ])

  it('are named', async () => {
    expect(await at(sheet(row('<c r="B1"><v>1</v></c><c r="B1"><v>2</v></c>')))).toBe(
      '第47周 周报.xlsx，工作表“Sheet1”，单元格 B1',
    )
    expect(await at(buildSheet(row('<c r="C7" t="s"><v>5</v></c>', 7), { shared: ['甲'] }))).toBe(
      '第47周 周报.xlsx，工作表“Sheet1”，单元格 C7',
    )
    expect(await at(sheet(row('<c r="GS1"><v>1</v></c>')))).toBe(
      '第47周 周报.xlsx，工作表“Sheet1”，单元格 GS1',
    )
  })

  it('do not change what objects inherit', async () => {
    const names = ['constructor', 'toString', 'prototype', 'hasOwnProperty']
    const data = row(names.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join(''))
    const { sheets } = await readWorkbook(
      saveBytes(buildWorkbook({ sheets: [{ name: 'constructor', data }] })),
    )
    expect(sheets[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(names)
    const evil = row('<c t="inlineStr"><is><t>__proto__</t></is></c>')
    expect((await refusal(sheet(evil))).where).toBe('第47周 周报.xlsx，工作表“Sheet1”，单元格 A1')
    expect((await refusal(buildWorkbook({ sheets: [{ name: '__proto__' }] }))).code).toBe('workbook_refused')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
