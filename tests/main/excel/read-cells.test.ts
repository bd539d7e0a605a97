import { describe, expect, it } from 'vitest'
import { buildSheet } from '../../helpers/build-workbook.ts'
import { cellsOf, readBytes } from '../../helpers/read-bytes.ts'

const row = (cells: string, number = 1) => `<row r="${number}">${cells}</row>`
const textsOf = async (bytes: Buffer) =>
  Object.fromEntries(Object.entries(await cellsOf(bytes)).map(([address, { text }]) => [address, text]))

describe('text', () => {
  it('is taken from shared strings, inline strings and results of formulas', async () => {
    const book = buildSheet(
      row(
        '<c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>在行</t></is></c><c r="C1" t="str"><f>A1&amp;B1</f><v>共享在行</v></c>',
      ),
      { shared: ['没用到', '共享'] },
    )
    expect(await cellsOf(book)).toEqual({
      A1: { kind: 'text', text: '共享' },
      B1: { kind: 'text', text: '在行' },
      C1: { kind: 'text', text: '共享在行', has_formula: true },
    })
  })

  it('joins the runs of rich text and leaves phonetic guides out', async () => {
    const rich = '<r><rPr><b/></rPr><t>组织</t></r><r><t xml:space="preserve"> 人事处</t></r>'
    const phonetic = '<rPh sb="0" eb="2"><t>zǔzhī</t></rPh><phoneticPr fontId="1"/>'
    const book = buildSheet(
      row(`<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${rich}${phonetic}</is></c>`),
      { shared: `<sst xmlns="x"><si>${rich}${phonetic}</si></sst>` },
    )
    expect(await textsOf(book)).toEqual({ A1: '组织 人事处', B1: '组织 人事处' })
  })

  it('undoes the escapes of the format and drops what cannot be seen', async () => {
    const shared = [
      '上行_x000D_\n下行',
      '上行\n_x000D_下行',
      '_x005F_x000D_',
      'a_x0000_b_x0008_c',
      '_xD842__xDFB7_', // 𠮷 as two halves
      '_xD842_x', // half of it
      '_x00zz_ 不是转义',
    ]
    const cells = shared.map(
      (_, index) => `<c r="${String.fromCharCode(65 + index)}1" t="s"><v>${index}</v></c>`,
    )
    expect(await textsOf(buildSheet(row(cells.join('')), { shared }))).toEqual({
      A1: '上行\n下行',
      B1: '上行\n下行',
      C1: '_x000D_',
      D1: 'abc',
      E1: '𠮷',
      F1: '\uFFFDx',
      G1: '_x00zz_ 不是转义',
    })
  })

  it('keeps blanks at both ends but takes a cell of nothing but blanks for empty', async () => {
    const book = buildSheet(
      row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'),
      { shared: [' 王　伟 ', ' 　 ', ''] },
    )
    expect(await textsOf(book)).toEqual({ A1: ' 王　伟 ' })
  })

  it('takes the inline text where an old value stands beside it', async () => {
    const book = buildSheet(
      row(
        '<c r="A1" t="inlineStr"><v>1.0</v><is><t>1.</t></is></c><c r="B1" t="inlineStr"><is><t>2.</t></is><v>2.0</v></c>',
      ),
    )
    expect(await textsOf(book)).toEqual({ A1: '1.', B1: '2.' })
  })

  it('reads CDATA and entities', async () => {
    const book = buildSheet(
      row('<c r="A1" t="inlineStr"><is><t><![CDATA[<甲>&]]>&lt;乙&gt;&#20008;</t></is></c>'),
    )
    expect(await textsOf(book)).toEqual({ A1: '<甲>&<乙>丨' })
  })
})

describe('numbers', () => {
  it('keep the digits of the file, except those that Excel itself never shows', async () => {
    const book = buildSheet(
      row(
        [
          '12.5',
          '12.300000000000001',
          '0.30000000000000004',
          '110101199003071234',
          '1.10101199003071E+17',
          '1E-7',
          '-3',
          '0',
          ' 7 ',
          '12.50',
        ]
          .map((value, index) => `<c r="${String.fromCharCode(65 + index)}1"><v>${value}</v></c>`)
          .join(''),
      ),
    )
    const cells = await cellsOf(book)
    expect(Object.values(cells).map(({ text }) => text)).toEqual([
      '12.5',
      '12.3',
      '0.3',
      '110101199003071234',
      '110101199003071000',
      '1E-7',
      '-3',
      '0',
      '7',
      '12.5',
    ])
    expect(cells.A1).toEqual({ kind: 'number', text: '12.5', number: 12.5 })
  })

  it('show their percent sign where the format has one', async () => {
    const book = buildSheet(
      row('<c r="A1" s="1"><v>0.8</v></c><c r="B1" s="2"><v>0.285</v></c><c r="C1" s="3"><v>0.07</v></c>'),
      { formats: [9, '0.00%', '0"%"'] },
    )
    expect(await textsOf(book)).toEqual({ A1: '80%', B1: '28.5%', C1: '0.07' })
  })

  it('that are none become cells in error, with what was found', async () => {
    const values = ['1E309', 'NaN', '0x10', 'Infinity', '1,234']
    const cells = values.map(
      (value, index) => `<c r="${String.fromCharCode(65 + index)}1"><v>${value}</v></c>`,
    )
    expect(Object.values(await cellsOf(buildSheet(row(cells.join('')))))).toEqual(
      values.map((text) => ({ kind: 'error', text })),
    )
  })

  it('stand beside booleans and errors of formulas', async () => {
    const book = buildSheet(
      row(
        '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><f>A1/0</f><v>#DIV/0!</v></c>',
      ),
    )
    expect(await cellsOf(book)).toEqual({
      A1: { kind: 'boolean', text: 'TRUE' },
      B1: { kind: 'boolean', text: 'FALSE' },
      C1: { kind: 'error', text: '#DIV/0!', has_formula: true },
    })
  })
})

