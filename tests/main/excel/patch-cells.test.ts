import { describe, expect, it } from 'vitest'
import { buildSheet, buildWorkbook } from '../../helpers/build-workbook.ts'
import { onSheet1, patched } from '../../helpers/patched.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { cellsOf } from '../../helpers/read-bytes.ts'
import { differentParts, partText } from '../../helpers/unzip.ts'

const sheet1 = 'xl/worksheets/sheet1.xml'
const sheetOf = (bytes: Buffer) => partText(bytes, sheet1)
const rowsOf = (bytes: Buffer) => /<sheetData>(.*)<\/sheetData>/s.exec(sheetOf(bytes))?.[1]

describe('values of cells', () => {
  const book = buildSheet(
    '<row r="2" spans="1:2"><c r="A2" s="1"><v>5</v></c><c r="B2" t="s"><v>0</v></c></row>',
    {
      shared: ['甲'],
      formats: [14, 49],
    },
  )

  it('are put where they belong, in cells and rows that are there or not', async () => {
    const cells = [
      { row: 2, column: 2, value: { text: '=1+1 <&">\n二' } },
      { row: 2, column: 4, value: { number: 0.1 } },
      { row: 1, column: 3, value: { text: '上' } },
      { row: 9, column: 1, value: { text: '_x000D_' } },
    ]
    const after = await patched(book, onSheet1({ cells }))
    expect(rowsOf(after)).toBe(
      '<row r="1"><c r="C1" t="inlineStr"><is><t xml:space="preserve">上</t></is></c></row>' +
        '<row r="2" spans="1:4"><c r="A2" s="1"><v>5</v></c>' +
        '<c r="B2" t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;&amp;&quot;&gt;&#10;二</t></is></c><c r="D2"><v>0.1</v></c></row>' +
        '<row r="9"><c r="A9" t="inlineStr"><is><t xml:space="preserve">_x005F_x000D_</t></is></c></row>',
    )
    expect(differentParts(book, after)).toEqual([sheet1])
    expect(await cellsOf(after)).toMatchObject({
      B2: { kind: 'text', text: '=1+1 <&">\n二' },
      A9: { kind: 'text', text: '_x000D_' },
    })
  })

  it('keep the style, and a day takes a date format only where there is none', async () => {
    const cells = [
      { row: 2, column: 1, value: { date: '2026-11-16' } },
      { row: 2, column: 2, value: { date: '2026-11-17' } },
      { row: 2, column: 3, value: null },
    ]
    const after = await patched(book, onSheet1({ cells }))
    expect(rowsOf(after)).toBe(
      '<row r="2" spans="1:3"><c r="A2" s="1"><v>46342</v></c><c r="B2" s="3"><v>46343</v></c><c r="C2"/></row>',
    )
    expect(partText(after, 'xl/styles.xml')).toContain(
      '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
    )
    expect(await cellsOf(after)).toMatchObject({ A2: { date: '2026-11-16' }, B2: { date: '2026-11-17' } })
  })

  it('count days as the book does', async () => {
    const mac = buildSheet('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', { formats: [14], date1904: true })
    const cells = ['2026-11-16', '1903-12-31', '昨天'].map((date, at) => ({
      row: at + 1,
      column: 1,
      value: { date },
    }))
    expect(await cellsOf(await patched(mac, onSheet1({ cells })))).toMatchObject({
      A1: { kind: 'date', date: '2026-11-16' },
      A2: { kind: 'text', text: '1903-12-31' },
      A3: { kind: 'text', text: '昨天' },
    })
  })

  it('find their place among cells and rows without addresses, with prefixes and without an end', async () => {
    const odd = buildWorkbook({
      sheets: [
        {
          xml:
            '<?xml version="1.0"?><!-- > --><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
            "<x:sheetData><x:row><x:c><x:v>1</x:v></x:c>\n<x:c r='C1'><x:v>3</x:v></x:c><x:c><x:v>4</x:v></x:c></x:row><x:row r='5' ht='20'/></x:sheetData></x:worksheet>",
        },
      ],
    })
    const number = (row: number, column: number) => ({ row, column, value: { number: 9 } })
    const after = await patched(
      odd,
      onSheet1({ cells: [number(1, 2), number(1, 4), number(1, 5), number(3, 1), number(5, 2)] }),
    )
    expect(/<x:sheetData>(.*)<\/x:sheetData>/s.exec(sheetOf(after))?.[1]).toBe(
      '<x:row><x:c><x:v>1</x:v></x:c>\n<x:c r="B1"><x:v>9</x:v></x:c><x:c r=\'C1\'><x:v>3</x:v></x:c><x:c r="D1"><x:v>9</x:v></x:c><x:c r="E1"><x:v>9</x:v></x:c></x:row>' +
        '<x:row r="3"><x:c r="A3"><x:v>9</x:v></x:c></x:row>' +
        "<x:row r='5' ht='20'><x:c r=\"B5\"><x:v>9</x:v></x:c></x:row>",
    )
  })

  it.each([
    ['an empty table', '<sheetData/>', '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'],
    [
      'no table',
      '<pageMargins left="1"/>',
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><pageMargins left="1"/>',
    ],
  ])('can be the first in %s', async (_, inside, expected) => {
    const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</worksheet>`
    const empty = buildWorkbook({ sheets: [{ xml }] })
    const after = await patched(empty, onSheet1({ cells: [{ row: 1, column: 1, value: { number: 1 } }] }))
    expect(sheetOf(after)).toBe(xml.replace(inside, expected))
  })

  it('widen what the sheet says of its size', async () => {
    const sized = buildSheet(
      '<row r="3"><c r="C3"><v>1</v></c></row>',
      {},
      { before: '<dimension ref="C3"/>' },
    )
    const after = await patched(sized, onSheet1({ cells: [{ row: 5, column: 2, value: { number: 1 } }] }))
    expect(sheetOf(after)).toContain('<dimension ref="B3:C5"/>')
  })

  it('never replace a formula, nor hide under a merged cell', async () => {
    const form = buildSheet(
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><v>1</v></c></row>',
      {},
      { after: '<mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>' },
    )
    const on = (row: number, column: number) =>
      problemOf(patched(form, onSheet1({ cells: [{ row, column, value: { text: '新' } }] })))
    expect(await on(2, 1)).toMatchObject({
      code: 'cell_has_formula',
      where: '周报.xlsx，工作表“Sheet1”，单元格 A2',
    })
    expect(await on(3, 3)).toMatchObject({
      code: 'cell_is_covered',
      where: '周报.xlsx，工作表“Sheet1”，单元格 C3',
    })
    expect(
      sheetOf(await patched(form, onSheet1({ cells: [{ row: 2, column: 2, value: { number: 7 } }] }))),
    ).toContain('<c r="B2"><v>7</v></c>')
  })

  it('are refused for a sheet that is not there, and for another file than meant', async () => {
    expect(await problemOf(patched(book, { sheets: [{ sheet: '甲' }] }))).toMatchObject({
      code: 'sheet_gone',
      message: '“周报.xlsx”里没有工作表“甲”。',
    })
    expect(await problemOf(patched(book, { sheets: [], digest: '00' }))).toMatchObject({
      code: 'file_changed',
      message: '“周报.xlsx”在预览之后被改动过，已经不是预览时的内容。',
    })
  })
})

describe('styles', () => {
  const styles = (inside: string) =>
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inside}</styleSheet>`
  const xf =
    '<xf numFmtId="14" fontId="1" fillId="0" borderId="2" xfId="0"><alignment horizontal="center" indent="1"/></xf>'
  const office = styles(
    `<fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders/><cellXfs count="2"><xf/>${xf}</cellXfs><dxfs/>`,
  )
  const data =
    '<row r="1" s="1" customFormat="1"><c r="A1" s="1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
  const marks = [
    { row: 1, column: 1, style: { mark: 'wrong' } },
    { row: 1, column: 2, style: { mark: 'wrong' } },
    { row: 2, column: 1, style: { mark: 'warning' } },
    { row: 2, column: 3, value: { text: '字' }, style: { like_column: 1, is_note: true } },
    { row: 3, column: 2, style: { mark: 'warning' } },
  ] as const

  it('are derived from what the cell, its row or its column has, each only once', async () => {
    const book = buildSheet(
      data,
      { formats: office },
      { before: '<cols><col min="2" max="16384" style="1"/></cols>' },
    )
    const after = await patched(book, onSheet1({ cells: marks }))
    expect(rowsOf(after)).toBe(
      '<row r="1" s="1" customFormat="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="2"/></row>' +
        '<row r="2"><c r="A2" s="3"><v>1</v></c><c r="C2" s="4" t="inlineStr"><is><t xml:space="preserve">字</t></is></c></row>' +
        '<row r="3"><c r="B3" s="5"/></row>',
    )
    const fill = (color: string) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`
    const red = xf.replace('fillId="0"', 'fillId="2"').replace('><', ' applyFill="1"><')
    expect(partText(after, 'xl/styles.xml')).toBe(
      styles(
        `<fonts count="1"><font/></fonts><fills count="4"><fill/><fill/>${fill('FFFFADAD')}${fill('FFFFE7A3')}</fills><borders/>` +
          `<cellXfs count="6"><xf/>${xf}${red}<xf fillId="3" applyFill="1"/>` +
          '<xf numFmtId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="center" wrapText="1"/></xf>' +
          `${red.replace('fillId="2"', 'fillId="3"')}</cellXfs><dxfs/>`,
      ),
    )
    expect(differentParts(book, after)).toEqual(['xl/styles.xml', sheet1])
  })

  it.each([
    ['no styles at all', null],
    [
      'an empty styles part',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    ],
    ['empty sections', styles('<numFmts count="0"/><fills count="0"></fills><cellXfs/>')],
  ])('are made up for a book with %s', async (_, part) => {
    const plain = '<row r="1"><c r="A1"><v>1</v></c></row>'
    const book = buildSheet(plain, { replace: { 'xl/styles.xml': part, ...(part === null ? noStyles : {}) } })
    const cells = [{ row: 1, column: 1, value: { date: '2026-11-16' }, style: { mark: 'wrong' } }] as const
    const after = await patched(book, onSheet1({ cells }))
    expect(await cellsOf(after)).toMatchObject({ A1: { date: '2026-11-16' } })
    const name = part === null ? 'xl/styles1.xml' : 'xl/styles.xml'
    const text = partText(after, name)
    expect(text).toMatch(/<fill>.*gray125.*<fill><patternFill patternType="solid"><fgColor rgb="FFFFADAD"\/>/)
    expect(text).toMatch(/<cellXfs[^>]*><xf numFmtId="0"[^>]*\/><xf [^>]*fillId="2"/)
  })

  const noStyles = {
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  }

  it('lose a mark of ours again, and only such a mark', async () => {
    const book = buildSheet(data, { formats: office })
    const marked = await patched(book, onSheet1({ cells: marks }))
    const cells = [{ row: 2, column: 1, style: { mark: 'wrong' } }] as const
    const after = await patched(marked, onSheet1({ clears_marks: true, cells }))
    expect(rowsOf(after)).toBe(
      '<row r="1" s="1" customFormat="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"/></row>' +
        '<row r="2"><c r="A2" s="5"><v>1</v></c><c r="C2" s="4" t="inlineStr"><is><t xml:space="preserve">字</t></is></c></row>' +
        '<row r="3"><c r="B3" s="0"/></row>',
    )
  })
})

describe('columns and rows', () => {
  it('take a width and are shown, without touching their neighbours', async () => {
    const book = buildSheet(
      '',
      {},
      { before: '<cols><col min="2" max="5" width="9" style="1" hidden="1"/></cols>' },
    )
    const after = await patched(
      book,
      onSheet1({
        columns: [
          { column: 3, width: 40 },
          { column: 8, width: 12 },
        ],
      }),
    )
    expect(sheetOf(after)).toContain(
      '<cols><col min="2" max="2" width="9" style="1" hidden="1"/><col min="3" max="3" width="40" style="1" customWidth="1"/>' +
        '<col min="4" max="5" width="9" style="1" hidden="1"/><col min="8" max="8" width="12" customWidth="1"/></cols>',
    )
    const bare = await patched(buildSheet(''), onSheet1({ columns: [{ column: 1, width: 40 }] }))
    expect(sheetOf(bare)).toContain(
      '<cols><col min="1" max="1" width="40" customWidth="1"/></cols><sheetData>',
    )
  })

  it('grow to a height and never shrink, not even below what their own text may need', async () => {
    const wrapped =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf/><xf><alignment wrapText="1"/></xf></cellXfs></styleSheet>'
    const data = '<row r="1" ht="15"/><row r="2" ht="80"/><row r="3"/><row r="4"><c r="A4" s="1"/></row>'
    const book = buildSheet(data, { formats: wrapped })
    const rows = [1, 2, 3, 4].map((row) => ({ row, at_least: 40 }))
    expect(rowsOf(await patched(book, onSheet1({ rows })))).toBe(
      '<row r="1" ht="40"/><row r="2" ht="80"/><row r="3" ht="40"/><row r="4"><c r="A4" s="1"/></row>',
    )
  })
})
