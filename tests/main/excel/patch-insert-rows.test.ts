import { describe, expect, it } from 'vitest'
import type { RowInsertion } from '../../../src-main/excel/patch-edits.ts'
import { buildWorkbook, type SheetPart } from '../../helpers/build-workbook.ts'
import { onSheet1, patched } from '../../helpers/patched.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { differentParts, partText } from '../../helpers/unzip.ts'

const sheet1 = 'xl/worksheets/sheet1.xml'
const threeAbove5: RowInsertion = { before: 5, count: 3 }

const insert = (book: Buffer, ...insert_rows: RowInsertion[]) => patched(book, onSheet1({ insert_rows }))

/** What a sheet with these pieces becomes: rows, what stands before and what stands behind them. */
async function moved(sheet: SheetPart, ...insertions: RowInsertion[]): Promise<string> {
  const after = await insert(buildWorkbook({ sheets: [sheet] }), ...insertions)
  return partText(after, sheet1)
    .replace(/^.*?<worksheet[^>]*>/s, '')
    .replace(/<\/worksheet>$/, '')
}
const rowsMoved = async (data: string, ...insertions: RowInsertion[]) =>
  (await moved({ data }, ...insertions)).replace(/<\/?sheetData>/g, '')

describe('rows and cells', () => {
  it('move with all they have, and rows above keep their bytes', async () => {
    const above = '<row  r="4" spans="1:2"><c s="1" r="A4" ><v>4</v></c ></row>\n'
    expect(
      await rowsMoved(
        `${above}<row r="5" ht="30" customHeight="1" s="1" customFormat="1"><c r="A5" s="1"/><c r="B5" t="inlineStr"><is><t>A5</t></is></c></row> <!-- A5 --><row r="9"><c><v>9</v></c></row>`,
        threeAbove5,
      ),
    ).toBe(
      `${above}<row r="8" ht="30" customHeight="1" s="1" customFormat="1"><c r="A8" s="1"/><c r="B8" t="inlineStr"><is><t>A5</t></is></c></row> <!-- A5 --><row r="12"><c><v>9</v></c></row>`,
    )
  })

  it('without numbers get them where they would lose their place', async () => {
    expect(
      await rowsMoved('<row><c/></row><row/><row/><row/><row><c><v>5</v></c></row><row/>', threeAbove5),
    ).toBe('<row><c/></row><row/><row/><row/><row r="8"><c><v>5</v></c></row><row r="9"/>')
  })

  it('are not pushed off the end of the sheet, unless they are empty', async () => {
    const book = buildWorkbook({ sheets: [{ data: '<row r="1048574"><c r="A1048574"><v>1</v></c></row>' }] })
    expect(await problemOf(insert(book, threeAbove5))).toMatchObject({
      code: 'workbook_too_big',
      where: '周报.xlsx，工作表“Sheet1”',
    })
    expect(partText(await insert(book, { before: 5, count: 2 }), sheet1)).toContain('<row r="1048576">')
    const empty = '<row r="1048574"><c r="A1048574" s="1"/></row><row r="1048576" ht="20"/>'
    expect(await rowsMoved(empty, { before: 5, count: 2 })).toBe(
      '<row r="1048576"><c r="A1048576" s="1"/></row>',
    )
  })

  it('look like the row that was named: height, styles, formulas and merges, but no values', async () => {
    const data =
      '<row r="4" ht="20" hidden="1"><c r="A4" s="1"><v>1</v></c><c r="B4" s="2"/><c r="D4" t="str"><f>B4&amp;"B4"&amp;$C$4&amp;B6</f><v>x</v></c><c r="E4"><f t="array" ref="E4">A4</f></c></row>' +
      '<row r="6"><c r="B6"><f>SUM(B4:B5)</f></c></row>'
    const after = '<mergeCells count="2"><mergeCell ref="B4:C4"/><mergeCell ref="A1:B2"/></mergeCells>'
    expect(await moved({ data, after }, { before: 5, count: 2, like: 4 })).toBe(
      '<sheetData><row r="4" ht="20" hidden="1"><c r="A4" s="1"><v>1</v></c><c r="B4" s="2"/><c r="D4" t="str"><f>B4&amp;&quot;B4&quot;&amp;$C$4&amp;B8</f><v>x</v></c><c r="E4"><f t="array" ref="E4">A4</f></c></row>' +
        '<row r="5" ht="20"><c r="A5" s="1"/><c r="B5" s="2"/><c r="D5"><f>B5&amp;&quot;B4&quot;&amp;$C$4&amp;B9</f></c><c r="E5"/></row>' +
        '<row r="6" ht="20"><c r="A6" s="1"/><c r="B6" s="2"/><c r="D6"><f>B6&amp;&quot;B4&quot;&amp;$C$4&amp;B10</f></c><c r="E6"/></row>' +
        '<row r="8"><c r="B8"><f>SUM(B4:B7)</f></c></row></sheetData>' +
        '<mergeCells count="4"><mergeCell ref="B4:C4"/><mergeCell ref="A1:B2"/><mergeCell ref="B5:C5"/><mergeCell ref="B6:C6"/></mergeCells>',
    )
  })

  it('can look like the row they push down, like one far below, or like one that is not there', async () => {
    const data = '<row r="5" ht="25"/><row r="9" ht="40"><c r="A9" s="3"/></row>'
    expect(await rowsMoved(data, { before: 5, count: 1, like: 5 })).toBe(
      '<row r="5" ht="25"/><row r="6" ht="25"/><row r="10" ht="40"><c r="A10" s="3"/></row>',
    )
    expect(await rowsMoved(data, { before: 5, count: 1, like: 9 }, { before: 20, count: 1, like: 9 })).toBe(
      '<row r="5" ht="40"><c r="A5" s="3"/></row><row r="6" ht="25"/><row r="10" ht="40"><c r="A10" s="3"/></row><row r="21" ht="40"><c r="A21" s="3"/></row>',
    )
    expect(await rowsMoved(data, { before: 5, count: 1, like: 7 })).toBe(
      '<row r="6" ht="25"/><row r="10" ht="40"><c r="A10" s="3"/></row>',
    )
  })

  it('are taken into the sum right below them when that is wanted, and not into that beside them', async () => {
    const data =
      '<row r="4"><c r="F4"><f>SUM(C4:E4)</f></c></row><row r="5"><c r="C5"><f>SUM(C4:C4)</f></c><c r="F5"><f>SUM(F4)</f></c></row>'
    const after =
      '<conditionalFormatting sqref="C4:E4"><cfRule type="expression" priority="1"><formula>C4&gt;1</formula></cfRule></conditionalFormatting>'
    const insertion = { before: 5, count: 2, like: 4, grows_ranges_above: true }
    expect(await moved({ data, after }, insertion)).toBe(
      '<sheetData><row r="4"><c r="F4"><f>SUM(C4:E4)</f></c></row><row r="5"><c r="F5"><f>SUM(C5:E5)</f></c></row><row r="6"><c r="F6"><f>SUM(C6:E6)</f></c></row>' +
        '<row r="7"><c r="C7"><f>SUM(C4:C6)</f></c><c r="F7"><f>SUM(F4)</f></c></row></sheetData>' +
        '<conditionalFormatting sqref="C4:E6"><cfRule type="expression" priority="1"><formula>C4&gt;1</formula></cfRule></conditionalFormatting>',
    )
  })

  it('stay as they are for no new rows at all', async () => {
    const book = buildWorkbook({ sheets: [{ data: '<row r="5"><c r="A5"><f>A4</f></c></row>' }] })
    expect(differentParts(book, await insert(book, { before: 5, count: 0, like: 5 }))).toEqual([])
  })
})

