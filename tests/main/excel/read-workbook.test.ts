import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { buildSheet, buildWorkbook, relationships, sheetPart } from '../../helpers/build-workbook.ts'
import { readBytes, saveBytes } from '../../helpers/read-bytes.ts'

const inline = (text: string, address = '') =>
  `<c${address && ` r="${address}"`} t="inlineStr"><is><t>${text}</t></is></c>`
const texts = (book: Awaited<ReturnType<typeof readBytes>>) =>
  book.sheets.map(({ rows }) =>
    rows.flatMap((row) => row.cells.map((cell) => `${cell.address}=${cell.text}`)),
  )

describe('sheets', () => {
  it('come in the order of their tabs, hidden ones marked', async () => {
    const book = buildWorkbook({
      sheets: [
        { name: '第二张', data: `<row r="1">${inline('二', 'A1')}</row>`, state: 'hidden' },
        { name: '第一张', data: `<row r="1">${inline('一', 'A1')}</row>` },
        { name: '深藏', data: '', state: 'veryHidden' },
      ],
      replace: {
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'worksheet', 'worksheets/sheet2.xml'],
          ['rId2', 'worksheet', '/xl/worksheets/sheet1.xml'],
          ['rId3', 'worksheet', '../xl/./worksheets/sheet3.xml'],
        ]),
      },
    })
    const { sheets } = await readBytes(book)
    expect(sheets.map(({ name, is_hidden, rows }) => [name, is_hidden, rows[0]?.cells[0]?.text])).toEqual([
      ['第二张', true, '一'],
      ['第一张', false, '二'],
      ['深藏', true, undefined],
    ])
  })

  it('that are charts are passed over with a word', async () => {
    const book = buildWorkbook({
      sheets: [{ name: '数据' }, { name: '图' }],
      replace: {
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'chartsheet', 'worksheets/sheet2.xml'],
        ]),
      },
    })
    const { sheets, warnings } = await readBytes(book)
    expect(sheets.map(({ name }) => name)).toEqual(['数据'])
    expect(warnings).toEqual(['“图”不是普通工作表（图表、对话框或模块），已跳过。'])
  })
})

describe('the grid', () => {
  it('gives only what has a value, and tells hidden rows and columns', async () => {
    const book = buildSheet(
      `<row r="2" hidden="1"><c r="A2" s="3"/>${inline('藏', 'C2')}</row><row r="5"><c r="B5"/></row><row r="9">${inline('见', 'B9')}</row>`,
      {},
      {
        before:
          '<dimension ref="A1:XFD1048576"/><cols><col min="2" max="2"/><col min="3" max="4" hidden="1"/><col min="9" max="100000000" hidden="true"/></cols>',
      },
    )
    const { sheets } = await readBytes(book)
    expect(sheets[0]?.rows).toEqual([
      { number: 2, is_hidden: true, cells: [{ address: 'C2', column: 3, kind: 'text', text: '藏' }] },
      { number: 9, is_hidden: false, cells: [{ address: 'B9', column: 2, kind: 'text', text: '见' }] },
    ])
    const hidden = sheets[0]?.hidden_columns ?? []
    expect([hidden.slice(0, 3), hidden.at(-1)]).toEqual([[3, 4, 9], 200])
  })

  it('counts on where rows and cells do not say where they are', async () => {
    const book = buildSheet(
      `<row>${inline('甲')}${inline('乙')}</row><row r="4">${inline('丙', 'C4')}${inline('丁')}</row><row>${inline('戊')}</row>`,
    )
    expect(texts(await readBytes(book))).toEqual([['A1=甲', 'B1=乙', 'C4=丙', 'D4=丁', 'A5=戊']])
  })

  it('passes over a million empty rows', async () => {
    const rows = Array.from({ length: 1_048_575 }, (_, index) => `<row r="${index + 1}"/>`)
    const book = buildSheet(`${rows.join('')}<row r="1048576">${inline('底', 'A1048576')}</row>`)
    expect(texts(await readBytes(book))).toEqual([['A1048576=底']])
  })

  it('does not look at validations, names and formats, however far they reach', async () => {
    const book = buildSheet(
      `<row r="1">${inline('甲', 'A1')}</row>`,
      {},
      {
        after:
          '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations><extLst><ext><x:row xmlns:x="x" r="7"><x:c r="A7"><x:v>7</x:v></x:c></x:row></ext></extLst>',
      },
    )
    expect(texts(await readBytes(book))).toEqual([['A1=甲']])
  })
})

describe('merges', () => {
  const table = `<row r="1">${inline('组别', 'A1')}</row><row r="4">${inline('末', 'C4')}</row>`
  const merged = async (...refs: string[]) => {
    const merges = refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    const { sheets, warnings } = await readBytes(
      buildSheet(table, {}, { after: `<mergeCells>${merges}</mergeCells>` }),
    )
    return { merges: sheets[0]?.merges, warnings }
  }
  const area = (first_row: number, first_column: number, last_row: number, last_column: number) => ({
    first_row,
    first_column,
    last_row,
    last_column,
  })

  it('are intervals, cut to what is used', async () => {
    expect(await merged('A1:A3', '$B$2:C2', 'B4:Z4', 'A9:B10', 'C3')).toEqual({
      merges: [area(1, 1, 3, 1), area(2, 2, 2, 3), area(4, 2, 4, 3)],
      warnings: [],
    })
  })

  it('over whole columns or sheets cost nothing and are told of', async () => {
    expect(await merged('A1:XFD1048576')).toEqual({
      merges: [area(1, 1, 4, 3)],
      warnings: ['工作表“Sheet1”有整列、整行或整张表的合并，只按有内容的部分处理。'],
    })
  })

  it('that overlap or make no sense are told of', async () => {
    const { warnings } = await merged('A1:B2', 'B2:C3', 'nonsense')
    expect(warnings).toEqual([
      '工作表“Sheet1”有 1 处合并单元格无法识别，已忽略。',
      '工作表“Sheet1”有相互重叠的合并单元格，请核对识别结果。',
    ])
  })
})

