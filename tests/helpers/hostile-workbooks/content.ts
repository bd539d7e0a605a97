// Group F: what stands in the cells. The package is good; a row that cannot be right is held back, with its cell.
import {
  accepted,
  type HostileCase,
  people,
  refused,
  roster,
  rosterRows,
  text,
  textRows,
} from './hostile-case.ts'
import { coded, four, hold, joined, reads, tell } from './one-more-person.ts'
import { textCases } from './texts.ts'

function table(...rows: (readonly string[])[]): () => Buffer {
  return () => roster({}, { data: textRows(rows) })
}

const headers = (...names: string[]) => table(names, ...people)
const noName = { warnings: [], totals: { read: 0 }, issues: { A1: /没有“姓名”一列|找不到表头/ } }
const evil = refused(/__proto__/)

const date = (value: string) => `<c r="E5" s="1"><v>${value}</v></c>`
const asDate = { formats: [14] }

export const contentCases: HostileCase[] = [
  {
    id: 'F84',
    what: 'the header __proto__',
    bytes: headers('__proto__', 'constructor', 'toString'),
    expected: { ...evil, cell: 'A1' },
  },
  {
    id: 'F84',
    what: 'the headers constructor and toString',
    bytes: headers('constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'),
    expected: noName,
  },
  { id: 'F84', what: 'the sheet __proto__', bytes: () => roster({}, { name: '__proto__' }), expected: evil },
  {
    id: 'F84',
    what: 'the defined name __proto__',
    bytes: () =>
      roster({
        replace: {
          'xl/workbook.xml':
            '<workbook xmlns:r="r"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="__proto__">名册!$A$1</definedName></definedNames></workbook>',
        },
      }),
    expected: evil,
  },
  {
    id: 'F85',
    what: 'no header at all',
    bytes: table(...people),
    expected: { warnings: [], totals: { read: 0 }, issues: { A1: /没有“姓名”一列|找不到表头/ } },
  },
  {
    id: 'F85',
    what: 'no 姓名',
    bytes: headers('部门', '组别', '工号', '岗位', '到岗日期'),
    expected: noName,
  },
  {
    id: 'F85',
    what: '姓名 twice',
    bytes: headers('姓名', '姓名', '工号', '岗位', '到岗日期'),
    expected: { warnings: [], totals: { new: 0 }, issues: { B1: /./ } },
  },
  {
    id: 'F85',
    what: 'the columns in another order',
    bytes: table(...rosterRows.map((cells) => [...cells].reverse())),
    expected: accepted,
  },
  {
    id: 'F85',
    what: 'headers with blanks, line breaks and characters that nobody sees',
    bytes: headers(' 姓　名 ', '组\n别', '工\u200B号', '岗位（职务）', '到岗日期\u00A0'),
    expected: accepted,
  },
  {
    id: 'F85',
    what: 'headers in full width',
    bytes: headers('姓名＊', '组别：', '工号（Ｎｏ．）', '岗位', '到岗日期'),
    expected: accepted,
  },
  {
    id: 'F86',
    what: 'an 18-digit number',
    bytes: coded('<c r="C5"><v>110101199003071234</v></c>'),
    expected: hold({ C5: /位数/ }),
  },
  {
    id: 'F86',
    what: 'an 18-digit number as Excel stores it',
    bytes: coded('<c r="C5"><v>1.10101199003071E+17</v></c>'),
    expected: hold({ C5: /位数/ }),
  },
  {
    id: 'F86',
    what: 'an 18-digit text',
    bytes: coded(text('11010119900307123X')),
    expected: reads({ C5: '11010119900307123X' }),
  },
  {
    id: 'F86',
    what: 'an 18-digit text with a wrong check digit, which the ledger does not hold',
    bytes: coded(text('110101199003071230')),
    expected: reads({ C5: '110101199003071230' }),
  },
  {
    id: 'F86',
    what: 'a number beyond all numbers',
    bytes: coded('<c r="C5"><v>1E309</v></c>'),
    expected: hold({ C5: /1E309/ }),
  },
  { id: 'F86', what: 'no number', bytes: coded('<c r="C5"><v>NaN</v></c>'), expected: hold({ C5: /NaN/ }) },
  { id: 'F86', what: 'leading zeros', bytes: coded(text('000123')), expected: reads({ C5: '000123' }) },
  {
    id: 'F86',
    what: 'full-width digits',
    bytes: coded(text('Ａ００４')),
    expected: reads({ C5: 'Ａ００４' }),
  },
  {
    id: 'F87',
    what: 'the 29 February 1900',
    bytes: joined(date('60'), asDate),
    expected: tell({ E5: /60/ }),
  },
  {
    id: 'F87',
    what: 'a date before the calendar',
    bytes: joined(date('-5'), asDate),
    expected: tell({ E5: /-5/ }),
  },
  {
    id: 'F87',
    what: 'a date of a 1904 book',
    bytes: joined(date('43000'), { ...asDate, date1904: true }),
    expected: reads({ E5: '2021-09-23' }),
  },
  {
    id: 'F87',
    what: 'a date as ISO text',
    bytes: joined('<c r="E5" t="d"><v>2026-01-03</v></c>'),
    expected: reads({ E5: '2026-01-03' }),
  },
  { id: 'F87', what: '2026.2.30', bytes: joined(text('2026.2.30')), expected: hold({ E5: /2月只有28天/ }) },
  { id: 'F87', what: '2026/1/3', bytes: joined(text('2026/1/3')), expected: four },
  {
    id: 'F87',
    what: '二〇二六年',
    bytes: joined(text('二〇二六年')),
    expected: tell({ E5: /不是完整的日期/ }),
  },
  {
    id: 'F87',
    what: 'a date with a time',
    bytes: joined(date('46025.75'), asDate),
    expected: reads({ E5: '2026-01-03 18:00' }),
  },
  {
    id: 'F87',
    what: 'the year 26',
    bytes: joined(text('0026-01-03')),
    expected: hold({ E5: /不是一个日期/ }),
  },
  ...textCases,
]
