import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTsv, writeHtmlTable, writeTsv } from '../../../src-renderer/components/grid/tsv.ts'

describe('a block from the clipboard', () => {
  it.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      'as Excel ends it',
    ],
    ['a\tb\nc', [['a', 'b'], ['c']], 'rows of unequal length'],
    ['"第一行\n第二行"\t"说""好"""', [['第一行\n第二行', '说"好"']], 'a cell of two lines, and quotes'],
    ['"甲\r\n乙"', [['甲\n乙']], 'a line break of Windows inside a cell'],
    ['12" 管\t"未完', [['12" 管', '"未完']], 'quotes that quote nothing'],
    ['"甲"乙\t丙', [['"甲"乙', '丙']], 'a quote that ends in the middle of a cell'],
    ['\t\t', [['', '', '']], 'empty cells'],
    ['', [['']], 'nothing at all'],
    ['甲\r\n\r\n乙', [['甲'], [''], ['乙']], 'an empty row'],
  ])('%j is %j: %s', (text, block) => {
    expect(parseTsv(text)).toEqual(block)
  })

  it('comes back as it was written, whatever stands in its cells', () => {
    const piece = fc.constantFrom('甲', '"', '""', '\t', '\n', 'a b', ' ', '，', '0012')
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
    const block = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
      // One empty cell at the end of a single column is what Excel's closing line break looks like.
      .filter((rows) => rows.at(-1)?.join('') !== '')
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTsv(writeTsv(rows))).toEqual(rows)
      }),
      { numRuns: 2000 },
    )
  })
})

it('goes to Excel as a table too, in which long digits are text and nothing is markup', () => {
  expect(writeHtmlTable([['<b>&', '甲\n乙']])).toBe(
    `<meta charset="utf-8"><table><tr><td style="mso-number-format:'\\@'">&lt;b&gt;&amp;</td>` +
      `<td style="mso-number-format:'\\@'">甲<br style="mso-data-placement:same-cell">乙</td></tr></table>`,
  )
})
