import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { convertWithLibreOffice, hasLibreOffice } from './libreoffice.ts'

const python = '/usr/bin/python3'

/** Blank forms from different writers, each with other features of the format; only from those that are installed. */
export async function makeForms(folder: string): Promise<string[]> {
  for (const script of ['make-forms.py', 'make-forms-xlsxwriter.py']) run(script, [folder])
  await exceljsForm(join(folder, 'exceljs.xlsx'))
  const forms = readdirSync(folder).map((name) => join(folder, name))
  return hasLibreOffice ? [...forms, ...libreOfficeForms(forms, folder)] : forms
}

export const nameOf = (path: string) => basename(path, '.xlsx')

function libreOfficeForms(forms: readonly string[], folder: string): string[] {
  const wanted = ['names', 'validations', 'conditional-formats', 'charts', 'page-setup', 'filter', 'comments']
  const copies = convertWithLibreOffice(
    forms.filter((path) => wanted.includes(nameOf(path))),
    'xlsx:Calc MS Excel 2007 XML',
  )
  return copies.map((copy) => {
    const path = join(folder, `libreoffice-${basename(copy)}`)
    copyFileSync(copy, path)
    return path
  })
}

async function exceljsForm(path: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('填报表', { views: [{ state: 'frozen', ySplit: 3 }] })
  sheet.mergeCells('A1:D1')
  sheet.getCell('A1').value = '工作台账'
  sheet.addRow([])
  sheet.addRow(['序号', '事项', '完成时限', '责任人'])
  for (let row = 1; row <= 8; row += 1) {
    const added = sheet.addRow([
      row,
      { richText: [{ text: '事' }, { font: { bold: true }, text: '项' }] },
      new Date(Date.UTC(2026, 10, row)),
      null,
    ])
    added.height = 20 + row
    added.getCell(3).numFmt = 'yyyy"年"m"月"d"日"'
    added.getCell(5).value = { formula: `IF(D${row + 3}="",A${row + 3},"已填")`, result: row }
  }
  sheet.fillFormula('F4:F11', 'A4*2', [2, 4, 6, 8, 10, 12, 14, 16])
  sheet.getCell('D5').dataValidation = { type: 'list', formulae: ['$H$4:$H$6'] }
  sheet.getCell('A9').note = '说明'
  sheet.getCell('B10').value = { text: '办法', hyperlink: '#填报表!A9' }
  sheet.addConditionalFormatting({
    ref: 'A4:D11',
    rules: [{ type: 'expression', priority: 1, formulae: ['$C4<$C$11'], style: { font: { bold: true } } }],
  })
  await book.xlsx.writeFile(path)
}

export interface Insertion {
  before: string
  after: string
  sheet: string
  row: number
  count: number
  like?: number | undefined
}

/** What openpyxl finds wrong with each, by its own understanding of formulas. */
export function complaintsAbout(insertions: readonly Insertion[]): string[][] {
  if (insertions.length === 0) return []
  const stdout = run('check-insertion.py', [], JSON.stringify(insertions))
  return stdout
    .trim()
    .split('\n')
    .map((line): string[] => JSON.parse(line))
}

/** Nothing when the script asks for a library that is not installed. */
function run(script: string, args: readonly string[], input = ''): string {
  const { stdout, stderr, status } = spawnSync(python, [join(import.meta.dirname, script), ...args], {
    input,
    maxBuffer: 1 << 30,
  })
  if (status !== 0 && !/ModuleNotFoundError/.test(String(stderr)))
    throw new Error(`${script} failed: ${stderr}`)
  return String(stdout)
}
