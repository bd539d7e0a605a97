import { describe, expect, it } from 'vitest'
import { moveFormula, RowMoves, translateFormula } from '../../../src-main/excel/patch-moves.ts'
import { mapReferences } from '../../../src-main/excel/patch-references.ts'

/** The references of a formula, each in angle brackets with its sheet. */
function marked(formula: string): string {
  return mapReferences(formula, ({ sheet, first, last }) => {
    const corner = (one: typeof first) => `${one.column}${one.row === 0 ? '' : one.row}`
    return `<${sheet ?? ''}|${corner(first)}${last ? `:${corner(last)}` : ''}>`
  })
}

describe('references in formulas', () => {
  it.each([
    ['A1+$B$2*c3', '<|A1>+<|B2>*<|c3>'],
    ['SUM(A1:B2,$C:D,4:$5)', 'SUM(<|A1:B2>,<|C:D>,<|4:5>)'],
    ['LOG10(A10)+BIN2DEC(1)+ATAN2(1,2)', 'LOG10(<|A10>)+BIN2DEC(1)+ATAN2(1,2)'],
    ['"A1"&"说""A2"""&A3', '"A1"&"说""A2"""&<|A3>'],
    ["Sheet2!A1+'附表 1'!B2:C3+'It''s'!D4", "Sheet2!<Sheet2|A1>+'附表 1'!<附表 1|B2:C3>+'It''s'!<It's|D4>"],
    ['附表!A1+AB12!C5', '附表!<附表|A1>+AB12!<AB12|C5>'],
    ['Sheet1!A1:Sheet1!B2', 'Sheet1!<Sheet1|A1>:Sheet1!<Sheet1|B2>'],
    ["[1]Sheet1!A1+'[2]附 表'!B2+A3", "[1]Sheet1!A1+'[2]附 表'!B2+<|A3>"],
    ["SUM(一月:三月!A1)+'1月:3月'!A1:B2+B2", "SUM(一月:三月!A1)+'1月:3月'!A1:B2+<|B2>"],
    ['人员[姓名]+Table1[[#All],[A1]]+人员[@[列]]+A1', '人员[姓名]+Table1[[#All],[A1]]+人员[@[列]]+<|A1>'],
    ["表['[A1']]+A2", "表['[A1']]+<|A2>"],
    ['合计2024+Q4_2024+rate.A1+A1.B2+_A1', '合计2024+Q4_2024+rate.A1+A1.B2+_A1'],
    ['#REF!+Sheet1!#REF!+A1#+#N/A+#DIV/0!', '#REF!+Sheet1!#REF!+<|A1>#+#N/A+#DIV/0!'],
    ['1E5+1.5E+3+5-3:3', '1E5+1.5E+3+5-<|3:3>'],
    ['A1048576+A1048577+XFD1+XFE1+AAAA1', '<|A1048576>+A1048577+<|XFD1>+XFE1+AAAA1'],
    ['A1:INDEX(B:B,5)+OFFSET(A1,1,1):C3', '<|A1>:INDEX(<|B:B>,5)+OFFSET(<|A1>,1,1):<|C3>'],
    ['-A1%^2 A2:A3 B:B', '-<|A1>%^2 <|A2:A3> <|B:B>'],
    ['{1,2;3,4}*A1+TRUE', '{1,2;3,4}*<|A1>+TRUE'],
    ['@A1+_xlfn.XLOOKUP(A2,B:B,C:C)', '@<|A1>+_xlfn.XLOOKUP(<|A2>,<|B:B>,<|C:C>)'],
    ["'没有结尾", "'没有结尾"],
    ['"没有结尾 A1', '"没有结尾 A1'],
    ['Table1[没有结尾 A1', 'Table1[没有结尾 A1'],
  ])('%s', (formula, expected) => {
    expect(marked(formula)).toBe(expected)
  })
})

describe('rows put in above row 5', () => {
  const moves = new Map([['表', new RowMoves([{ before: 5, count: 3 }])]])

  it.each([
    ['A4+A5+$A$6', 'A4+A8+$A$9'],
    ['SUM(A1:A4)+SUM(A1:A5)+SUM(A5:A9)+SUM(A4:A4)', 'SUM(A1:A4)+SUM(A1:A8)+SUM(A8:A12)+SUM(A4:A4)'],
    ['SUM(A9:A1)+4:5+$5:$6+A:C', 'SUM(A12:A1)+4:8+$8:$9+A:C'],
    ["表!A5+'表'!A5+另一张!A5", "表!A8+'表'!A8+另一张!A5"],
    ['A1048575+SUM(A1:A1048576)', 'A1048576+SUM(A1:A1048576)'],
  ])('move %s', (formula, expected) => {
    expect(moveFormula(formula, { sheet: '表' }, moves)).toBe(expected)
  })

  it('move what other sheets say of it, and nothing of theirs', () => {
    expect(moveFormula('A5+表!A5', { sheet: '另一张' }, moves)).toBe('A5+表!A8')
  })

  it('move only fixed rows in a defined name', () => {
    expect(moveFormula('表!$A$5:$B$9+表!A5', { sheet: '', only_fixed: true }, moves)).toBe(
      '表!$A$8:$B$12+表!A5',
    )
  })

  it('grow a range that ends right above them when that is wanted', () => {
    const growing = new Map([['表', new RowMoves([{ before: 5, count: 3, grows_ranges_above: true }])]])
    const formula = 'SUM(A4:A4)+SUM(A1:A4)+SUM(A4:C4)+A4+SUM(A5:A9)'
    expect(moveFormula(formula, { sheet: '表', row: 9 }, growing)).toBe(
      'SUM(A4:A7)+SUM(A1:A7)+SUM(A4:C4)+A4+SUM(A8:A12)',
    )
    expect(moveFormula(formula, { sheet: '表', row: 4 }, growing)).toBe(
      'SUM(A4:A4)+SUM(A1:A4)+SUM(A4:C4)+A4+SUM(A8:A12)',
    )
    expect(growing.get('表')?.ranges('A4 B1:B4 C5:C6', true)).toBe('A4:A7 B1:B7 C8:C9')
  })

  it('can go in at several places at once', () => {
    const both = new RowMoves([
      { before: 8, count: 2 },
      { before: 5, count: 1 },
      { before: 6, count: 0 },
    ])
    expect([4, 5, 7, 8, 9].map((row) => both.row(row))).toEqual([4, 6, 8, 11, 12])
    expect(both.ranges('A4:B7 C5 D8:D9 $E$1:$E$8 F:F 4:9')).toBe('A4:B8 C6 D11:D12 $E$1:$E$11 F:F 4:12')
    expect(both.total).toBe(3)
  })
})

it('a formula read in another cell takes along what is not fixed, unless it leaves the sheet', () => {
  expect(translateFormula('A1+$B2+C$3+$D$4+SUM(A1:B2)+2:3+A:B+另!A1', 2, 1)).toBe(
    'B3+$B4+D$3+$D$4+SUM(B3:C4)+4:5+B:C+另!B3',
  )
  expect(translateFormula('A1', -1, 0)).toBeUndefined()
  expect(translateFormula('A1', 0, -1)).toBeUndefined()
})
