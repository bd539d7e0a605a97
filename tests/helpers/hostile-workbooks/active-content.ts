// Group D: programs, links and objects in the package.
import { contentTypes } from '../build-workbook.ts'
import { type HostileCase, people, refused, roster, rosterWith, row, warned } from './hostile-case.ts'

const withPart =
  (name: string, content = 'x') =>
  () =>
    roster({ extra: [{ name, content }] })
const link = (inner: string) =>
  withPart('xl/externalLinks/externalLink1.xml', `<externalLink>${inner}</externalLink>`)

const macros = /含有宏，已忽略/
const formulas = /单元格是公式/

/** The good roster with one more person, whose post is what a formula last gave. */
function formula(text: string): () => Buffer {
  const [name, group, code] = ['赵磊', '党建组', 'A004'].map((value) => `<c t="str"><v>${value}</v></c>`)
  return () => rosterWith(`${name}${group}${code}<c t="str"><f>${text}</f><v>干事</v></c>`)
}

const fromFormula = {
  warnings: [formulas],
  totals: { read: people.length + 1, new: people.length + 1 },
  texts: { D5: '干事' },
}

export const activeCases: HostileCase[] = [
  {
    id: 'D66',
    what: 'a workbook with macros',
    name: '名册.xlsm',
    bytes: () =>
      roster({
        replace: {
          '[Content_Types].xml': contentTypes(1, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
        },
        extra: [{ name: 'xl/vbaProject.bin', content: 'macro' }],
      }),
    expected: warned(macros),
  },
  {
    id: 'D67',
    what: 'the same under the name .xlsx',
    bytes: withPart('xl/vbaProject.bin'),
    expected: warned(macros),
  },
  {
    id: 'D68',
    what: 'a link to another workbook',
    bytes: link('<externalBook/>'),
    expected: warned(/外部链接/),
  },
  {
    id: 'D69',
    what: 'a DDE link',
    bytes: link('<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'),
    expected: refused(/DDE/),
  },
  {
    id: 'D70',
    what: 'an embedded program',
    bytes: withPart('xl/embeddings/oleObject1.bin'),
    expected: refused(/OLE/),
  },
  { id: 'D71', what: 'ActiveX', bytes: withPart('xl/activeX/activeX1.xml'), expected: refused(/ActiveX/) },
  {
    id: 'D72',
    what: 'a connection to data outside',
    bytes: withPart('xl/connections.xml'),
    expected: refused(/外部数据/),
  },
  {
    id: 'D72',
    what: 'Power Query',
    bytes: withPart('customData/item1.data'),
    expected: refused(/Power Query/),
  },
  {
    id: 'D73',
    what: 'a sheet of Excel 4 macros',
    bytes: withPart('xl/macrosheets/sheet1.xml'),
    expected: refused(/宏表/),
  },
  {
    id: 'D74',
    what: '=HYPERLINK',
    bytes: formula('HYPERLINK(&quot;http://example.com&quot;,&quot;x&quot;)'),
    expected: fromFormula,
  },
  {
    id: 'D74',
    what: '=WEBSERVICE',
    bytes: formula('WEBSERVICE(&quot;http://example.com&quot;)'),
    expected: fromFormula,
  },
  { id: 'D74', what: '=cmd', bytes: formula('cmd|&apos;/c calc&apos;!A1'), expected: fromFormula },
  {
    id: 'D74',
    what: 'a formula without a saved result',
    bytes: () =>
      roster(
        {},
        {
          after: '',
          data: `${row('<c t="str"><v>姓名</v></c>', 1)}${row('<c t="str"><v>王伟</v></c><c><f>1+1</f></c>', 2)}`,
        },
      ),
    expected: { warnings: [/公式没有保存计算结果/], totals: { read: 1, new: 1 } },
  },
]