describe('formulas', () => {
  it('that many cells share stay shared where they still say the same, else are spelled out', async () => {
    const shared = (row: number, column: string, rest = '') =>
      `<row r="${row}"><c r="${column}${row}"><f t="shared" ${rest}/><v>1</v></c></row>`
    const data =
      '<row r="3"><c r="C3"><f t="shared" ref="C3:C7" si="0">A3+B$2</f><v>1</v></c><c r="D3"><f t="shared" ref="D3:D7" si="1">D2+A3</f></c></row>' +
      shared(4, 'C', 'si="0"') +
      '<row r="5"><c r="C5"><f t="shared" si="0"/></c><c r="D5"><f t="shared" si="1"/><v>5</v></c></row>' +
      shared(7, 'D', 'si="1"')
    expect(await rowsMoved(data, threeAbove5)).toBe(
      '<row r="3"><c r="C3"><f t="shared" ref="C3:C10" si="0">A3+B$2</f><v>1</v></c><c r="D3"><f t="shared" ref="D3:D10" si="1">D2+A3</f></c></row>' +
        shared(4, 'C', 'si="0"') +
        '<row r="8"><c r="C8"><f t="shared" si="0"/></c><c r="D8"><f>D4+A8</f><v>5</v></c></row>' +
        shared(10, 'D', 'si="1"'),
    )
  })

  it('of arrays and data tables move as a whole, and are not torn apart', async () => {
    const data = (by: number) =>
      `<row r="${6 + by}"><c r="A${6 + by}"><f t="array" ref="A${6 + by}:A${7 + by}">TRANSPOSE(B1:C1)</f></c><c r="D${6 + by}"><f t="dataTable" ref="D${6 + by}:D${9 + by}" dt2D="0" r1="A${8 + by}"/></c></row>`
    expect(await rowsMoved(data(0), threeAbove5)).toBe(data(3))
    const book = buildWorkbook({ sheets: [{ data: data(0) }] })
    expect(await problemOf(insert(book, { before: 7, count: 1 }))).toMatchObject({
      message: '“周报.xlsx”里有跨多行的数组公式，不能在它中间插入行。',
      where: '周报.xlsx，工作表“Sheet1”，单元格 A6:A7',
    })
  })

  it('move on other sheets too, and sheets that say nothing of these rows keep their bytes', async () => {
    const sheets = [
      { data: '<row r="6"><c r="A6"><v>1</v></c></row>' },
      {
        name: '附 表',
        data: '<row r="6"><c r="A6"><f>Sheet1!A6+\'附 表\'!A6+SUM(Sheet1!A1:A6)</f></c></row>',
      },
      { data: '<row r="6"><c r="A6"><f>A6+[1]Sheet1!A6</f></c></row>' },
    ]
    const book = buildWorkbook({ sheets })
    const after = await insert(book, threeAbove5)
    expect(differentParts(book, after)).toEqual([sheet1, 'xl/worksheets/sheet2.xml'])
    expect(partText(after, 'xl/worksheets/sheet2.xml')).toContain(
      '<c r="A6"><f>Sheet1!A9+\'附 表\'!A6+SUM(Sheet1!A1:A9)</f></c>',
    )
  })
})

