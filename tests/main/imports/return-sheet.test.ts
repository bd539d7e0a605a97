import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SheetEdits } from '../../../src-main/excel/patch-edits.ts'
import { patchWorkbook } from '../../../src-main/excel/patch-workbook.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { createImports, type Imports } from '../../../src-main/imports/run-import.ts'
import { ImportChoices, type ImportKind, type ImportPreview } from '../../../src-shared/imports.ts'
import { buildSheet, escapeXml } from '../../helpers/build-workbook.ts'
import { addDepartment } from '../../helpers/department.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { editWithOpenpyxl, hasOpenpyxl } from '../../helpers/openpyxl.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { saveBytes } from '../../helpers/read-bytes.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { differentParts, partText, unzip } from '../../helpers/unzip.ts'

let book: TestBook
let desk: ImportDesk
let imports: Imports
beforeEach(async () => {
  book = await openTestBook()
  desk = importDesk(book)
  imports = createImports(desk)
})
afterEach(async () => {
  await desk.excel.stop()
  await book.close()
})

async function preview(path: string, kind: ImportKind = 'staff'): Promise<ImportPreview> {
  desk.to_open = path
  const answer = await imports.choose(kind, ImportChoices.parse({}))
  if (answer.state !== 'preview') throw new Error(`There is no preview: ${answer.state}`)
  return answer.preview
}

/** The 退回表 of a file, saved into a folder of its own. */
async function returned(path: string, kind: ImportKind = 'staff'): Promise<string> {
  desk.to_open = path
  const read = await imports.choose(kind, ImportChoices.parse({}))
  if (read.state === 'cancelled') throw new Error('The dialog was cancelled')
  const { import_id } = read.state === 'mapping' ? read.question : read.preview
  desk.save_into = tempFolder()
  const answer = await imports.returnSheet(import_id)
  if (answer.state === 'cancelled') throw new Error(`There is no preview: ${answer.state}`)
  return join(desk.save_into, answer.file_name)
}

async function textsOf(path: string): Promise<Record<string, string>> {
  const { sheets } = await readWorkbook(path)
  const cells = sheets[0]?.rows.flatMap((row) => row.cells) ?? []
  return Object.fromEntries(cells.map(({ address, text }) => [address, text]))
}

/** A sheet with these rows, its cells boxed; null is an empty cell. */
function workbook(rows: readonly (readonly (string | null)[])[], after = ''): Buffer {
  const lines = rows.map((values, at) => {
    const cells = values.map((value, index) => {
      const tag = `c r="${String.fromCharCode(65 + index)}${at + 1}" s="1"`
      return value === null ? `<${tag}/>` : `<${tag} t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`
    })
    return `<row r="${at + 1}" ht="20">${cells.join('')}</row>`
  })
  return buildSheet(lines.join(''), { formats: [49] }, { after })
}

const roster = [
  ['2026年人员名册'],
  ['姓名', '组别', '工号', '入职时间'],
  ['张三', '组织组', 'A01', '2020-03-01'],
  ['李四、周八', '组织组', 'A02', '2020-03-01'],
  ['王五', '人事组', 'A03', '2020年13月1日'],
  ['赵六', '人事组', 'A04', null],
  ['填报人：李四'],
]
const merged = '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>'
const rosterFile = () => saveBytes(workbook(roster, merged), '名册.xlsx')

