import type { FileHandle } from 'node:fs/promises'
import type { MoreRows } from './bulk-sheet.ts'
import { isGuarded } from './formula-like.ts'
import { saveFileBy } from './save-file.ts'
import { cleanText } from './text.ts'
import type { SheetTable, TableValue, WorkbookToWrite } from './workbook.ts'

const byteOrderMark = '\uFEFF'
const newLine = '\r\n'

/** The tables alone, without title and signatures: UTF-8 that Excel recognises, every field in quotes. `more` belongs to the last table. */
export async function writeCsv(path: string, { sheets }: WorkbookToWrite, more?: MoreRows): Promise<number> {
  const tables = sheets.flatMap((sheet) => sheet.tables)
  return await saveFileBy(path, async (file) => {
    let bytes = await append(file, byteOrderMark)
    for (const [at, table] of tables.entries()) {
      const is_last = at === tables.length - 1
      bytes += await append(file, (at > 0 ? newLine : '') + headOf(table) + linesOf(table.rows))
      if (!is_last || !more) continue
      for (let rows = await more(); rows; rows = await more()) bytes += await append(file, linesOf(rows))
    }
    return bytes
  })
}

async function append(file: FileHandle, text: string): Promise<number> {
  const bytes = Buffer.from(text)
  await file.writeFile(bytes)
  return bytes.length
}

function headOf({ caption, columns }: SheetTable): string {
  return linesOf([...(caption ? [[caption]] : []), columns.map(({ header }) => header)])
}

function linesOf(rows: readonly TableValue[][]): string {
  return rows.map((row) => row.map(field).join(',') + newLine).join('')
}

function field(value: TableValue): string {
  if (typeof value === 'number') return `"${value}"`
  // Unseen characters first: a spreadsheet drops them and then sees what they stood before.
  const text = cleanText(value ?? '')
  return `"${isGuarded(text) ? "'" : ''}${text.replaceAll('"', '""')}"`
}
