import { basename, extname } from 'node:path'
import { addressOf } from './cell-address.ts'
import { type CellValue, textValue } from './cell-value.ts'
import { delimiters, findDelimiter, readRecords } from './csv-records.ts'
import { decodeTable } from './decode-table.ts'
import { isGuarded } from './formula-like.ts'
import { limits } from './limits.ts'
import type { OnProgress } from './read-workbook.ts'
import { RowCollector } from './row-collector.ts'
import { SheetNames } from './sheet-names.ts'
import { cleanText } from './text.ts'
import { tooMuch, Unreadable, withPlace } from './unreadable.ts'
import type { ReadWorkbook } from './workbook.ts'

/** Reads a table that is text: .csv, .txt. Its one sheet is named like the file. */
export function readCsv(path: string, bytes: Buffer, onProgress?: OnProgress): ReadWorkbook {
  const { text, encoding } = decodeTable(bytes)
  onProgress?.(0.3)
  const name = new SheetNames().take(basename(path, extname(path)))
  const delimiter = findDelimiter(text)
  const collected = new RowCollector({ cells_left: limits.cells })
  let number = 0
  for (const { fields, end } of readRecords(text, delimiter)) {
    number += 1
    if (number > limits.format_rows) throw tooMuch('超过 1 048 576 行。')
    collected.begin(number, false)
    keepFields(collected, fields, { sheet: name, number })
    if (number % 1000 === 0) onProgress?.(0.3 + (0.7 * end) / text.length)
  }
  const { rows } = collected
  if (rows.length < 2 && (rows[0]?.cells.length ?? 0) < 2) throw noTable()
  onProgress?.(1)
  const sheet = { name, is_hidden: false, hidden_columns: [], rows, merges: [] }
  return { format: 'csv', sheets: [sheet], warnings: [howItWasRead(encoding, delimiter)] }
}

function keepFields(
  collected: RowCollector,
  fields: readonly string[],
  { sheet, number }: { sheet: string; number: number },
): void {
  for (const [index, field] of fields.entries()) {
    if (field === '') continue
    const address = addressOf(number, index + 1)
    try {
      const value = fieldValue(field)
      if (value) collected.keep({ address, column: index + 1, ...value })
    } catch (error) {
      throw withPlace(error, { sheet, cell: address })
    }
  }
}

/** A number only when nothing of its text would be lost: 007, 10.30 and an 18-digit number stay text. */
function fieldValue(field: string): CellValue | undefined {
  // ="007" is how programs keep Excel from dropping the zeros.
  const plain = field.replace(/^="([^"]*)"$/, '$1')
  if (plain.startsWith("'") && isGuarded(plain)) return textValue(cleanText(plain.slice(1)))
  const text = cleanText(plain)
  const number = Number(text)
  if (/^-?\d/.test(text) && String(number) === text && text.length <= 15)
    return { kind: 'number', text, number }
  return textValue(text)
}

function howItWasRead(encoding: string, delimiter: string): string {
  const check = encoding === 'GB18030' ? '，请核对有无乱码' : ''
  return `这是文本表格，按 ${encoding} 编码、${delimiters.get(delimiter)}分隔读取${check}。`
}

function noTable(): Unreadable {
  return new Unreadable({
    code: 'file_not_workbook',
    what: '只有一小段文字，不是表格。',
    next: '请选择 Excel 工作簿、WPS 表格或 CSV 文件。',
  })
}
