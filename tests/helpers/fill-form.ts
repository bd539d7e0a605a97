import ExcelJS, { type Worksheet } from 'exceljs'

/** A row of a form by the words of its heads, with its hidden key. */
export type FilledRow = Record<string, string>

/** The sheet of a form as a person edits it. */
export interface FilledSheet {
  heads: string[]
  rows: FilledRow[]
}

/**
 * Opens a form, lets `fill` do with the rows of each sheet whatever people do (type, insert, delete, sort, rename
 * heads) and saves it elsewhere. Rows without a title are the blank ones.
 */
export async function fillForm(
  from: string,
  to: string,
  fill: (sheets: { this: FilledSheet; next: FilledSheet }, book: ExcelJS.Workbook) => void,
): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(from)
  const [one, two] = book.worksheets
  if (!one || !two) throw new Error('A form has two sheets')
  const sheets = { this: readSheet(one), next: readSheet(two) }
  fill(sheets, book)
  writeSheet(one, sheets.this)
  writeSheet(two, sheets.next)
  await book.xlsx.writeFile(to)
}

const head_row = 3

function readSheet(sheet: Worksheet): FilledSheet {
  const heads = headsOf(sheet)
  const rows: FilledRow[] = []
  for (let number = head_row + 1; number <= sheet.rowCount; number += 1) {
    const texts = heads.map((_, at) => textOf(sheet.getRow(number).getCell(at + 1).value))
    if (texts[0]?.startsWith('填报人') === true) break
    if (texts[4] === '') continue
    rows.push(Object.fromEntries(heads.map((head, at) => [head, texts[at] ?? ''])))
  }
  return { heads, rows }
}

function headsOf(sheet: Worksheet): string[] {
  const heads: string[] = []
  sheet.getRow(head_row).eachCell((cell) => heads.push(textOf(cell.value)))
  return heads
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return value === null || value === undefined ? '' : String(value)
}

/** Writes dates as text, as many do. */
function writeSheet(sheet: Worksheet, { heads, rows }: FilledSheet): void {
  const known = headsOf(sheet)
  for (const [at, head] of heads.entries()) sheet.getRow(head_row).getCell(at + 1).value = head
  const last = Math.max(head_row + rows.length, sheet.rowCount - 1)
  for (let number = head_row + 1; number <= last; number += 1) {
    const row = rows[number - head_row - 1]
    for (const [at, head] of heads.entries()) {
      sheet.getRow(number).getCell(at + 1).value = row?.[head] ?? row?.[known[at] ?? ''] ?? null
    }
  }
}