describe('legal but rare packages', () => {
  it('with a prefix before every element', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const shared = '<x:sst xmlns:x="x"><x:si><x:t>前缀</x:t></x:si></x:sst>'
    const book = buildWorkbook({
      sheets: [{ xml: sheet }],
      shared,
      replace: {
        'xl/workbook.xml':
          '<x:workbook xmlns:x="x" xmlns:d="y"><x:sheets><x:sheet name="甲" sheetId="1" d:id="rId1"/></x:sheets></x:workbook>',
      },
    })
    expect(texts(await readBytes(book))).toEqual([['A1=前缀']])
  })

  it('in strict OOXML, with its own addresses and true for 1', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const links = (inner: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
    const book = buildWorkbook({
      sheets: [{ data: '<row r="1"><c r="A1" s="1"><v>44880</v></c></row>' }],
      formats: [14],
      replace: {
        '_rels/.rels': links(
          `<Relationship Id="a" Type="${strict}/officeDocument" Target="/xl/workbook.xml"/>`,
        ),
        'xl/_rels/workbook.xml.rels': links(
          `<Relationship Id="rId1" Type="${strict}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="${strict}/styles" Target="styles.xml"/>`,
        ),
        'xl/workbook.xml': `<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="${strict}" conformance="strict"><workbookPr date1904="true"/><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      },
    })
    expect(texts(await readBytes(book))).toEqual([['A1=2026-11-16']])
  })

  it('without styles, shared strings and a document type for each part', async () => {
    const book = buildSheet(`<row r="1">${inline('甲', 'A1')}</row>`, {
      replace: {
        '[Content_Types].xml': '<Types/>',
        'xl/styles.xml': null,
        'xl/sharedStrings.xml': null,
        'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', 'worksheets/sheet1.xml']]),
      },
    })
    expect(texts(await readBytes(book))).toEqual([['A1=甲']])
  })

  it('with stored instead of packed parts, folders listed, and a byte order mark', async () => {
    const book = buildWorkbook({
      sheets: [{ xml: `\uFEFF${sheetPart({ data: `<row r="1">${inline('甲', 'A1')}</row>` })}` }],
      extra: [
        { name: 'xl/media/', content: '', method: 0 },
        { name: 'xl/media/image1.png', content: Buffer.alloc(100), method: 0 },
      ],
    })
    expect(texts(await readBytes(book))).toEqual([['A1=甲']])
  })

  it('with a million styles', async () => {
    const styles = `<styleSheet><cellXfs>${'<xf numFmtId="14"/>'.repeat(1_000_000)}</cellXfs></styleSheet>`
    const book = buildSheet('<row r="1"><c r="A1" s="999999"><v>46342</v></c></row>', { formats: styles })
    expect(texts(await readBytes(book))).toEqual([['A1=2026-11-16']])
  })

  it('with macros, links to other books and pictures: they are left out, and that is said', async () => {
    const book = buildWorkbook({
      extra: [
        { name: 'xl/vbaProject.bin', content: 'macro' },
        {
          name: 'xl/externalLinks/externalLink1.xml',
          content: '<externalLink><externalBook/></externalLink>',
        },
      ],
    })
    const { sheets, warnings } = await readBytes(book, '周报.xlsm')
    expect(sheets[0]?.rows).toHaveLength(1)
    expect(warnings).toEqual([
      '文件含有宏，已忽略，只读取单元格里的内容。',
      '文件引用了其他工作簿（外部链接），读取的是上次保存时的数值，请核对。',
    ])
  })
})

it('reads what ExcelJS writes, value by value', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('职责')
  sheet.addRow(['序号', '姓名', '时限', '比例', '说明'])
  sheet.addRow([
    1,
    '王　伟',
    new Date('2026-11-20T00:00:00Z'),
    0.5,
    { richText: [{ text: '第一' }, { text: '\n第二' }] },
  ])
  sheet.getCell('C2').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.getCell('D2').numFmt = '0%'
  sheet.addRow([{ formula: 'A2+1', result: 2 }, '𠮷田', null, true, { error: '#REF!' }])
  sheet.mergeCells('A4:E4')
  sheet.getCell('A4').value = '=1+1'
  const path = saveBytes(Buffer.from(await book.xlsx.writeBuffer()))
  const { sheets } = await readWorkbook(path)
  expect(sheets[0]?.rows.map((row) => row.cells.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
    ['text 序号', 'text 姓名', 'text 时限', 'text 比例', 'text 说明'],
    ['number 1', 'text 王　伟', 'date 2026-11-20', 'number 50%', 'text 第一\n第二'],
    ['number 2', 'text 𠮷田', 'boolean TRUE', 'error #REF!'],
    ['text =1+1'],
  ])
})

it('tells how far it is', async () => {
  const seen: number[] = []
  const rows = Array.from(
    { length: 15_000 },
    (_, index) =>
      `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c><c r="B${index + 1}"/><c r="C${index + 1}"/><c r="D${index + 1}"/></row>`,
  )
  await readWorkbook(saveBytes(buildSheet(rows.join(''))), (fraction) => seen.push(fraction))
  expect(seen.at(-1)).toBe(1)
  expect(seen.length).toBeGreaterThan(1)
  expect(seen.toSorted((a, b) => a - b)).toEqual(seen)
})