describe('a 退回表', () => {
  it('is her own file with bad cells marked, a comment at each and the reasons beside the rows', async () => {
    const path = rosterFile()
    const { import_id, totals } = await preview(path)
    expect(totals).toMatchObject({ read: 5, new: 2, skipped: 1, wrong: 2 })
    desk.save_into = tempFolder()
    expect(await imports.returnSheet(import_id)).toEqual({
      state: 'saved',
      file_name: '退回-名册.xlsx',
      cells: 2,
      rows: 2,
      comments_left_out: 0,
    })
    expect(desk.asked.at(-1)).toBe('保存退回表：退回-名册.xlsx')
    await imports.revealReturn(import_id)
    const out = join(desk.save_into, '退回-名册.xlsx')
    expect(desk.shown).toEqual([out])

    const [before, after] = [readFileSync(path), readFileSync(out)]
    expect(differentParts(before, after)).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet1.xml',
    ])
    const { E2, E4, E5, ...rest } = await textsOf(out)
    expect(rest).toEqual(await textsOf(path))
    expect([E2, E4]).toEqual(['退回原因', 'A4：一格里有几个姓名，每人要占一行。请拆成几行后再导入。'])
    expect(E5).toMatch(/^D5：.+。/)
    const comments = partText(after, 'xl/comments1.xml')
    expect(comments).toContain(
      '【退回】错误：一格里有几个姓名，每人要占一行。&#10;建议：请拆成几行后再导入。',
    )
    expect([...comments.matchAll(/ref="(\w+)"/g)].map((match) => match[1])).toEqual(['A4', 'D5'])
    const sheet = partText(after, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<col min="5" max="5" width="60" customWidth="1"/>')
    const styleOf = (address: string) => new RegExp(`r="${address}" s="(\\d+)"`).exec(sheet)?.[1]
    expect(styleOf('A4')).toBe(styleOf('D5'))
    expect(styleOf('A4')).not.toBe(styleOf('A3'))
    expect([styleOf('A3'), styleOf('E7')]).toEqual(['1', undefined])
  })

  const correction: SheetEdits = {
    sheet: 'Sheet1',
    cells: [
      { row: 4, column: 1, value: { text: '李四' } },
      { row: 5, column: 4, value: { text: '2020年12月1日' } },
    ],
  }

  it('names the rows that were passed over for lack of a name, though no cell of theirs is wrong', async () => {
    const rows = [
      ['姓名', '组别', '工号', '入职时间'],
      ['张三', '组织组', 'A01', '2020-03-01'],
      [null, '组织组', 'A02', null],
      ['合计', '1人', null, null],
    ]
    const path = saveBytes(workbook(rows), '名册.xlsx')
    const { E1, E2, E3, ...rest } = await textsOf(await returned(path))
    expect([E1, E2, E3]).toEqual([
      '退回原因',
      undefined,
      '（提醒）没有姓名，这一行没有读入。请补上，或删去这一行。',
    ])
    expect(rest).toEqual(await textsOf(path))
  })

  it('imports directly once it is corrected', async () => {
    const out = await returned(rosterFile())
    const corrected = join(dirname(out), '改好.xlsx')
    await patchWorkbook(out, corrected, { sheets: [correction] })
    const { totals, columns, import_id } = await preview(corrected)
    expect(totals).toEqual({ read: 5, new: 4, changed: 0, same: 0, skipped: 1, wrong: 0 })
    expect(columns.map(({ header, used_as }) => [header, used_as])).toEqual([
      ['姓名', '姓名'],
      ['组别', '组别'],
      ['工号', '工号'],
      ['入职时间', '到岗日期'],
      ['退回原因', null],
    ])
    expect((await imports.save({ import_id, left_out: [] })).totals.new).toBe(4)
  })

  /** A4 was put right: it looks like its neighbour above again, and nothing is said of it any more. */
  function expectOnlyD5(bytes: Buffer): void {
    const sheet = partText(bytes, 'xl/worksheets/sheet1.xml')
    const styleOf = (address: string) => new RegExp(`r="${address}" s="(\\d+)"`).exec(sheet)?.[1]
    expect(styleOf('A4')).toBe(styleOf('A3'))
    expect(styleOf('D5')).not.toBe(styleOf('D3'))
    const comments =
      unzip(bytes)
        .find(({ name }) => /comments?\d+\.xml$/.test(name))
        ?.content.toString() ?? ''
    expect([...comments.matchAll(/<comment [^>]*ref="(\w+)"/g)].map((match) => match[1])).toEqual(['D5'])
    expect(comments.match(/【退回】/g)).toHaveLength(1)
  }

  it.skipIf(!hasOpenpyxl)('imports directly corrected in openpyxl (not run without it)', async () => {
    const out = await returned(rosterFile())
    const corrected = join(dirname(out), '改好.xlsx')
    editWithOpenpyxl(out, corrected, { A4: '李四', D5: '2020年12月1日' })
    expect((await preview(corrected)).totals).toMatchObject({ new: 4, wrong: 0 })
    const half = join(dirname(out), '改了一半.xlsx')
    editWithOpenpyxl(out, half, { A4: '李四' })
    expectOnlyD5(readFileSync(await returned(half)))
  })

  it.skipIf(!hasLibreOffice)(
    'imports directly saved anew by LibreOffice (not run without it)',
    async () => {
      const out = await returned(rosterFile())
      const [again = ''] = convertWithLibreOffice([out], 'xlsx:Calc MS Excel 2007 XML')
      expect((await preview(again)).totals).toMatchObject({ read: 5, new: 2, wrong: 2 })
      const corrected = join(dirname(again), '改好.xlsx')
      await patchWorkbook(again, corrected, { sheets: [correction] })
      expect((await preview(corrected)).totals).toMatchObject({ new: 4, wrong: 0 })

      const half = join(dirname(again), '改了一半.xlsx')
      const first = { ...correction, cells: correction.cells?.slice(0, 1) ?? [] }
      await patchWorkbook(again, half, { sheets: [first] })
      expectOnlyD5(readFileSync(await returned(half)))
    },
    30_000,
  )

  it('of a 退回表 shows only what is still wrong', async () => {
    const out = await returned(rosterFile())
    const half = join(dirname(out), '退回-名册（改了一半）.xlsx')
    await patchWorkbook(out, half, {
      sheets: [{ ...correction, cells: correction.cells?.slice(0, 1) ?? [] }],
    })
    const second = await returned(half)
    expect(second).toMatch(/[/\\]退回-名册（改了一半）\.xlsx$/)
    const bytes = readFileSync(second)
    const texts = await textsOf(second)
    expect([texts.E2, texts.E4, texts.E5?.slice(0, 3), texts.F2]).toEqual([
      '退回原因',
      undefined,
      'D5：',
      undefined,
    ])
    const comments = partText(bytes, 'xl/comments1.xml')
    expect([...comments.matchAll(/ref="(\w+)"/g)].map((match) => match[1])).toEqual(['D5'])
    expect(partText(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/r="A4" s="1"/)
  })

  it('marks a warning apart from an error, at the first cell of a merge, beside tables side by side', async () => {
    await addDepartment(book)
    const rows = [
      ['姓名', '组别', null, '姓名', '组别'],
      ['赵六', '组织组', null, '钱七', '人事组'],
      ['张三', '人事组', null, '周八、吴九', '人事组'],
    ]
    const out = await returned(saveBytes(workbook(rows), '两张.xlsx'))
    const texts = await textsOf(out)
    expect(texts.F1).toBe('退回原因')
    expect(texts.F3).toContain('D3：')
    const { sheets } = await readWorkbook(out)
    expect(
      sheets[0]?.rows.flatMap(({ cells }) => cells).filter(({ text }) => text === '退回原因'),
    ).toHaveLength(1)
  })

  it('of weekly reports and duty lists imports directly, corrected, too', async () => {
    await addDepartment(book)
    const duties = [
      ['组别', '类别', '职责内容', 'A岗'],
      ['组织组', '党建', null, '张三'],
      ['组织组', '党建', '收党费', '张三'],
    ]
    const out = await returned(saveBytes(workbook(duties), '职责.xlsx'), 'duties')
    expect((await textsOf(out)).E2).toBe('C2：职责内容是空的。请补上职责内容，或删去这一行。')
    const corrected = join(dirname(out), '改好.xlsx')
    const cells = [{ row: 2, column: 3, value: { text: '管党员名册' } }]
    await patchWorkbook(out, corrected, { sheets: [{ sheet: 'Sheet1', cells }] })
    expect((await preview(corrected, 'duties')).totals).toMatchObject({ read: 2, new: 2 })

    const weekly = [
      ['第47周（11月16日—11月20日）工作情况'],
      ['类别', '工作事项', '责任人', '完成时限', '完成情况'],
      ['党建', '收党费', '张三', '11月20日', '已完成'],
      ['党建', '整理档案', '没有此人', '13月40日', '进行中'],
    ]
    const week = await returned(saveBytes(workbook(weekly), '周报.xlsx'), 'weekly')
    const seen = await textsOf(week)
    expect(seen.F2).toBe('退回原因')
    expect(seen.F4).toMatch(/C4：|D4：/)
    const mended = join(dirname(week), '改好.xlsx')
    const fixed = [
      { row: 4, column: 3, value: { text: '李四' } },
      { row: 4, column: 4, value: { text: '11月30日' } },
    ]
    await patchWorkbook(week, mended, { sheets: [{ sheet: 'Sheet1', cells: fixed }] })
    const { rows, totals } = await preview(mended, 'weekly')
    expect([totals.wrong, totals.read]).toEqual([0, 2])
    expect(rows.flatMap(({ values }) => values.map(({ value }) => value)).join()).not.toContain('退回')
  })

  it('of a text table is a new workbook with the same cells', async () => {
    const text = roster.map((values) => values.map((value) => value ?? '').join(',')).join('\n')
    const out = await returned(saveBytes(Buffer.from(`\uFEFF${text}`), '名册.csv'))
    expect(out).toMatch(/退回-名册\.xlsx$/)
    const { E2, E4, E5, ...rest } = await textsOf(out)
    expect(rest).toEqual(await textsOf(rosterFile()))
    expect([E2, E4, E5?.slice(0, 3)]).toEqual([
      '退回原因',
      'A4：一格里有几个姓名，每人要占一行。请拆成几行后再导入。',
      'D5：',
    ])
  })

  it('of a sheet that lacks a column says so at the header', async () => {
    const out = await returned(
      saveBytes(
        workbook([
          ['代号', '组别', '工号'],
          ['甲', '组织组', 'A01'],
        ]),
        '缺列.xlsx',
      ),
    )
    expect(partText(readFileSync(out), 'xl/comments1.xml')).toContain('没有“姓名”一列')
    expect(Object.values(await textsOf(out))).not.toContain('退回原因')
  })

  it('is not written when the file has changed or is gone, when nothing is wrong, or over the file itself', async () => {
    const path = rosterFile()
    const { import_id } = await preview(path)
    desk.save_into = tempFolder()
    appendFileSync(path, ' ')
    expect(await problemOf(imports.returnSheet(import_id))).toMatchObject({
      code: 'file_changed',
      message: '“名册.xlsx”在预览之后被改动过，已经不是预览时的内容。',
    })
    expect(readdirSync(desk.save_into)).toEqual([])

    const good = await preview(saveBytes(workbook(roster.slice(0, 3), merged), '好.xlsx'))
    expect(await problemOf(imports.returnSheet(good.import_id))).toMatchObject({ code: 'nothing_to_return' })

    const own = saveBytes(workbook(roster, merged), '退回-名册.xlsx')
    const before = readFileSync(own)
    const again = await preview(own)
    desk.save_into = dirname(own)
    expect(await problemOf(imports.returnSheet(again.import_id))).toMatchObject({
      code: 'return_over_source',
    })
    expect(readFileSync(own).equals(before)).toBe(true)
    desk.save_into = null
    expect(await imports.returnSheet(again.import_id)).toEqual({ state: 'cancelled' })
    rmSync(own)
    desk.save_into = tempFolder()
    expect((await problemOf(imports.returnSheet(again.import_id))).code).toBe('file_unreachable')
    expect((await problemOf(imports.returnSheet('别的'))).code).toBe('import_gone')
  })
})
