import { expect, it } from 'vitest'
import type { CommentEdit } from '../../../src-main/excel/patch-edits.ts'
import { buildSheet, buildWorkbook, contentTypes } from '../../helpers/build-workbook.ts'
import { onSheet1, patched } from '../../helpers/patched.ts'
import { differentParts, partText, unzip } from '../../helpers/unzip.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = (...links: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`
const data = '<row r="1"><c r="A1"><v>1</v></c></row>'
const bad: CommentEdit[] = [
  { row: 3, column: 2, text: '名册里没有“张三”。\n请核对姓名。' },
  { row: 5, column: 1, text: '是空的。' },
]
const comment = (bytes: Buffer, ref: string, part = 'xl/comments1.xml') =>
  new RegExp(`<comment ref="${ref}".*?</comment>`, 's').exec(partText(bytes, part))?.[0] ?? ''
const textsOf = (bytes: Buffer, ref: string) =>
  [...comment(bytes, ref).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1])

it('comments come with their drawing, and with links and types for both', async () => {
  const book = buildSheet(data, {}, { after: '<drawing r:id="rIdD"/><tableParts count="0"/>' })
  const after = await patched(book, onSheet1({ comments: bad }))
  expect(differentParts(book, after)).toEqual([
    '[Content_Types].xml',
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/worksheets/_rels/sheet1.xml.rels',
    'xl/worksheets/sheet1.xml',
  ])
  expect(partText(after, 'xl/worksheets/sheet1.xml')).toContain(
    '<drawing r:id="rIdD"/><legacyDrawing r:id="rId2"/><tableParts count="0"/>',
  )
  expect(partText(after, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
    rels(['rId1', 'comments', '/xl/comments1.xml'], ['rId2', 'vmlDrawing', '/xl/drawings/vmlDrawing1.vml']),
  )
  expect(partText(after, '[Content_Types].xml')).toContain(
    '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/></Types>',
  )
  expect(partText(after, 'xl/comments1.xml')).toContain('<authors><author>履职台账</author></authors>')
  expect(textsOf(after, 'B3')).toEqual(['【退回】名册里没有“张三”。&#10;请核对姓名。'])
  const vml = partText(after, 'xl/drawings/vmlDrawing1.vml')
  expect(vml).toContain('<o:idmap v:ext="edit" data="1"/>')
  expect([...vml.matchAll(/id="_x0000_s(\d+)"/g)].map((match) => match[1])).toEqual(['1025', '1026'])
  expect([...vml.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g)].map((match) => match.slice(1))).toEqual([
    ['2', '1'],
    ['4', '0'],
  ])
})

/** As Excel writes it: a note of the superior at B3, a control beside it. */
function annotated(more: Record<string, string> = {}): Buffer {
  const shape = (id: number, kind: string, inside: string) =>
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202"><x:ClientData ObjectType="${kind}">${inside}</x:ClientData></v:shape>`
  return buildSheet(
    data,
    {
      replace: {
        '[Content_Types].xml': contentTypes(1).replace(
          '<Default Extension="xml"',
          '<Default Extension="VML" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="xml"',
        ),
        'xl/worksheets/_rels/sheet1.xml.rels': rels(
          ['rId7', 'vmlDrawing', '../drawings/vmlDrawing3.vml'],
          ['rId1', 'comments', '../comments4.xml'],
          ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ),
        'xl/comments4.xml':
          '<comments><authors><author>上级</author></authors><commentList><comment ref="B3" authorId="0"><text><t>填姓名</t><phoneticPr fontId="1"/></text></comment><comment ref="C9" authorId="0"><text/></comment></commentList></comments>',
        'xl/drawings/vmlDrawing1.vml': `<xml><v:shapetype id="_x0000_t202"/>${shape(1025, 'Note', '<x:Row>2</x:Row><x:Column>1</x:Column>')}${shape(1100, 'Checkbox', '')}<br></xml>`,
        'xl/drawings/vmlDrawing3.vml': '<xml><o:idmap data="3"/></xml>',
        ...more,
      },
    },
    { after: '<legacyDrawing r:id="rId2"/><legacyDrawingHF r:id="rId7"/>' },
  )
}

it('comments go beside those that are there, and into the one of the same cell', async () => {
  const book = annotated()
  const after = await patched(book, onSheet1({ comments: bad }))
  expect(differentParts(book, after)).toEqual(['xl/comments4.xml', 'xl/drawings/vmlDrawing1.vml'])
  const part = partText(after, 'xl/comments4.xml')
  expect(part).toContain('<authors><author>上级</author><author>履职台账</author></authors>')
  expect(part).toMatch(
    /<comment ref="B3" authorId="0"><text><r><t>填姓名<\/t><\/r><r><rPr>.*?<\/rPr><t xml:space="preserve">&#10;【退回】名册里没有“张三”。&#10;请核对姓名。<\/t><\/r><phoneticPr fontId="1"\/><\/text><\/comment>/s,
  )
  expect(part).toMatch(/<comment ref="A5" authorId="1" shapeId="0">/)
  const vml = partText(after, 'xl/drawings/vmlDrawing1.vml')
  expect([...vml.matchAll(/id="_x0000_s(\d+)"/g)].map((match) => match[1])).toEqual([
    '1025',
    '1100',
    '1101',
    '1102',
  ])
  expect(vml).not.toContain('o:spt="202"')
})

