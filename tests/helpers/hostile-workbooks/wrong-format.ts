// Group E: files that are something else than their name says.
import { buildOle } from '../build-ole.ts'
import { contentTypes, relationships } from '../build-workbook.ts'
import { buildXls, record, textCell } from '../build-xls.ts'
import { buildZip } from '../build-zip.ts'
import { encodeGb18030 } from '../gb18030.ts'
import { randomNumbers } from '../random-numbers.ts'
import {
  accepted,
  damaged,
  type HostileCase,
  header,
  people,
  type Read,
  roster,
  rosterRows,
  rosterWith,
  text,
  warned,
} from './hostile-case.ts'

const otherFormat = (message: RegExp) => ({ code: 'workbook_other_format', message })
const noWorkbook = (message: RegExp) => ({ code: 'file_not_workbook', message })

const xls =
  (more: Parameters<typeof buildXls>[0] = {}) =>
  () =>
    buildXls({
      sheets: [
        {
          name: '名册',
          records: rosterRows.flatMap((cells, row) =>
            cells.map((value, column) => textCell(row, column, value)),
          ),
        },
      ],
      ...more,
    })

const csv = rosterRows.map((cells) => cells.join(',')).join('\r\n')
const table = `<table>${rosterRows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
const asText = (encoding: string): Read =>
  warned(new RegExp(`^这是文本表格，按 ${encoding} 编码、逗号分隔读取`))

function office(part: string, type: string): Buffer {
  return buildZip([
    { name: '[Content_Types].xml', content: contentTypes(0, type).replace('/xl/workbook.xml', `/${part}`) },
    { name: '_rels/.rels', content: relationships([['rId1', 'officeDocument', part]]) },
    { name: part, content: '<a/>' },
  ])
}

function noise(): Buffer {
  const random = randomNumbers(75)
  const bytes = Buffer.from(Array.from({ length: 20_000 }, () => Math.floor(random() * 256)))
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  return bytes
}

const picture = `${['赵磊', '党建组', 'A004'].map(text).join('')}<c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>`

export const formatCases: HostileCase[] = [
  {
    id: 'E75',
    what: 'noise behind the mark of an old file',
    name: '名册.xls',
    bytes: noise,
    expected: damaged(/./),
  },
  {
    id: 'E76',
    what: 'an .xlsx with a password',
    bytes: () => buildOle({ EncryptionInfo: Buffer.from('x'), EncryptedPackage: Buffer.from('x') }),
    expected: { code: 'workbook_encrypted', message: /打开密码/ },
  },
  {
    id: 'E76',
    what: 'an .xls with a password',
    name: '名册.xls',
    bytes: xls({ book: [record(0x002f, Array(54).fill(7))] }),
    expected: { code: 'workbook_encrypted', message: /密码/ },
  },
  { id: 'E77', what: 'an .xls', name: '名册.xls', bytes: xls(), expected: accepted },
  { id: 'E77', what: 'an .xls under the name .xlsx', bytes: xls(), expected: accepted },
  {
    id: 'E77',
    what: 'an .xlsx under the name .xls',
    name: '名册.xls',
    bytes: () => roster(),
    expected: accepted,
  },
  {
    id: 'E78',
    what: 'an .et of WPS',
    name: '名册.et',
    bytes: xls({ streams: { ETExtData: Buffer.from('x') } }),
    expected: accepted,
  },
  {
    id: 'E79',
    what: 'a web page under the name .xls',
    name: '名册.xls',
    bytes: () => Buffer.from(`<html><body>${table}</body></html>`),
    expected: otherFormat(/网页/),
  },
  {
    id: 'E79',
    what: 'a bare HTML table under the name .xlsx',
    bytes: () => Buffer.from(`\uFEFF${table}`),
    expected: otherFormat(/网页/),
  },
  {
    id: 'E80',
    what: 'CSV in UTF-8 under the name .xlsx',
    bytes: () => Buffer.from(csv),
    expected: asText('UTF-8'),
  },
  {
    id: 'E80',
    what: 'CSV in UTF-8 with its mark',
    bytes: () => Buffer.from(`\uFEFF${csv}`),
    expected: asText('UTF-8'),
  },
  {
    id: 'E80',
    what: 'CSV in GB 18030',
    name: '名册.xls',
    bytes: () => encodeGb18030(csv),
    expected: asText('GB18030'),
  },
  {
    id: 'E80',
    what: 'CSV in UTF-16',
    name: '名册.csv',
    bytes: () => Buffer.from(`\uFEFF${csv}`, 'utf16le'),
    expected: asText('UTF-16'),
  },
  {
    id: 'E81',
    what: 'an .xlsb',
    bytes: () => office('xl/workbook.bin', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
    expected: otherFormat(/\.xlsb/),
  },
  {
    id: 'E81',
    what: 'an .ods',
    bytes: () =>
      buildZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 }]),
    expected: otherFormat(/\.ods/),
  },
  {
    id: 'E81',
    what: 'an XML table of 2003',
    name: '名册.xls',
    bytes: () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    expected: otherFormat(/XML 表格 2003/),
  },
  {
    id: 'E81',
    what: 'a .docx',
    bytes: () =>
      office(
        'word/document.xml',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      ),
    expected: noWorkbook(/\.docx/),
  },
  {
    id: 'E81',
    what: 'a .doc',
    name: '名册.xls',
    bytes: () => buildOle({ WordDocument: Buffer.from('x') }),
    expected: noWorkbook(/文字文档/),
  },
  {
    id: 'E81',
    what: 'serialised Java',
    name: '名册.xls',
    bytes: () => Buffer.from('aced0005737200116a6176612e7574696c', 'hex'),
    expected: noWorkbook(/Java/),
  },
  {
    id: 'E82',
    what: 'a picture in a cell of WPS',
    bytes: () => rosterWith(picture, { replace: { 'xl/cellimages.xml': '<cellImages/>' } }),
    expected: { warnings: [/图片不导入/], totals: { read: 4, new: 4 }, texts: { D5: '' } },
  },
  {
    id: 'E83',
    what: 'the note of WPS that a file is open',
    name: '~$名册.xlsx',
    bytes: () => Buffer.from('\x05clerk'.padEnd(165)),
    expected: { code: 'lock_file', message: /临时锁定文件/ },
  },
  {
    id: 'E83',
    what: 'the same under a name of its own',
    name: '名册.xlsx',
    bytes: () => Buffer.from('\x05clerk'.padEnd(165)),
    expected: { code: 'lock_file', message: /临时锁定文件/ },
  },
  {
    id: 'E80',
    what: 'a title line above the header of a text table',
    name: '名册.csv',
    bytes: () =>
      Buffer.from([`党建组、人事组名册`, ...[header, ...people].map((cells) => cells.join('\t'))].join('\n')),
    expected: warned(/制表符分隔/),
  },
]
