import { describe, expect, it } from 'vitest'
import type { RowInsertion } from '../../../src-main/excel/patch-edits.ts'
import { buildWorkbook, type WorkbookParts } from '../../helpers/build-workbook.ts'
import { onSheet1, patched } from '../../helpers/patched.ts'
import { differentParts, partText } from '../../helpers/unzip.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const threeAbove5: RowInsertion = { before: 5, count: 3 }

const insert = (book: Buffer, ...insert_rows: RowInsertion[]) => patched(book, onSheet1({ insert_rows }))

/** A book with one sheet that is linked to these parts. */
function linkedBook(
  links: readonly (readonly [type: string, part: string, content: string])[],
  more: WorkbookParts = {},
) {
  const rels = links.map(
    ([type, part], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="/${part}"/>`,
  )
  return buildWorkbook({
    ...more,
    replace: {
      ...more.replace,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels.join('')}</Relationships>`,
      ...Object.fromEntries(links.map(([, part, content]) => [part, content])),
    },
  })
}

describe('what a sheet links to', () => {
  it('tables, with the formulas of their columns', async () => {
    const table = (last: number, row: number) =>
      `<table ref="A3:C${last}" totalsRowCount="1"><autoFilter ref="A3:C${last - 1}"/><sortState ref="A4:C${last - 1}"><sortCondition ref="A4:A${last - 1}"/></sortState><tableColumns><tableColumn><calculatedColumnFormula>明细[[#This Row],[数量]]*$F$${row}</calculatedColumnFormula><totalsRowFormula>SUM(C4:C${row})</totalsRowFormula></tableColumn></tableColumns></table>`
    const book = linkedBook([['table', 'xl/tables/table1.xml', table(9, 6)]])
    expect(partText(await insert(book, threeAbove5), 'xl/tables/table1.xml')).toBe(table(12, 9))
  })

  it('comments with their drawings, threads, controls and pivot tables', async () => {
    const note = (row: number) =>
      `<xml><v:shape id="a"><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:Anchor>\n 1, 15, ${row - 2}, 2, 3, 31, ${row + 2}, 1</x:Anchor><x:Row>${row - 1}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape><br><v:shape><x:ClientData ObjectType="Checkbox"><x:Anchor>1, 1, ${row}, 2, 2, 2, ${row + 1}, 3</x:Anchor><x:FmlaLink>$A$${row}</x:FmlaLink></x:ClientData></v:shape></xml>`
    const parts = (row: number) =>
      [
        [
          'comments',
          'xl/comments1.xml',
          `<comments><commentList><comment ref="A${row}" authorId="0"><text><t>A5</t></text></comment></commentList></comments>`,
        ],
        ['vmlDrawing', 'xl/drawings/vmlDrawing1.vml', note(row)],
        [
          'threadedComment',
          'xl/threadedComments/threadedComment1.xml',
          `<ThreadedComments><threadedComment ref="A${row}"/></ThreadedComments>`,
        ],
        [
          'ctrlProp',
          'xl/ctrlProps/ctrlProp1.xml',
          `<formControlPr fmlaLink="$A$${row}" fmlaRange="Sheet1!$B$${row}:$B$${row + 4}" val="5"/>`,
        ],
        [
          'pivotTable',
          'xl/pivotTables/pivotTable1.xml',
          `<pivotTableDefinition><location ref="A${row}:B${row + 4}" firstHeaderRow="5"/></pivotTableDefinition>`,
        ],
        ['printerSettings', 'xl/printerSettings/printerSettings1.bin', 'A5'],
      ] as const
    const book = linkedBook(parts(5))
    const after = await insert(book, threeAbove5)
    for (const [, part, expected] of parts(8)) expect(partText(after, part)).toBe(expected)
    expect(differentParts(book, after)).toHaveLength(5)
  })

  const corner = (name: string, row: number, offset: number) =>
    `<xdr:${name}><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`
  /** First and last row (0-based), how far it reaches into the last one, and where both are afterwards. */
  const pictures: [
    what: string,
    edit_as: string,
    before: [number, number, number],
    after: [number, number],
  ][] = [
    ['above', '', [0, 3, 9], [0, 3]],
    ['across, which is stretched', '', [2, 6, 9], [2, 9]],
    ['across, with its edge right above the new rows', '', [2, 4, 0], [2, 4]],
    ['across, which only moves with its first corner', ' editAs="oneCell"', [2, 6, 9], [2, 6]],
    ['below', '', [4, 6, 0], [7, 9]],
    ['below, which only moves', ' editAs="oneCell"', [5, 6, 9], [8, 9]],
    ['below, which does not move', ' editAs="absolute"', [5, 6, 9], [5, 6]],
  ]
  it.each(pictures)('a picture %s', async (_, edit_as, [from, to, offset], [first, last]) => {
    const drawing = (start: number, end: number) =>
      `<xdr:wsDr xmlns:xdr="x"><mc:AlternateContent xmlns:mc="m"><mc:Choice><xdr:twoCellAnchor${edit_as}>${corner('from', start, 0)}${corner('to', end, offset)}<xdr:pic/></xdr:twoCellAnchor></mc:Choice></mc:AlternateContent></xdr:wsDr>`
    const book = linkedBook([['drawing', 'xl/drawings/drawing1.xml', drawing(from, to)]])
    expect(partText(await insert(book, threeAbove5), 'xl/drawings/drawing1.xml')).toBe(drawing(first, last))
  })

  it('charts, wherever they are drawn, and shapes that show a cell', async () => {
    const chart = (row: number) =>
      `<c:chartSpace xmlns:c="c"><c:ser><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${row}</c:f><c:strCache><c:pt idx="5"><c:v>Sheet1!$A$5</c:v></c:pt></c:strCache></c:strRef></c:cat><c:ext><c15:sqref xmlns:c15="d">Sheet1!$B$${row}</c15:sqref></c:ext></c:ser></c:chartSpace>`
    const drawing = (row: number) =>
      `<xdr:wsDr xmlns:xdr="x"><xdr:oneCellAnchor>${corner('from', 0, 0)}<xdr:sp textlink="Sheet1!$A$${row}"/></xdr:oneCellAnchor></xdr:wsDr>`
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/chart" Target="../charts/chart1.xml"/></Relationships>`
    const book = buildWorkbook({
      sheets: [{ data: '<row r="5"/>' }, {}],
      replace: {
        'xl/worksheets/_rels/sheet2.xml.rels': rels.replaceAll('chart', 'drawing'),
        'xl/drawings/drawing1.xml': drawing(5),
        'xl/drawings/_rels/drawing1.xml.rels': rels,
        'xl/charts/chart1.xml': chart(5),
      },
    })
    const after = await insert(book, threeAbove5)
    expect(partText(after, 'xl/charts/chart1.xml')).toBe(chart(8))
    expect(partText(after, 'xl/drawings/drawing1.xml')).toBe(drawing(8))
  })
})