it('comments of ours go away again and leave the others as they were', async () => {
  const book = annotated()
  const first = await patched(book, onSheet1({ comments: bad }))
  const second = await patched(
    first,
    onSheet1({ clears_marks: true, comments: [{ row: 5, column: 1, text: '还是空的。' }] }),
  )
  expect(comment(second, 'A5', 'xl/comments4.xml')).toContain('【退回】还是空的。')
  expect(comment(second, 'B3', 'xl/comments4.xml')).toBe(
    '<comment ref="B3" authorId="0"><text><r><t>填姓名</t></r><phoneticPr fontId="1"/></text></comment>',
  )
  const third = await patched(second, onSheet1({ clears_marks: true }))
  expect(partText(third, 'xl/comments4.xml')).not.toContain('【退回】')
  const rowsDrawn = (bytes: Buffer) =>
    [...partText(bytes, 'xl/drawings/vmlDrawing1.vml').matchAll(/<x:Row>(\d+)/g)].map((match) => match[1])
  expect([first, second, third].map(rowsDrawn)).toEqual([
    ['2', '8', '4'],
    ['2', '8', '4'],
    ['2', '8'],
  ])
})

it('comments of ours are known too where a program has made one text of all', async () => {
  const flat = (ref: string, text: string) =>
    `<comment ref="${ref}" authorId="0"><text><t>${text}</t></text></comment>`
  const book = annotated({
    'xl/comments4.xml': `<comments><authors><author>上级</author></authors><commentList>${flat('B3', '填姓名\n【退回】错误：空。')}${flat('C9', '【退回】错误：空。')}${flat('D1', '说明')}</commentList></comments>`,
  })
  const after = await patched(book, onSheet1({ clears_marks: true }))
  expect(partText(after, 'xl/comments4.xml')).toContain(
    `<commentList>${flat('B3', '填姓名')}${flat('D1', '说明')}</commentList>`,
  )
})

it('comments without a drawing, of other programs, get one together with ours', async () => {
  const book = buildSheet(data, {
    replace: {
      'xl/worksheets/_rels/sheet1.xml.rels': rels(['rId1', 'comments', '../comments1.xml']),
      'xl/comments1.xml': '<comments/>',
    },
  })
  const once = await patched(book, onSheet1({ comments: bad }))
  expect(partText(once, 'xl/comments1.xml')).toContain(
    '<comments><authors><author>履职台账</author></authors><commentList><comment ref="B3" authorId="0"',
  )
  const bare = annotated({
    'xl/worksheets/_rels/sheet1.xml.rels': rels(['rId1', 'comments', '../comments4.xml']),
  })
  const after = await patched(bare, onSheet1({ comments: bad }))
  expect(partText(after, 'xl/worksheets/sheet1.xml')).toContain(
    '</sheetData><legacyDrawing r:id="rId2"/><legacyDrawingHF r:id="rId7"/>',
  )
  const drawing =
    unzip(after)
      .find(({ name }) => name === 'xl/drawings/vmlDrawing2.vml')
      ?.content.toString() ?? ''
  expect(drawing.match(/ObjectType="Note"/g)).toHaveLength(3)
  expect(drawing).toContain('data="4"')
})

it('comments keep to the name spaces of a strict book, and to its prefixes', async () => {
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
  const book = buildWorkbook({
    sheets: [{ xml: `<x:worksheet xmlns:x="${main}"><x:sheetData/><x:extLst/></x:worksheet>` }],
    replace: {
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
  })
  const after = await patched(book, onSheet1({ comments: bad }))
  expect(partText(after, 'xl/worksheets/sheet1.xml')).toBe(
    `<x:worksheet xmlns:x="${main}"><x:sheetData/><x:legacyDrawing xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" r:id="rId2"/><x:extLst/></x:worksheet>`,
  )
  expect(partText(after, 'xl/comments1.xml')).toContain(`<comments xmlns="${main}">`)
  expect(partText(after, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
    'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"',
  )
})

it('very many comments take as many blocks of shape numbers as they need', async () => {
  const comments = Array.from({ length: 2500 }, (_, index) => ({ row: index + 1, column: 1, text: '空' }))
  const after = await patched(buildSheet(data), onSheet1({ comments }))
  const vml = partText(after, 'xl/drawings/vmlDrawing1.vml')
  expect(vml).toContain('data="1,2,3"')
  expect(vml.match(/<v:shape /g)).toHaveLength(2500)
})
