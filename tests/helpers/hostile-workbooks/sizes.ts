// Group C: sheets that lie about their size, or have too much of something.
import { buildWorkbook, type SheetPart } from '../build-workbook.ts'
import {
  accepted,
  damaged,
  type HostileCase,
  roster,
  rosterRows,
  text,
  textRows,
  tooBig,
  warned,
} from './hostile-case.ts'

const data = textRows(rosterRows)
const sheet = (more: SheetPart) => () => roster({}, more)
const after = (xml: string) => sheet({ after: xml })
const rows = (xml: string) => sheet({ data: `${data}${xml}` })
const merged = (...refs: string[]) =>
  after(`<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`)
const dropDown = (range: string) =>
  `<dataValidation type="list" sqref="${range}"><formula1>"男,女"</formula1></dataValidation>`

const whole = /整列、整行或整张表的合并/

export const sizeCases: HostileCase[] = [
  {
    id: 'C45',
    what: 'a dimension of the whole sheet',
    bytes: sheet({ before: '<dimension ref="A1:XFD1048576"/>' }),
    expected: accepted,
  },
  {
    id: 'C46',
    what: 'a value in the very last cell',
    bytes: rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    expected: tooBig(/200 列/, 'XFD1048576'),
  },
  {
    id: 'C47',
    what: 'row 99 999 999',
    bytes: rows('<row r="99999999"/>'),
    expected: damaged(/行号 99999999/),
  },
  { id: 'C48', what: 'row -1', bytes: rows('<row r="-1"/>'), expected: damaged(/行号 -1/) },
  {
    id: 'C49',
    what: 'rows and cells that do not say where they are',
    bytes: sheet({ data: data.replaceAll(/ r="\d+"/g, '') }),
    expected: accepted,
  },
  { id: 'C50', what: 'rows out of order', bytes: rows('<row r="3"/>'), expected: damaged(/第 3 行/) },
  { id: 'C50', what: 'a row twice', bytes: rows('<row r="4"/>'), expected: damaged(/第 4 行/) },
  {
    id: 'C51',
    what: 'a cell twice',
    bytes: rows('<row r="5"><c r="A5"><v>1</v></c><c r="A5"><v>2</v></c></row>'),
    expected: damaged(/重复/, 'A5'),
  },
  {
    id: 'C52',
    what: 'a merge of the whole sheet',
    bytes: merged('A1:XFD1048576'),
    expected: { warnings: [whole], totals: {} },
  },
  { id: 'C53', what: 'a merge of a whole column', bytes: merged('F1:F1048576'), expected: warned(whole) },
  {
    id: 'C54',
    what: 'merges one over the other',
    bytes: merged('G1:H2', 'H2:I3'),
    expected: warned(/相互重叠的合并单元格/),
  },
  {
    id: 'C55',
    what: 'a drop-down list on a column',
    bytes: after(`<dataValidations>${dropDown('A2:A1048576')}</dataValidations>`),
    expected: accepted,
  },
  {
    id: 'C56',
    what: 'drop-down lists on thirty columns',
    bytes: after(
      `<dataValidations>${Array.from({ length: 30 }, (_, index) => dropDown(`${String.fromCharCode(65 + (index % 26))}:${String.fromCharCode(65 + (index % 26))}`)).join('')}</dataValidations>`,
    ),
    expected: accepted,
  },
  {
    id: 'C57',
    what: 'a drop-down list on the whole sheet',
    bytes: after(`<dataValidations>${dropDown('A1:XFD1048576')}</dataValidations>`),
    expected: accepted,
  },
  {
    id: 'C58',
    what: 'a name for the whole sheet',
    bytes: () => named('名册!$A$1:$XFD$1048576'),
    expected: accepted,
  },
  {
    id: 'C59',
    what: 'a million rows',
    bytes: () => roster({}, { data: manyRows(1_048_576, text('王')) }),
    expected: tooBig(/20 000 行/, 'A20001'),
  },
  {
    id: 'C60',
    what: 'a million empty rows',
    bytes: () => roster({}, { data: data + manyRows(1_048_576, '', 5) }),
    expected: accepted,
  },
  {
    id: 'C61',
    what: 'columns to a hundred million',
    bytes: sheet({ before: '<cols><col min="6" max="100000000" hidden="1"/></cols>' }),
    expected: accepted,
  },
  {
    id: 'C62',
    what: '16 384 columns',
    bytes: sheet({ data: `<row r="1">${'<c><v>1</v></c>'.repeat(16_384)}</row>` }),
    expected: tooBig(/200 列/, 'GS1'),
  },
  {
    id: 'C63',
    what: '500 sheets',
    bytes: () => buildWorkbook({ sheets: Array.from({ length: 500 }, () => ({ data })) }),
    expected: tooBig(/500 张/),
  },
  {
    id: 'C64',
    what: 'shared text 999 999',
    bytes: rows('<row r="5"><c r="A5" t="s"><v>999999</v></c></row>'),
    expected: damaged(/不存在/, 'A5'),
  },
  {
    id: 'C65',
    what: 'a million styles',
    bytes: () =>
      roster({
        formats: `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(1_000_000)}</cellXfs></styleSheet>`,
      }),
    expected: accepted,
  },
]

function manyRows(last: number, cells: string, first = 1): string {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `<row r="${first + index}">${cells}</row>`,
  ).join('')
}

function named(range: string): Buffer {
  const names = `<definedNames><definedName name="全表">${range}</definedName></definedNames>`
  return roster({
    replace: {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`,
    },
  })
}
