import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildSheet, buildWorkbook, workbookEntries } from '../../helpers/build-workbook.ts'
import { buildZip } from '../../helpers/build-zip.ts'
import { refusal, refuses } from '../../helpers/refusals.ts'

const good = buildWorkbook()
const row = (cells: string, number = 1) => `<row r="${number}">${cells}</row>`
const sheet = (data: string, after = '') => buildSheet(data, {}, { after })
const xml = (part: string) => buildWorkbook({ sheets: [{ xml: part }] })
const without = (name: string) => buildWorkbook({ replace: { [name]: null } })
const extra = (name: string, content = 'x') => buildWorkbook({ extra: [{ name, content }] })
const entry = (more: object) =>
  buildZip([...workbookEntries({}), { name: 'extra.xml', content: '<a/>', ...more }])

describe('broken packages', () => {
  refuses([
    ['the first half', () => good.subarray(0, good.length / 2), 'workbook_damaged', /不完整/],
    ['without its last ten bytes', () => good.subarray(0, -10), 'workbook_damaged', /不完整/],
    ['bytes changed in the middle', () => scrambled(), 'workbook_damaged', /已损坏/],
    ['junk behind the end', () => Buffer.concat([good, randomBytes(1000)]), 'workbook_damaged', /不完整/],
    [
      'a megabyte of junk behind the end',
      () => Buffer.concat([good, Buffer.alloc(1 << 20, 7)]),
      'workbook_damaged',
      /不完整/,
    ],
    [
      'a zip that begins late',
      () => buildWorkbook({ zip: { before: Buffer.from('PK\x03\x04 junk') } }),
      'workbook_damaged',
      /开头/,
    ],
    ['parts of several disks', () => buildWorkbook({ zip: { disk: 1 } }), 'workbook_damaged', /不完整/],
    [
      'more entries announced than there are',
      () => buildWorkbook({ zip: { entryCount: 9 } }),
      'workbook_damaged',
      /目录/,
    ],
    [
      'a wrong checksum',
      () => buildZip(workbookEntries({}).map((part) => ({ ...part, crc: 1 }))),
      'workbook_damaged',
      /校验和/,
    ],
    [
      'more inflated than announced',
      () => buildZip(workbookEntries({}).map((part) => ({ ...part, declaredSize: 10 }))),
      'workbook_damaged',
      /解不开/,
    ],
    ['no content types', () => without('[Content_Types].xml'), 'workbook_damaged', /缺少必要的部件/],
    ['no relations of the package', () => without('_rels/.rels'), 'workbook_damaged', /缺少必要的部件/],
    ['no workbook part', () => without('xl/workbook.xml'), 'workbook_damaged', /缺少工作簿主体/],
    [
      'no relations of the workbook',
      () => without('xl/_rels/workbook.xml.rels'),
      'workbook_damaged',
      /缺少这张工作表/,
    ],
    [
      'no styles though they are named',
      () => without('xl/styles.xml'),
      'workbook_damaged',
      /xl\/styles\.xml/,
    ],
    ['no sheet part', () => without('xl/worksheets/sheet1.xml'), 'workbook_damaged', /缺少这张工作表/],
    ['no sheets at all', () => buildWorkbook({ sheets: [] }), 'workbook_damaged', /没有工作表/],
    [
      'texts that are missing',
      () => buildSheet(row('<c r="A1" t="s"><v>0</v></c>'), { shared: null }),
      'workbook_damaged',
      /缺少存放文字的部件/,
    ],
    [
      'texts under a name in other case',
      () =>
        buildWorkbook({
          sheets: [{ data: row('<c r="A1" t="s"><v>0</v></c>') }],
          replace: { 'xl/sharedStrings.xml': null, 'xl/SharedStrings.xml': '<sst/>' },
        }),
      'workbook_damaged',
      /缺少存放文字的部件/,
    ],
    [
      'a part of another kind in place of the sheet',
      () => xml('<styleSheet/>'),
      'workbook_damaged',
      /内容不对/,
    ],
    ['an unknown way of packing', () => entry({ method: 99 }), 'workbook_damaged', /压缩方式/],
    [
      'a name that is no UTF-8',
      () => entry({ name: Buffer.from([0xd0, 0xd5]) }),
      'workbook_damaged',
      /规范编码/,
    ],
  ])

  function scrambled(): Buffer {
    const bytes = Buffer.from(good)
    const middle = Math.floor(bytes.length / 3)
    for (let index = middle; index < middle + 60; index += 1) bytes[index] = (bytes[index] ?? 0) ^ 0x5a
    return bytes
  }

  it('names the sheet that is missing', async () => {
    const problem = await refusal(
      buildWorkbook({ sheets: [{ name: '一组' }], replace: { 'xl/worksheets/sheet1.xml': null } }),
    )
    expect(problem.where).toBe('第47周 周报.xlsx，工作表“一组”')
  })
})