describe('dates', () => {
  const chinese = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
  const times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]
  const column = (index: number) => (index < 26 ? '' : 'A') + String.fromCharCode(65 + (index % 26))

  it.each(chinese)('are known by the built-in format %i', async (id) => {
    const book = buildSheet(row('<c r="A1" s="1"><v>46342</v></c>'), { formats: [id] })
    expect(await cellsOf(book)).toEqual({
      A1: { kind: 'date', text: '2026-11-16', number: 46342, date: '2026-11-16' },
    })
  })

  it.each(times)('have a time of day under the built-in format %i', async (id) => {
    const book = buildSheet(
      row('<c r="A1" s="1"><v>46342.354166666664</v></c><c r="B1" s="1"><v>0.5</v></c>'),
      {
        formats: [id],
      },
    )
    expect(await cellsOf(book)).toEqual({
      A1: { kind: 'date', text: '2026-11-16 08:30', number: 46342.354166666664, date: '2026-11-16' },
      B1: { kind: 'number', text: '12:00', number: 0.5 },
    })
  })

  it('are known by formats of their own, and formats that only look like it are not taken for them', async () => {
    const dates = [
      'yyyy\\-mm\\-dd',
      '[$-804]yyyy"年"m"月"d"日";@',
      'yyyy年m月d日',
      'm"月"d"日"',
      'e"年"m"月"',
      '[DBNum1][$-804]yyyy"年"m"月";@',
      'aaaa',
      'd-mmm',
      'yyyy/m/d\\ h:mm\\ AM/PM',
    ]
    const numbers = [
      '0.00E+00',
      '#,##0"元/日"',
      '[Red]0.00',
      '0_ ;[Red]-0 ',
      'G/通用格式"天"',
      'General"d"',
      '@',
      '0"y"',
    ]
    const formats = [...dates, ...numbers]
    const cells = formats.map((_, index) => `<c r="${column(index)}1" s="${index + 1}"><v>46342</v></c>`)
    const kinds = Object.values(await cellsOf(buildSheet(row(cells.join('')), { formats }))).map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual([...dates.map(() => 'date'), ...numbers.map(() => 'number')])
  })

  it('count from 1904 where the book says so', async () => {
    const book = buildSheet(row('<c r="A1" s="1"><v>44880</v></c><c r="B1" s="1"><v>0</v></c>'), {
      formats: [14],
      date1904: true,
    })
    expect(await textsOf(book)).toEqual({ A1: '2026-11-16', B1: '1904-01-01' })
  })

  it('that are none stay numbers: the 29 February 1900, day 0, before and after the calendar', async () => {
    const values = ['60', '0', '-5', '2958466']
    const cells = values.map((value, index) => `<c r="${column(index)}1" s="1"><v>${value}</v></c>`)
    const found = Object.values(await cellsOf(buildSheet(row(cells.join('')), { formats: [14] })))
    expect(found).toEqual(values.map((text) => ({ kind: 'number', text, number: Number(text) })))
  })

  it('may be ISO text, and are checked then', async () => {
    const book = buildSheet(
      row(
        '<c r="A1" t="d"><v>2026-11-16</v></c><c r="B1" t="d"><v>2026-11-16T08:30:00</v></c><c r="C1" t="d"><v>2026-02-30</v></c>',
      ),
    )
    expect(await cellsOf(book)).toEqual({
      A1: { kind: 'date', text: '2026-11-16', number: 46342, date: '2026-11-16' },
      B1: { kind: 'date', text: '2026-11-16 08:30', number: 46342.354166666664, date: '2026-11-16' },
      C1: { kind: 'text', text: '2026-02-30' },
    })
  })

  it('round to the second, so that the last moment of a day is not cut to the day before', async () => {
    const book = buildSheet(
      row('<c r="A1" s="1"><v>46342.999999999</v></c><c r="B1" s="1"><v>46342.99999</v></c>'),
      {
        formats: [22],
      },
    )
    expect(await textsOf(book)).toEqual({ A1: '2026-11-17', B1: '2026-11-16 23:59:59' })
  })

  it('and hours beyond a day are told apart', async () => {
    const book = buildSheet(row('<c r="A1" s="1"><v>1.25</v></c><c r="B1" s="2"><v>1.25</v></c>'), {
      formats: ['[h]:mm', 46],
    })
    expect(await textsOf(book)).toEqual({ A1: '30:00', B1: '30:00' })
  })
})

describe('formulas', () => {
  it('without a saved result are empty and told of', async () => {
    const book = await readBytes(
      buildSheet(row('<c r="A1"><f>1+1</f></c><c r="B1"><v>1</v></c><c r="C1"><f>2</f><v></v></c>')),
    )
    expect(book.sheets[0]?.rows[0]?.cells.map(({ address }) => address)).toEqual(['B1'])
    expect(book.warnings).toEqual([
      '工作表“Sheet1”有 2 个公式没有保存计算结果（如 A1），按空白处理；请用 WPS 或 Excel 打开后保存一次再导入。',
    ])
  })

  it('that put a picture into a WPS cell give no text', async () => {
    const book = buildSheet(
      row(
        '<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c><c r="B1" t="inlineStr"><is><t>甲</t></is></c>',
      ),
      { replace: { 'xl/cellimages.xml': '<cellImages/>' } },
    )
    const { sheets, warnings } = await readBytes(book)
    expect(sheets[0]?.rows[0]?.cells.map(({ address }) => address)).toEqual(['B1'])
    expect(warnings).toEqual(['文件的单元格里嵌有图片，图片不导入。'])
  })
})
