// Group B: what is wrong with the XML in the parts.
import { sheetPart } from '../build-workbook.ts'
import {
  accepted,
  damaged,
  type HostileCase,
  header,
  people,
  refused,
  roster,
  rosterRows,
  text,
  textRows,
} from './hostile-case.ts'

const megabyte = 1 << 20
const noXml = damaged(/格式不正确/)

/** Large ones are made when they are asked for. */
const asSheet = (xml: string | Buffer | (() => string)) => () =>
  roster({ replace: { 'xl/worksheets/sheet1.xml': typeof xml === 'function' ? xml() : xml } })
const asTexts = (xml: string) => () => roster({ shared: xml })
const inCell = (value: string) => () =>
  roster({}, { data: `<row r="1"><c r="A1" t="inlineStr"><is><t>${value}</t></is></c></row>` })

function laughs(): string {
  const entities = Array.from({ length: 10 }, (_, level) =>
    level === 0 ? '<!ENTITY a0 "哈">' : `<!ENTITY a${level} "${`&a${level - 1};`.repeat(10)}">`,
  )
  return `<!DOCTYPE sst [${entities.join('')}]><sst><si><t>&a9;</t></si></sst>`
}

const good = sheetPart({ data: textRows(rosterRows) })

export const xmlCases: HostileCase[] = [
  {
    id: 'B30',
    what: 'a billion laughs in the shared texts',
    bytes: asTexts(laughs()),
    expected: refused(/DOCTYPE/),
  },
  {
    id: 'B31',
    what: 'an entity that is a file',
    bytes: asSheet(
      `<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>${good.slice(good.indexOf('<worksheet'))}`,
    ),
    expected: refused(/DOCTYPE/),
  },
  {
    id: 'B31',
    what: 'an entity that nobody declared',
    bytes: inCell('&x;'),
    expected: damaged(/格式不正确/, 'A1'),
  },
  {
    id: 'B32',
    what: 'a parameter entity in the workbook part',
    bytes: () =>
      roster({
        replace: {
          'xl/workbook.xml': '<!DOCTYPE workbook [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]><workbook/>',
        },
      }),
    expected: refused(/DOCTYPE/),
  },
  {
    id: 'B33',
    what: 'an empty document type',
    bytes: asSheet('<!DOCTYPE worksheet><worksheet/>'),
    expected: refused(/DOCTYPE/),
  },
  {
    id: 'B34',
    what: 'a sheet cut off in a row',
    bytes: asSheet(good.slice(0, -60)),
    expected: damaged(/格式不正确/, 'E4'),
  },
  { id: 'B35', what: 'a control character', bytes: inCell('\u0001'), expected: damaged(/格式不正确/, 'A1') },
  {
    id: 'B36',
    what: 'a byte that is no UTF-8',
    bytes: asSheet(Buffer.concat([Buffer.from('<worksheet a="'), Buffer.from([0xff]), Buffer.from('"/>')])),
    expected: noXml,
  },
  {
    id: 'B37',
    what: 'a sheet in UTF-16',
    bytes: asSheet(Buffer.from(`\uFEFF${good}`, 'utf16le')),
    expected: damaged(/UTF-16/),
  },
  {
    id: 'B38',
    what: 'GB 2312 declared',
    bytes: asSheet(good.replace('UTF-8', 'GB2312')),
    expected: damaged(/GB2312/),
  },
  {
    id: 'B39',
    what: '200 000 elements one in the other',
    bytes: asSheet(() => `<worksheet>${'<a>'.repeat(200_000)}`),
    expected: damaged(/嵌套过深/),
  },
  {
    id: 'B40',
    what: 'an attribute of 50 MB',
    bytes: asSheet(() => `<worksheet a="${'a'.repeat(50 * megabyte)}"/>`),
    expected: damaged(/过长/),
  },
  {
    id: 'B41',
    what: 'a text of 50 MB',
    bytes: () => inCell('字'.repeat((50 * megabyte) / 3))(),
    expected: damaged(/过长的文字/, 'A1'),
  },
  {
    id: 'B41',
    what: 'a comment of 50 MB',
    bytes: asSheet(() => `<worksheet><!--${'a'.repeat(50 * megabyte)}--></worksheet>`),
    expected: damaged(/过长的文字/),
  },
  {
    id: 'B42',
    what: 'a million attributes',
    bytes: asSheet(
      () => `<worksheet ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ')}/>`,
    ),
    expected: damaged(/过多的属性/),
  },
  { id: 'B43', what: 'a prefix before every element', bytes: asSheet(prefixed(good)), expected: accepted },
  { id: 'B44', what: 'strict Office Open XML', bytes: () => strict(), expected: accepted },
]

function prefixed(xml: string): string {
  return xml.replaceAll(/<(\/?)([a-zA-Z]+)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
}

function strict(): Buffer {
  const office = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
  const links = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  const rows = [header, ...people].map(
    (cells, index) => `<row r="${index + 1}">${cells.map(text).join('')}</row>`,
  )
  return roster({
    replace: {
      '_rels/.rels': links(
        `<Relationship Id="a" Type="${office}/officeDocument" Target="/xl/workbook.xml"/>`,
      ),
      'xl/_rels/workbook.xml.rels': links(
        `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
      ),
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}" conformance="strict"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    },
  })
}