describe('packages made to do harm', () => {
  refuses([
    ['an encrypted entry', () => entry({ flags: 0x801 }), 'workbook_encrypted', /加了密/],
    ['back-slashes', () => extra('xl\\evil.xml'), 'workbook_refused', /名称不合规范/],
    ['a way out of the package', () => extra('../../evil.xml'), 'workbook_refused', /名称不合规范/],
    ['an absolute name', () => extra('/etc/evil'), 'workbook_refused', /名称不合规范/],
    ['a drive', () => extra('C:/evil'), 'workbook_refused', /名称不合规范/],
    ['the same part twice', () => extra('xl/worksheets/sheet1.xml'), 'workbook_refused', /同名部件/],
    [
      'the same part twice but for case',
      () => extra('xl/worksheets/Sheet1.xml'),
      'workbook_refused',
      /同名部件/,
    ],
    [
      'another name before the part than in the directory',
      () => entry({ localName: 'other.xml' }),
      'workbook_refused',
      /前后名称不一致/,
    ],
    [
      'entries one over the other',
      () =>
        buildZip([
          ...workbookEntries({}),
          { name: 'again.xml', content: '', sharesBytesOf: 'xl/styles.xml' },
        ]),
      'workbook_refused',
      /重叠/,
    ],
    [
      '2 001 entries',
      () => buildZip(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}`, content: '' }))),
      'workbook_too_big',
      /部件过多/,
    ],
    ['four hundred megabytes inside', () => entry({ declaredSize: 400 << 20 }), 'workbook_too_big', /过大/],
    [
      'a hundred megabytes packed too well',
      () => entry({ declaredSize: 101 << 20 }),
      'workbook_too_big',
      /过大/,
    ],
    [
      'nested entities',
      () => xml('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'),
      'workbook_refused',
      /DOCTYPE/,
    ],
    ['an empty document type', () => xml('<!DOCTYPE worksheet><worksheet/>'), 'workbook_refused', /DOCTYPE/],
    [
      'an entity of its own',
      () => sheet(row('<c r="A1" t="inlineStr"><is><t>&evil;</t></is></c>')),
      'workbook_damaged',
      /XML/,
    ],
    ['embedded objects', () => extra('xl/embeddings/oleObject1.bin'), 'workbook_refused', /OLE/],
    ['ActiveX', () => extra('xl/activeX/activeX1.xml'), 'workbook_refused', /ActiveX/],
    ['data connections', () => extra('xl/connections.xml'), 'workbook_refused', /连接了外部数据/],
    ['Power Query', () => extra('customData/item1.data'), 'workbook_refused', /Power Query/],
    [
      'a DDE link',
      () =>
        extra(
          'xl/externalLinks/externalLink1.xml',
          '<externalLink><ddeLink ddeService="cmd"/></externalLink>',
        ),
      'workbook_refused',
      /DDE/,
    ],
  ])
})
