import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecords } from '../../../src-main/excel/csv-records.ts'
import { cellsOf, readBytes } from '../../helpers/read-bytes.ts'
import { refusal, refuses } from '../../helpers/refusals.ts'

/** 姓名,事项 / 王伟,党费㐀 in GB 18030; 㐀 is one of its characters of four bytes. */
const gb18030 = Buffer.from('d0d5c3fb2ccac2cfee0acdf5ceb02cb5b3b7d18139ee39', 'hex')

const texts = async (bytes: Buffer | string) => {
  const { sheets } = await readBytes(Buffer.from(bytes))
  return sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))
}

describe('the encoding of a text table', () => {
  const table = '姓名,事项\n王伟,收党费\n'
  const utf16 = Buffer.from(`\uFEFF${table}`, 'utf16le')
  const cases: [what: string, bytes: Buffer, encoding: string][] = [
    ['UTF-8', Buffer.from(table), 'UTF-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`), 'UTF-8'],
    ['UTF-16, little end first', utf16, 'UTF-16'],
    ['UTF-16, big end first', Buffer.from(utf16).swap16(), 'UTF-16'],
  ]
  it.each(cases)('%s', async (_, bytes, encoding) => {
    const { format, sheets, warnings } = await readBytes(bytes, '名册.csv')
    expect([format, sheets[0]?.name]).toEqual(['csv', '名册'])
    expect(sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['姓名', '事项'],
      ['王伟', '收党费'],
    ])
    expect(warnings).toEqual([`这是文本表格，按 ${encoding} 编码、逗号分隔读取。`])
  })

  it('GB 18030, whatever the name says', async () => {
    const { sheets, warnings } = await readBytes(gb18030, '名册.xls')
    expect(sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['姓名', '事项'],
      ['王伟', '党费㐀'],
    ])
    expect(warnings).toEqual(['这是文本表格，按 GB18030 编码、逗号分隔读取，请核对有无乱码。'])
  })

  refuses([
    [
      'UTF-8 with a damaged byte is not taken for GB 18030',
      () => Buffer.concat([Buffer.from(table), Buffer.from([0xe5, 0x0a])]),
      'workbook_damaged',
      /不是完好的 UTF-8/,
    ],
    [
      'UTF-8 with its mark and a damaged byte',
      () => Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0x2c, 0xff, 0x0a]),
      'workbook_damaged',
      /不是完好的 UTF-8/,
    ],
    [
      'bytes that are text in none of them',
      () => Buffer.concat([Buffer.from('a,b\n'.repeat(2000)), Buffer.from([0xff, 0xff, 0x0a])]),
      'workbook_damaged',
      /既不是 UTF-8/,
    ],
  ])
})

describe('the fields of a text table', () => {
  it('are parted by what parts most lines evenly', async () => {
    const cells = [
      ['姓名', '事项'],
      ['王伟', '收党费、录信息'],
      ['李娜', '值班'],
    ]
    for (const delimiter of [',', '\t', ';']) {
      const lines = cells.map((fields) => fields.join(delimiter))
      expect(await texts(`第47周，党建组\n${lines.join('\r\n')}`)).toEqual([['第47周，党建组'], ...cells])
    }
    expect(await texts('sep=;\r\n姓名,字;事项\r\n王伟,甲;收党费')).toEqual([
      ['姓名,字', '事项'],
      ['王伟,甲', '收党费'],
    ])
  })

  it('may be in quotes, with delimiters, line breaks and quotes inside', async () => {
    expect(await texts('事项,说明\n"一、收缴\n二、登记","他说""好"""\n5"管,"断\n')).toEqual([
      ['事项', '说明'],
      ['一、收缴\n二、登记', '他说"好"'],
      ['5"管', '"断'],
    ])
  })

  it('are numbers only where nothing of their text is lost', async () => {
    const fields = '12,-3.5,007,10.30,110101199003071234,="007",1E5,2026-11-16,TRUE,+1'
    const cells = await cellsOf(Buffer.from(`${fields}\n1,2\n`))
    const [first, second, ...others] = Object.entries(cells).slice(0, 10)
    expect([first, second]).toEqual([
      ['A1', { kind: 'number', text: '12', number: 12 }],
      ['B1', { kind: 'number', text: '-3.5', number: -3.5 }],
    ])
    expect(others.map(([, { kind, text }]) => `${kind} ${text}`)).toEqual([
      'text 007',
      'text 10.30',
      'text 110101199003071234',
      'text 007',
      'text 1E5',
      'text 2026-11-16',
      'text TRUE',
      'text +1',
    ])
  })

  it('stay in their rows, empty ones left out', async () => {
    const { sheets } = await readBytes(Buffer.from('姓名,事项\n\n,收党费\n \u001A'))
    expect(
      sheets[0]?.rows.map(({ number, cells }) => [number, ...cells.map(({ address }) => address)]),
    ).toEqual([
      [1, 'A1', 'B1'],
      [3, 'B3'],
    ])
  })

  it('lose characters that nobody can see, and nothing else', async () => {
    expect(await texts('姓名,事项\n王\u0002伟,收党费\n')).toEqual([
      ['姓名', '事项'],
      ['王伟', '收党费'],
    ])
  })

  it('come out as they went in, whatever they hold', () => {
    const field = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '甲', 'a', ';'), maxLength: 8 })
    const tables = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(tables, (rows) => {
        const quoted = rows.map((fields) => fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
        expect([...readRecords(quoted.join('\r\n'), ',')].map(({ fields }) => fields)).toEqual(rows)
      }),
    )
  })
})

describe('a text table that is too large', () => {
  refuses([
    ['more than 20 000 rows', () => Buffer.from('甲,乙\n'.repeat(20_001)), 'workbook_too_big', /20 000 行/],
    ['more than 200 columns', () => Buffer.from(`${'甲,'.repeat(201)}\n乙,丙`), 'workbook_too_big', /200 列/],
    ['a million delimiters', () => Buffer.from(','.repeat(1_000_000)), 'workbook_too_big', /一万多列/],
    [
      'two million empty lines',
      () => Buffer.from('\n'.repeat(2_000_000)),
      'workbook_too_big',
      /1 048 576 行/,
    ],
    [
      'a cell of 40 000 characters',
      () => Buffer.from(`甲,乙\n丙,${'字'.repeat(40_000)}`),
      'workbook_too_big',
      /32 767/,
    ],
  ])

  it('is told with the cell', async () => {
    const { where } = await refusal(Buffer.from(`甲,乙\n丙,${'字'.repeat(40_000)}`), '周报.csv')
    expect(where).toBe('周报.csv，工作表“周报”，单元格 B2')
  })
})
