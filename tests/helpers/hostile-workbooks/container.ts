// Group A: what is wrong with the package itself.
import { crc32 } from 'node:zlib'
import { relationships, sheetPart } from '../build-workbook.ts'
import { buildZip, type ZipEntry } from '../build-zip.ts'
import { blanks, megabyte, nested, rosterEntries, scrambled, zip64 } from './bad-packages.ts'
import { damaged, type HostileCase, refused, roster, tooBig } from './hostile-case.ts'

const without = (name: string) => () => roster({ replace: { [name]: null } })
const withExtra =
  (name: string, content: string | Buffer = 'x') =>
  () =>
    roster({ extra: [{ name, content }] })
const withEntry = (entry: Partial<ZipEntry>) => () =>
  buildZip([...rosterEntries(), { name: 'extra.xml', content: '<a/>', ...entry }])

/** A sheet whose texts lie in a part of their own. */
const shared = (replace: Record<string, string | null>) => () =>
  roster({ shared: ['姓名'], replace }, { data: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' })

const noText = damaged(/缺少存放文字的部件/, 'A1')
const noZip = damaged(/文件不完整/)

export const containerCases: HostileCase[] = [
  {
    id: 'A1',
    what: 'an empty file',
    bytes: () => Buffer.alloc(0),
    expected: { code: 'file_empty', message: /空文件/ },
  },
  {
    id: 'A2',
    what: 'one byte',
    bytes: () => Buffer.from('P'),
    expected: { code: 'file_not_workbook', message: /不是表格/ },
  },
  {
    id: 'A3',
    what: 'the first half',
    bytes: () => roster().subarray(0, roster().length / 2),
    expected: noZip,
  },
  { id: 'A4', what: 'without its last ten bytes', bytes: () => roster().subarray(0, -10), expected: noZip },
  { id: 'A5', what: 'sixty bytes changed in the middle', bytes: () => scrambled(), expected: damaged(/./) },
  {
    id: 'A6',
    what: 'a program before the package',
    bytes: () => Buffer.concat([Buffer.from('MZ\x90\0junk'), roster()]),
    expected: { code: 'file_not_workbook', message: /程序/ },
  },
  {
    id: 'A6',
    what: 'a package that begins late',
    bytes: () => roster({ zip: { before: Buffer.from('PK\x03\x04junk') } }),
    expected: damaged(/开头/),
  },
  {
    id: 'A7',
    what: 'a megabyte behind the end',
    bytes: () => Buffer.concat([roster(), Buffer.alloc(megabyte, 7)]),
    expected: noZip,
  },
  {
    id: 'A8',
    what: 'an archive without a workbook',
    bytes: () => buildZip([{ name: '名册.txt', content: '王伟' }]),
    expected: { code: 'file_not_workbook', message: /压缩包/ },
  },
  {
    id: 'A9',
    what: 'no content types',
    bytes: without('[Content_Types].xml'),
    expected: damaged(/缺少必要的部件/),
  },
  {
    id: 'A10',
    what: 'no workbook part',
    bytes: without('xl/workbook.xml'),
    expected: damaged(/缺少工作簿主体/),
  },
  {
    id: 'A11',
    what: 'no relations of the workbook',
    bytes: without('xl/_rels/workbook.xml.rels'),
    expected: damaged(/缺少这张工作表/),
  },
  {
    id: 'A12',
    what: 'no sheet part',
    bytes: without('xl/worksheets/sheet1.xml'),
    expected: damaged(/缺少这张工作表/),
  },
  { id: 'A13', what: 'no shared texts', bytes: shared({ 'xl/sharedStrings.xml': null }), expected: noText },
  {
    id: 'A14',
    what: 'shared texts under a name in other case',
    bytes: shared({ 'xl/sharedStrings.xml': null, 'xl/SharedStrings.xml': '<sst/>' }),
    expected: noText,
  },
  {
    id: 'A14',
    what: 'a sheet under a name in other case',
    bytes: () =>
      roster({
        replace: { 'xl/worksheets/sheet1.xml': null },
        extra: [{ name: 'xl/Worksheets/Sheet1.xml', content: sheetPart({}) }],
      }),
    expected: damaged(/缺少这张工作表/),
  },
  {
    id: 'A15',
    what: 'names with back-slashes',
    bytes: () =>
      buildZip(
        rosterEntries().map((entry) => ({ ...entry, name: String(entry.name).replaceAll('/', '\\') })),
      ),
    expected: refused(/名称不合规范/),
  },
  {
    id: 'A16',
    what: 'a way out of the package',
    bytes: withExtra('../../evil.xml'),
    expected: refused(/名称不合规范/),
  },
  { id: 'A17', what: 'an absolute name', bytes: withExtra('/etc/x'), expected: refused(/名称不合规范/) },
  { id: 'A17', what: 'a name with a drive', bytes: withExtra('C:\\x'), expected: refused(/名称不合规范/) },
  {
    id: 'A18',
    what: 'the sheet part twice',
    bytes: withExtra('xl/worksheets/sheet1.xml', sheetPart({})),
    expected: refused(/同名部件/),
  },
  {
    id: 'A19',
    what: 'another name before a part than in the directory',
    bytes: withEntry({ localName: 'other.xml' }),
    expected: refused(/前后名称不一致/),
  },
  {
    id: 'A20',
    what: 'parts one over the other',
    bytes: withEntry({ content: '', sharesBytesOf: 'xl/styles.xml' }),
    expected: refused(/重叠/),
  },
  {
    id: 'A21',
    what: '400 MB of blanks in the sheet',
    bytes: () => blanks(400 * megabyte),
    expected: tooBig(/过大/),
  },
  {
    id: 'A21',
    what: '90 MB of blanks in the sheet',
    bytes: () => blanks(90 * megabyte),
    expected: damaged(/过长的文字/),
  },
  {
    id: 'A22',
    what: '100 000 empty entries',
    bytes: () =>
      buildZip(
        Array.from({ length: 100_000 }, (_, index) => ({ name: `${index}`, content: '', method: 0 })),
        { entryCount: 65_535 },
      ),
    expected: tooBig(/部件过多/),
  },
  {
    id: 'A23',
    what: 'archives within archives',
    bytes: () => nested(5),
    expected: { code: 'file_not_workbook', message: /压缩包/ },
  },
  {
    id: 'A24',
    what: 'a part of 100 MB that says ten bytes',
    bytes: () => blanks(100 * megabyte, 10),
    expected: damaged(/解不开/),
  },
  {
    id: 'A25',
    what: 'a wrong checksum',
    bytes: () => buildZip(rosterEntries().map((entry) => ({ ...entry, crc: crc32('other') }))),
    expected: damaged(/校验和/),
  },
  {
    id: 'A26',
    what: 'an encrypted entry',
    bytes: withEntry({ flags: 0x801 }),
    expected: { code: 'workbook_encrypted', message: /加了密/ },
  },
  {
    id: 'A27',
    what: 'an unknown way of packing',
    bytes: withEntry({ method: 99 }),
    expected: damaged(/压缩方式/),
  },
  { id: 'A28', what: 'ZIP64 fields with absurd numbers', bytes: () => zip64(), expected: noZip },
  { id: 'A29', what: 'one of several disks', bytes: () => roster({ zip: { disk: 1 } }), expected: noZip },
  {
    id: 'A29',
    what: 'relations that lead out of the package',
    bytes: () =>
      roster({
        replace: { '_rels/.rels': relationships([['rId1', 'officeDocument', '../../../etc/passwd']]) },
      }),
    expected: damaged(/缺少工作簿主体/),
  },
]