describe('what the book says', () => {
  const parts = (names: string, more = ''): WorkbookParts => ({
    sheets: [{ data: '<row r="5"/>' }, {}],
    replace: {
      'xl/workbook.xml': `<workbook xmlns:r="${office}"><workbookPr/><sheets><sheet name="Sheet1" sheetId="7" r:id="rId1"/><sheet name="Sheet2" sheetId="2" r:id="rId2"/></sheets>${names}</workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/>${more}</Relationships>`,
    },
  })
  const bookText = async (names: string, recalculates = false) =>
    partText(
      await patched(buildWorkbook(parts(names)), {
        recalculates,
        ...onSheet1({ insert_rows: [threeAbove5] }),
      }),
      'xl/workbook.xml',
    ).replace(/^.*<\/sheets>|<\/workbook>$/gs, '')

  it('in names, print areas and print titles', async () => {
    expect(
      await bookText(
        '<definedNames><definedName name="合计">Sheet1!$A$5+Sheet2!$A$5</definedName><definedName name="左边">Sheet1!A5</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!A1:D9,Sheet1!$F$5:$G$6</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$A:$B,Sheet1!$4:$5</definedName></definedNames>',
      ),
    ).toBe(
      '<definedNames><definedName name="合计">Sheet1!$A$8+Sheet2!$A$5</definedName><definedName name="左边">Sheet1!A5</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Sheet1!A1:D12,Sheet1!$F$8:$G$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$A:$B,Sheet1!$4:$8</definedName></definedNames>',
    )
  })

  it.each([
    ['nothing', '', '<calcPr fullCalcOnLoad="1"/>'],
    ['names', '<definedNames/>', '<definedNames/><calcPr fullCalcOnLoad="1"/>'],
    ['what follows', '<pivotCaches/><extLst/>', '<calcPr fullCalcOnLoad="1"/><pivotCaches/><extLst/>'],
    [
      'its own way',
      '<calcPr calcId="1" fullCalcOnLoad="0"/><extLst/>',
      '<calcPr calcId="1" fullCalcOnLoad="1"/><extLst/>',
    ],
    ['the same', '<calcPr fullCalcOnLoad="1"/>', '<calcPr fullCalcOnLoad="1"/>'],
  ])('of calculating, where it says %s', async (_, before, after) => {
    expect(await bookText(before, true)).toBe(after)
  })

  it('in the order of calculation and in the sources of pivot tables', async () => {
    const links = `<Relationship Id="rId3" Type="${office}/calcChain" Target="calcChain.xml"/><Relationship Id="rId4" Type="${office}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>`
    const chain = (row: number) =>
      `<calcChain><c r="A5" i="2"/><c r="B6"/><c r="A${row}" i="7" l="1"/><c r="B${row + 1}" s="1"/><c r="A4"/></calcChain>`
    const source = (row: number) =>
      `<pivotCacheDefinition><cacheSource type="worksheet"><worksheetSource ref="A4:C${row}" sheet="Sheet1"/></cacheSource></pivotCacheDefinition>`
    const { replace, ...rest } = parts('', links)
    const book = buildWorkbook({
      ...rest,
      replace: {
        ...replace,
        'xl/calcChain.xml': chain(5),
        'xl/pivotCache/pivotCacheDefinition1.xml': source(9),
      },
    })
    const after = await insert(book, threeAbove5)
    expect(partText(after, 'xl/calcChain.xml')).toBe(chain(8))
    expect(partText(after, 'xl/pivotCache/pivotCacheDefinition1.xml')).toBe(source(12))
  })
})
