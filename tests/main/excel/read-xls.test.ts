import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { buildOle } from '../../helpers/build-ole.ts'
import {
  buildXls,
  bytesCell,
  formulaCell,
  numberCell,
  place,
  record,
  textCell,
  u16,
  xlsStream,
} from '../../helpers/build-xls.ts'
import { encryptXls } from '../../helpers/encrypt-xls.ts'
import { cellsOf, readBytes } from '../../helpers/read-bytes.ts'
import { refusal, refuses } from '../../helpers/refusals.ts'

const oneSheet = (...records: Buffer[]) => buildXls({ sheets: [{ records }] })

describe('cells of .xls', () => {
  it('are text, numbers, booleans and errors', async () => {
    const book = oneSheet(
      textCell(0, 0, ' 王　伟 '),
      textCell(0, 1, '第一\r\n第二\u0000'),
      textCell(0, 2, '　'),
      textCell(0, 3, '007'),
      numberCell(0, 4, 12.300000000000001),
      numberCell(0, 5, 110101199003071000),
      record(0x0205, [...place(0, 6, 0), 1, 0]),
      record(0x0205, [...place(0, 7, 0), 0x17, 1]),
      // Two numbers in one record, packed as hundredths and as an integer.
      record(0x00bd, [...u16(0), ...u16(8), 0, 0, 0x93, 0x12, 0, 0, 0, 0, 0x1e, 0, 0, 0, ...u16(9)]),
    )
    expect(await cellsOf(book)).toEqual({
      A1: { kind: 'text', text: ' 王　伟 ' },
      B1: { kind: 'text', text: '第一\n第二' },
      D1: { kind: 'text', text: '007' },
      E1: { kind: 'number', text: '12.3', number: 12.3 },
      F1: { kind: 'number', text: '110101199003071000', number: 110101199003071000 },
      G1: { kind: 'boolean', text: 'TRUE' },
      H1: { kind: 'error', text: '#REF!' },
      I1: { kind: 'number', text: '11.88', number: 11.88 },
      J1: { kind: 'number', text: '7', number: 7 },
    })
  })

  it('are dates by their format, also those of Chinese Excel', async () => {
    const formats = [14, 31, 57, 32, 'yyyy"年"m"月"d"日"', '0.00', 9, '[h]:mm']
    const records = formats.map((_, index) => numberCell(0, index, 46_342.5, index + 1))
    const found = await cellsOf(buildXls({ formats, sheets: [{ records }] }))
    expect(Object.values(found).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      ...Array(5).fill('date 2026-11-16 12:00'),
      'number 46342.5',
      'number 4634250%',
      'number 1112220:00',
    ])
  })

  it('count their days from 1904 where the book says so', async () => {
    const sheets = [{ records: [numberCell(0, 0, 44_880, 1)] }]
    const found = await cellsOf(buildXls({ formats: [14], date1904: true, sheets }))
    expect(found).toEqual({ A1: { kind: 'date', text: '2026-11-16', date: '2026-11-16', number: 44_880 } })
  })

  it('forget the formats of the book before', async () => {
    const records = [numberCell(0, 0, 46_342, 1)]
    const kinds: (string | undefined)[] = []
    for (const formats of [['yyyy-mm-dd'], [164]]) {
      const { A1 } = await cellsOf(buildXls({ formats, sheets: [{ records }] }))
      kinds.push(A1?.kind)
    }
    expect(kinds).toEqual(['date', 'number'])
  })

  it('with a formula have its saved result; those without one are told of', async () => {
    const text = record(0x0207, [...u16(2), 1, ...Buffer.from('党建', 'utf16le')])
    const { sheets, warnings } = await readBytes(
      oneSheet(
        formulaCell(0, 0, 7),
        formulaCell(0, 1, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
        text,
        formulaCell(0, 2, [1, 0, 1, 0, 0, 0, 0xff, 0xff]),
        formulaCell(0, 3, [2, 0, 0x07, 0, 0, 0, 0xff, 0xff]),
        formulaCell(0, 4, [3, 0, 0, 0, 0, 0, 0xff, 0xff]),
        formulaCell(1, 0, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
      ),
    )
    const has_formula = true
    expect(sheets[0]?.rows.flatMap(({ cells }) => cells)).toEqual([
      { address: 'A1', column: 1, kind: 'number', text: '7', number: 7, has_formula },
      { address: 'B1', column: 2, kind: 'text', text: '党建', has_formula },
      { address: 'C1', column: 3, kind: 'boolean', text: 'TRUE', has_formula },
      { address: 'D1', column: 4, kind: 'error', text: '#DIV/0!', has_formula },
    ])
    expect(warnings).toEqual([
      '工作表“Sheet1”有 1 个公式没有保存计算结果（如 A2），按空白处理；请用 WPS 或 Excel 打开后保存一次再导入。',
      '有 4 个单元格是公式（如“Sheet1”的 A1），读取的是上次保存的结果，请核对。',
    ])
  })

  it('in Excel 5 and 95 have their text in the code page of the PC', async () => {
    const wang = Buffer.from([0xcd, 0xf5, 0xa1, 0xa1, 0xce, 0xb0])
    const name = Buffer.from([0xc3, 0xfb, 0xb2, 0xe1])
    const book = buildXls({ biff: 5, sheets: [{ name, records: [bytesCell(0, 0, wang)] }] })
    const { format, sheets } = await readBytes(book)
    expect([format, sheets[0]?.name, sheets[0]?.rows[0]?.cells[0]?.text]).toEqual(['xls', '名册', '王　伟'])
  })

  it('in the book after one of Excel 95 are Unicode again, whatever code page it names', async () => {
    await readBytes(buildXls({ biff: 5, sheets: [{ records: [bytesCell(0, 0, Buffer.from('a'))] }] }))
    const codePage = record(0x0042, u16(936))
    expect(await cellsOf(buildXls({ book: [codePage] }))).toEqual({ A1: { kind: 'text', text: '甲' } })
  })
})

describe('sheets of .xls', () => {
  it('have their merges, hidden rows and columns', async () => {
    const hiddenRow = record(0x0208, [...u16(1), ...u16(0), ...u16(3), 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0])
    const hiddenColumns = record(0x007d, [...u16(2), ...u16(3), 0, 0, 0, 0, 1, 0, 0, 0])
    const merges = record(0x00e5, [...u16(2), ...[0, 1, 0, 0, 0, 0, 1, 255].flatMap(u16)])
    const { sheets, warnings } = await readBytes(
      oneSheet(hiddenColumns, hiddenRow, textCell(0, 0, '甲'), textCell(1, 3, '乙'), merges),
    )
    expect(sheets[0]).toEqual({
      name: 'Sheet1',
      is_hidden: false,
      hidden_columns: [3, 4],
      rows: [
        { number: 1, is_hidden: false, cells: [{ address: 'A1', column: 1, kind: 'text', text: '甲' }] },
        { number: 2, is_hidden: true, cells: [{ address: 'D2', column: 4, kind: 'text', text: '乙' }] },
      ],
      merges: [
        { first_row: 1, first_column: 1, last_row: 2, last_column: 1 },
        { first_row: 1, first_column: 2, last_row: 1, last_column: 4 },
      ],
    })
    expect(warnings).toEqual([])
  })

  it('are shown, hidden, or none of cells', async () => {
    const { sheets, warnings } = await readBytes(
      buildXls({
        sheets: [
          { name: '图', type: 2 },
          { name: '名册', records: [textCell(0, 0, '姓名')] },
          { name: '底稿', hidden: 1 },
          { name: '深藏', hidden: 2 },
          { name: '模块', type: 6 },
        ],
      }),
    )
    expect(sheets.map(({ name, is_hidden, rows }) => [name, is_hidden, rows.length])).toEqual([
      ['名册', false, 1],
      ['底稿', true, 0],
      ['深藏', true, 0],
    ])
    expect(warnings).toEqual([
      '“图”不是普通工作表（图表、对话框或模块），已跳过。',
      '“模块”不是普通工作表（图表、对话框或模块），已跳过。',
    ])
  })

  it('come in the order of their tabs, wherever they lie in the file', async () => {
    const stream = xlsStream({
      sheets: [
        { name: '甲', records: [textCell(0, 0, '一')] },
        { name: '乙', records: [textCell(0, 0, '二')] },
      ],
    })
    const entry = (name: string) => stream.indexOf(Buffer.from(name, 'utf16le')) - 8
    const [first, second] = [entry('甲'), entry('乙')]
    const start = stream.readUInt32LE(first)
    stream.writeUInt32LE(stream.readUInt32LE(second), first)
    stream.writeUInt32LE(start, second)
    const { sheets } = await readBytes(buildOle({ Workbook: stream }))
    expect(sheets.map(({ name, rows }) => [name, rows[0]?.cells[0]?.text])).toEqual([
      ['甲', '二'],
      ['乙', '一'],
    ])
  })

  it('do not take the numbers of a chart that lies on them for cells', async () => {
    const chart = [
      record(0x0809, [0, 6, 0x20, 0, ...Array(12).fill(0)]),
      numberCell(0, 0, 99),
      record(0x000a, []),
    ]
    expect(await cellsOf(oneSheet(textCell(0, 0, '甲'), ...chart, textCell(1, 0, '乙')))).toEqual({
      A1: { kind: 'text', text: '甲' },
      A2: { kind: 'text', text: '乙' },
    })
  })
})

describe('what an .xls holds besides', () => {
  const link = (sheets: number, path: string) =>
    record(0x01ae, [...u16(sheets), ...u16(path.length), 0, ...Buffer.from(path)])

  it('is left out and told of: macros, links to other books', async () => {
    const streams = { _VBA_PROJECT_CUR: null }
    const { warnings } = await readBytes(buildXls({ book: [link(1, '\u0001旧.xls')], streams }))
    expect(warnings).toEqual([
      '文件含有宏，已忽略，只读取单元格里的内容。',
      '文件引用了其他工作簿（外部链接），读取的是上次保存时的数值，请核对。',
    ])
  })

  it('does not keep the library busy: links over the whole sheet, broken comments and formulas', async () => {
    const everywhere = record(0x01b8, [...[0, 65_535, 0, 255].flatMap(u16), ...Array(40).fill(0)])
    const note = record(0x001c, [...u16(0), ...u16(0), ...u16(0), ...u16(77)])
    const formula = formulaCell(0, 1, 1)
    formula.fill(0xee, 26)
    formula.writeUInt16LE(7, 24)
    const found = await cellsOf(
      oneSheet(textCell(0, 0, '甲'), formula, ...Array(200).fill(everywhere), note, record(0x7777, [1])),
    )
    expect(Object.keys(found)).toEqual(['A1', 'B1'])
  })

  refuses([
    [
      'a password',
      () => buildXls({ book: [record(0x002f, Array(54).fill(1))] }),
      'workbook_encrypted',
      /密码/,
    ],
    ['a sheet of old macros', () => buildXls({ sheets: [{}, { type: 1 }] }), 'workbook_refused', /宏表/],
    ['a DDE link', () => buildXls({ book: [link(0, 'cmd\u0003/c calc')] }), 'workbook_refused', /DDE/],
    ['data from outside', () => oneSheet(record(0x01ad, Array(20).fill(0))), 'workbook_refused', /外部数据/],
    ['an embedded file', () => buildXls({ streams: { MBD0018D4CE: null } }), 'workbook_refused', /OLE/],
    ['ActiveX', () => buildXls({ streams: { Ctls: Buffer.from('x') } }), 'workbook_refused', /ActiveX/],
  ])
})

describe('an encrypted .xls', () => {
  const records = Array.from({ length: 200 }, (_, row) => textCell(row, 0, `第${row}行`))
  const parts = { sheets: [{ name: '名册', records }, { name: '说明' }] }
  const ways = ['of 1997', 'of 2003'] as const

  it.each(ways)(
    'is read when only its structure is protected (%s): its password is no secret',
    async (way) => {
      const { sheets } = await readBytes(encryptXls(parts, 'VelvetSweatshop', way))
      expect(sheets.map(({ name }) => name)).toEqual(['名册', '说明'])
      expect(sheets[0]?.rows.map(({ cells }) => cells[0]?.text)).toEqual(
        records.map((_, row) => `第${row}行`),
      )
    },
  )

  refuses(
    ways.map((way) => [
      `with a password of its own (${way})`,
      () => encryptXls(parts, '2026', way),
      'workbook_encrypted',
      /打开密码/,
    ]),
  )
})

describe('an .xls that is broken', () => {
  const stream = () => xlsStream({ sheets: [{ records: [textCell(0, 0, '甲')] }, {}] })
  const ole = (bytes: Buffer) => buildOle({ Workbook: bytes })
  const good = () => buildXls()
  const patched = (at: number, value: number) => {
    const bytes = good()
    bytes.writeUInt32LE(value, at)
    return bytes
  }
  refuses([
    ['cut off in its header', () => good().subarray(0, 300), 'workbook_damaged', /不完整/],
    ['cut in half', () => good().subarray(0, good().length / 2), 'workbook_damaged', /./],
    ['without a directory', () => patched(48, 0xfffffffe), 'workbook_damaged', /不完整/],
    [
      'with a chain of sectors that bites its tail',
      () => patched(good().length - 512, 0),
      'workbook_damaged',
      /没有尽头/,
    ],
    ['with sectors of an unknown size', () => patched(30, 7), 'workbook_damaged', /文件头/],
    ['with a stream of something else', () => ole(Buffer.from('no records')), 'workbook_damaged', /开头/],
    [
      'cut off in a record',
      () => ole(Buffer.concat([stream(), Buffer.from([9, 8, 255, 255])])),
      'workbook_damaged',
      /不完整/,
    ],
    ['with a sheet that never ends', () => ole(stream().subarray(0, -4)), 'workbook_damaged', /./],
    [
      'with a sheet that is not there',
      () => ole(stream().subarray(0, -24)),
      'workbook_damaged',
      /缺少工作表/,
    ],
    [
      'with two sheets of one name',
      () => buildXls({ sheets: [{ name: '甲' }, { name: '甲' }] }),
      'workbook_damaged',
      /重复/,
    ],
    [
      'with a text that is not there',
      () => oneSheet(record(0x00fd, [...place(0, 0, 0), 9, 0, 0, 0])),
      'workbook_damaged',
      /格式/,
    ],
    ['with more than 200 columns', () => oneSheet(textCell(0, 200, '甲')), 'workbook_too_big', /200 列/],
    ['without any sheet', () => buildXls({ sheets: [] }), 'workbook_damaged', /没有工作表/],
    ['with only a chart', () => buildXls({ sheets: [{ type: 2 }] }), 'workbook_damaged', /没有工作表/],
    ['with 301 sheets', () => buildXls({ sheets: Array(301).fill({}) }), 'workbook_too_big', /300 张/],
  ])

  it('is told with the sheet and the cell where there is one', async () => {
    const { where } = await refusal(
      buildXls({ sheets: [{ name: '一组', records: [textCell(6, 200, '甲')] }] }),
    )
    expect(where).toBe('第47周 周报.xlsx，工作表“一组”，单元格 GS7')
  })
})

it('reads what SheetJS writes, in both formats, value by value', async () => {
  const rows = [
    ['序号', '姓名', '时限'],
    [1, '王　伟', { t: 'n', v: 46_346, z: 'yyyy-mm-dd' }],
    [2, '𠮷田', true],
  ]
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 3, c: 2 } }]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '职责')
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'biff8' })
  const { sheets } = await readBytes(bytes)
  expect(sheets[0]?.rows.map(({ cells }) => cells.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
    ['text 序号', 'text 姓名', 'text 时限'],
    ['number 1', 'text 王　伟', 'date 2026-11-20'],
    ['number 2', 'text 𠮷田', 'boolean TRUE'],
  ])
})
