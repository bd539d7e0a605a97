// The last family of group F: texts, people, and what is hidden.
import { addressOf } from '../../../src-main/excel/cell-address.ts'
import {
  accepted,
  type HostileCase,
  header,
  roster,
  rosterRows,
  rosterWith,
  text,
  textRows,
  tooBig,
  warned,
} from './hostile-case.ts'
import { called, coded, four, hold, reads } from './one-more-person.ts'

function fiveThousand(): Buffer {
  const rows = Array.from({ length: 5000 }, (_, index) => [
    `王${String.fromCharCode(0x4e00 + index)}`,
    '党建组',
    `B${index}`,
  ])
  rows.splice(2500, 0, ['李一、李二', '党建组', 'B5000'])
  return roster({}, { data: textRows([header.slice(0, 3), ...rows]) })
}

export const textCases: HostileCase[] = [
  { id: 'F88', what: 'a NUL in escaped form', bytes: called('赵_x0000_磊'), expected: reads({ A5: '赵磊' }) },
  {
    id: 'F88',
    what: 'half of a character in escaped form',
    bytes: called('赵_xD842_磊'),
    expected: reads({ A5: '赵\uFFFD磊' }),
  },
  {
    id: 'F88',
    what: 'a mark that turns the text around',
    bytes: called('赵\u202E磊'),
    expected: reads({ A5: '赵\u202E磊' }),
  },
  {
    id: 'F88',
    what: '40 000 characters',
    bytes: called('赵'.repeat(40_000)),
    expected: tooBig(/32 767/, 'A5'),
  },
  {
    id: 'F88',
    what: 'letters and their marks apart',
    bytes: called('Zoe\u0301'),
    expected: reads({ A5: 'Zoe\u0301' }),
  },
  ...['𠮷田', '㛃娜', '𬭚强', '𮧵', '𰻝敏'].map(
    (name): HostileCase => ({
      id: 'F88',
      what: `the rare name ${name}`,
      bytes: called(name),
      expected: reads({ A5: name }),
    }),
  ),
  {
    id: 'F88',
    what: 'an error of a formula',
    bytes: coded('<c r="C5" t="e"><v>#REF!</v></c>'),
    expected: hold({ C5: /#REF!/ }),
  },
  {
    id: 'F88',
    what: 'rich text',
    bytes: () =>
      rosterWith(
        `<c t="inlineStr"><is><r><rPr><b/></rPr><t>赵</t></r><r><t>磊</t></r></is></c>${text('党建组')}`,
      ),
    expected: reads({ A5: '赵磊' }),
  },
  {
    id: 'F88',
    what: 'a hidden row',
    bytes: () =>
      roster(
        {},
        { data: `${textRows(rosterRows)}<row r="5" hidden="1">${text('赵磊')}${text('党建组')}</row>` },
      ),
    expected: { ...four, warnings: [/第 5 行/] },
  },
  {
    id: 'F88',
    what: 'rows that a filter hides',
    bytes: () =>
      roster(
        {},
        {
          data: textRows(rosterRows).replace('<row r="3"', '<row r="3" hidden="1"'),
          after: '<autoFilter ref="A1:E4"/>',
        },
      ),
    expected: warned(/第 3 行/),
  },
  {
    id: 'F88',
    what: 'a sheet hidden by a program',
    bytes: () => roster({}, { state: 'veryHidden' }),
    expected: warned(/隐藏的/),
  },
  {
    id: 'F88',
    what: 'a formula with an old result',
    bytes: coded('<c r="C5" t="str"><f>"A"&amp;ROW()</f><v>A099</v></c>'),
    expected: { ...reads({ C5: 'A099' }), warnings: [/单元格是公式/] },
  },
  { id: 'F88', what: 'two people of one name', bytes: called('王伟', '党建组', 'A999'), expected: four },
  {
    id: 'F88',
    what: 'one person twice',
    bytes: called('王伟', '党建组', 'A001'),
    expected: {
      warnings: [],
      totals: { read: 4, new: 3, wrong: 1 },
      issues: { C5: /与第 2 行重复，而内容不同/ },
    },
  },
  {
    id: 'F88',
    what: 'one bad row among 5 000 good ones',
    bytes: fiveThousand,
    expected: {
      warnings: [],
      totals: { read: 5001, new: 5000, wrong: 1 },
      issues: { [addressOf(2502, 1)]: /一格里有几个姓名/ },
    },
  },
  {
    id: 'F88',
    what: 'a row of nothing but blanks',
    bytes: () => rosterWith(text(' 　')),
    expected: accepted,
  },
]
