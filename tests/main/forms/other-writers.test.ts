// The same forms after other programs have written them, and real workbooks taken as blank forms.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import type { FormMapping } from '../../../src-shared/forms.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import { formDesk } from '../../helpers/form-desk.ts'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { hasOpenpyxl } from '../../helpers/openpyxl.ts'
import { makeSuperiorForms } from '../../helpers/superior-forms.ts'

let folder = ''
let forms: Record<string, string> = {}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duty-ledger-forms-'))
  forms = makeSuperiorForms(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What was understood, without the widths and looks that writers differ in. */
const wordsOf = ({ blocks, facts }: FormMapping) => [
  ...blocks.map(({ source, first_row, columns }) => [
    source,
    first_row,
    ...columns.map(({ field }) => field),
  ]),
  ...facts.map(({ row, column, slot, fact }) => [row, column, slot, fact]),
]

async function firstColumnTexts(path: string, sheet: string, column: number): Promise<string[]> {
  const { sheets } = await readWorkbook(path)
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? []
  return rows.flatMap(({ cells }) => cells.filter((cell) => cell.column === column).map(({ text }) => text))
}

it.skipIf(!hasOpenpyxl || !hasLibreOffice)(
  'understands and fills what LibreOffice has written anew (not run without it)',
  async () => {
    const { drop, save } = await formDesk()
    const paths = Object.values(forms).filter((path) => !path.includes('归档'))
    const copies = convertWithLibreOffice(paths, 'xlsx:Calc MS Excel 2007 XML')
    for (const [at, copy] of copies.entries()) {
      const before = await drop(paths[at] ?? '')
      const after = await drop(copy)
      expect([basename(copy), wordsOf(after.mapping)]).toEqual([basename(copy), wordsOf(before.mapping)])
      const { path, answer } = await save(after)
      expect(answer.rows).toBeGreaterThan(0)
      const [block] = after.mapping.blocks
      const key = block?.columns.find(({ field }) => ['title', 'content', 'name'].includes(field))
      const texts = await firstColumnTexts(path, block?.sheet ?? '', key?.column ?? 0)
      expect([basename(copy), texts.length >= answer.rows / 2]).toEqual([basename(copy), true])
    }
  },
  120_000,
)

it('fills a form of ExcelJS: dates by the format of their cells, a list on another sheet, rows put in above the last', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('督办')
  sheet.addRow(['督办事项进展表'])
  sheet.mergeCells('A1:E1')
  sheet.addRow(['序号', '事项', '承办人', '完成时限', '状态'])
  for (let row = 3; row <= 5; row += 1) {
    sheet.addRow([null, null, null, null, null]).eachCell({ includeEmpty: true }, (cell) => {
      cell.border = { top: { style: 'thin' }, bottom: { style: row === 5 ? 'double' : 'thin' } }
    })
    sheet.getCell(`D${row}`).numFmt = 'yyyy"年"m"月"d"日"'
    sheet.getCell(`E${row}`).dataValidation = { type: 'list', formulae: ['选项!$A$1:$A$3'] }
  }
  sheet.getCell('A6').value = '合计'
  sheet.getCell('B6').value = { formula: 'COUNTA(B3:B5)', result: 0 }
  const lists = book.addWorksheet('选项')
  for (const [at, word] of ['办理中', '已办结', '未启动'].entries()) lists.getCell(at + 1, 1).value = word
  const path = join(folder, '督办.xlsx')
  await book.xlsx.writeFile(path)

  const { drop, save } = await formDesk()
  const { path: out, answer } = await save(await drop(path))
  const { sheets } = await readWorkbook(out)
  const cells = new Map(sheets[0]?.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell])))
  expect(cells.get('D3')).toMatchObject({ kind: 'date', date: '2026-11-17' })
  const states = Array.from({ length: answer.rows }, (_, at) => cells.get(`E${at + 3}`)?.text)
  expect(states).toContain('已办结')
  expect(cells.get(`A${answer.rows + 3}`)?.text).toBe('合计')
  const again = await new ExcelJS.Workbook().xlsx.readFile(out)
  const drawn = again.getWorksheet('督办')
  expect(drawn?.getCell(`B${answer.rows + 3}`).formula).toBe(`COUNTA(B3:B${answer.rows + 2})`)
  expect(drawn?.getCell(`A${answer.rows + 2}`).border.bottom?.style).toBe('double')
  expect(drawn?.getCell(`A${answer.rows + 1}`).border.bottom?.style).toBe('thin')
})

function onlyNothingToFill(error: unknown): null {
  if (error instanceof UserProblem && error.problem.code === 'form_nothing_to_fill') return null
  throw error
}

const corpus = process.env.CORPUS_DIR ? join(process.env.CORPUS_DIR, 'dev') : undefined

it.skipIf(corpus === undefined)(
  'takes real workbooks as blank forms (none without CORPUS_DIR)',
  async () => {
    const { desk, drop, forms: room } = await formDesk()
    const names = readdirSync(corpus ?? '').filter(
      (name) => /\.(xlsx|xls|et)$/.test(name) && !name.includes('Java'),
    )
    const out = join(folder, '填好.xlsx')
    let filled = 0
    for (const name of names) {
      const form = await drop(join(corpus ?? '', name), true)
      const { opened_id, mapping } = form
      const question = { opened_id, mapping, name: '表', on: '2026-11-20', is_new: false }
      const preview = await room.preview(question)
      const is_stopped = preview.issues.some(({ level }) => level === 'stop')
      if (mapping.blocks.length === 0 || preview.rows === 0 || is_stopped) continue
      desk.save_into = folder
      desk.dialogs.chooseWhereToSave = async () => out
      // A sheet of one record has no rows of its own: its cells are covered, and it says so.
      const answer = await room.save({ ...question, is_new: true }).catch(onlyNothingToFill)
      if (answer === null) continue
      const { sheets } = await readWorkbook(out)
      const [block] = mapping.blocks
      const column = block?.columns.find(({ field }) => ['title', 'content', 'name'].includes(field))
      if (!block || !column) continue
      const rows = sheets.find((sheet) => sheet.name === block.sheet)?.rows ?? []
      const first = rows.find(({ number }) => number >= block.first_row)
      expect([name, first?.cells.some((cell) => cell.column === column.column)]).toEqual([name, true])
      filled += 1
    }
    expect(filled).toBeGreaterThan(25)
  },
  180_000,
)