describe('what a sheet says of its rows', () => {
  const cases: [what: string, before: string, after: string][] = [
    [
      'merges',
      '<mergeCells count="3"><mergeCell ref="A1:B4"/><mergeCell ref="A4:A5"/><mergeCell ref="C6:D7"/></mergeCells>',
      '<mergeCells count="3"><mergeCell ref="A1:B4"/><mergeCell ref="A4:A8"/><mergeCell ref="C9:D10"/></mergeCells>',
    ],
    [
      'validations',
      '<dataValidations count="1"><dataValidation type="list" sqref="A5:A9 C1"><formula1>$B$4:$B$6</formula1><formula2>B5</formula2></dataValidation></dataValidations>',
      '<dataValidations count="1"><dataValidation type="list" sqref="A8:A12 C1"><formula1>$B$4:$B$9</formula1><formula2>B8</formula2></dataValidation></dataValidations>',
    ],
    [
      'conditional formats',
      '<conditionalFormatting sqref="A1:C9"><cfRule type="colorScale"><colorScale><cfvo type="formula" val="$A$5"/><cfvo type="num" val="5"/></colorScale></cfRule></conditionalFormatting>',
      '<conditionalFormatting sqref="A1:C12"><cfRule type="colorScale"><colorScale><cfvo type="formula" val="$A$8"/><cfvo type="num" val="5"/></colorScale></cfRule></conditionalFormatting>',
    ],
    [
      'links',
      '<hyperlinks><hyperlink ref="A5" location="Sheet1!A6"/><hyperlink ref="A6:B6" r:id="rId9" location="A5" display="A5"/></hyperlinks>',
      '<hyperlinks><hyperlink ref="A8" location="Sheet1!A9"/><hyperlink ref="A9:B9" r:id="rId9" location="A8" display="A5"/></hyperlinks>',
    ],
    [
      'page breaks',
      '<rowBreaks count="3"><brk id="3" max="16383" man="1"/><brk id="4"/><brk id="9"/></rowBreaks><colBreaks count="1"><brk id="9"/></colBreaks>',
      '<rowBreaks count="3"><brk id="3" max="16383" man="1"/><brk id="7"/><brk id="12"/></rowBreaks><colBreaks count="1"><brk id="9"/></colBreaks>',
    ],
    [
      'a filter',
      '<autoFilter ref="A3:D9"><filterColumn colId="0"/><sortState ref="A4:D9"><sortCondition ref="B4:B9"/></sortState></autoFilter>',
      '<autoFilter ref="A3:D12"><filterColumn colId="0"/><sortState ref="A4:D12"><sortCondition ref="B4:B12"/></sortState></autoFilter>',
    ],
    [
      'protected ranges',
      '<protectedRanges><protectedRange sqref="B5:B9 D1" name="填写区"/></protectedRanges>',
      '<protectedRanges><protectedRange sqref="B8:B12 D1" name="填写区"/></protectedRanges>',
    ],
    [
      'scenarios and watches',
      '<scenarios sqref="A9"><scenario name="甲"><inputCells r="A5" val="5"/></scenario></scenarios><cellWatches><cellWatch r="B6"/></cellWatches>',
      '<scenarios sqref="A12"><scenario name="甲"><inputCells r="A8" val="5"/></scenario></scenarios><cellWatches><cellWatch r="B9"/></cellWatches>',
    ],
    [
      'consolidation',
      '<dataConsolidate><dataRefs count="2"><dataRef ref="A5:B6" sheet="Sheet1"/><dataRef ref="A5:B6" sheet="别的"/></dataRefs></dataConsolidate>',
      '<dataConsolidate><dataRefs count="2"><dataRef ref="A8:B9" sheet="Sheet1"/><dataRef ref="A5:B6" sheet="别的"/></dataRefs></dataConsolidate>',
    ],
    [
      'ignored errors',
      '<ignoredErrors><ignoredError sqref="A5:A6" numberStoredAsText="1"/></ignoredErrors>',
      '<ignoredErrors><ignoredError sqref="A8:A9" numberStoredAsText="1"/></ignoredErrors>',
    ],
    [
      'later extensions',
      '<extLst><ext uri="{78C0D931}"><x14:conditionalFormatting xmlns:x14="a" xmlns:xm="b"><x14:cfRule><xm:f>$A$5</xm:f></x14:cfRule><xm:sqref>B4:B9 C5</xm:sqref></x14:conditionalFormatting><x14:sparkline xmlns:x14="a" xmlns:xm="b"><xm:f>Sheet1!A5:D5</xm:f><xm:sqref>E5</xm:sqref></x14:sparkline></ext></extLst>',
      '<extLst><ext uri="{78C0D931}"><x14:conditionalFormatting xmlns:x14="a" xmlns:xm="b"><x14:cfRule><xm:f>$A$8</xm:f></x14:cfRule><xm:sqref>B4:B12 C8</xm:sqref></x14:conditionalFormatting><x14:sparkline xmlns:x14="a" xmlns:xm="b"><xm:f>Sheet1!A8:D8</xm:f><xm:sqref>E8</xm:sqref></x14:sparkline></ext></extLst>',
    ],
    [
      'controls',
      '<mc:AlternateContent xmlns:mc="m"><mc:Choice><controls><control shapeId="1"><controlPr linkedCell="$A$5"><anchor moveWithCells="1"><from><col>0</col><row>5</row></from><to><col>1</col><row>7</row></to></anchor></controlPr></control></controls></mc:Choice></mc:AlternateContent>',
      '<mc:AlternateContent xmlns:mc="m"><mc:Choice><controls><control shapeId="1"><controlPr linkedCell="$A$8"><anchor moveWithCells="1"><from><col>0</col><row>8</row></from><to><col>1</col><row>10</row></to></anchor></controlPr></control></controls></mc:Choice></mc:AlternateContent>',
    ],
  ]
  it.each(cases)('%s', async (_, before, after) => {
    expect(await moved({ after: before }, threeAbove5)).toBe(`<sheetData></sheetData>${after}`)
  })

  it.each([
    ['rows put into the frozen part', 5, 5, 'ySplit="8" topLeftCell="B9"'],
    ['rows put right below the frozen part', 4, 4, 'ySplit="4" topLeftCell="B5"'],
    ['rows put far below it', 2, 2, 'ySplit="2" topLeftCell="B3"'],
  ])('its frozen part, with %s; where one looks stays', async (_, split, __, expected) => {
    const view = (pane: string) =>
      `<dimension ref="A1:D9"/><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ${pane} activePane="bottomRight" state="frozen"/><selection activeCell="A9" sqref="A9"/></sheetView></sheetViews>`
    const before = view(`ySplit="${split}" topLeftCell="B${split + 1}"`)
    expect(await moved({ before }, threeAbove5)).toBe(
      `${view(expected).replace('A1:D9', 'A1:D12')}<sheetData></sheetData>`,
    )
  })
})
