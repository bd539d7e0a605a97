import { utils, type WorkSheet, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { addressOf, parseRange } from '../../../src-main/excel/cell-address.ts'
import { buildWorkbook, escapeXml } from '../build-workbook.ts'
import { buildXls, numberCell, place, record, textCell, u16 } from '../build-xls.ts'
import { type GoodBook, type GoodSheet, type GoodValue, serialOf } from './good-book.ts'

export async function withExcelJs({ sheets }: GoodBook): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  for (const { name, rows, is_hidden = false, merges = [] } of sheets) {
    const sheet = book.addWorksheet(name, { state: is_hidden ? 'hidden' : 'visible' })
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of values.entries()) {
        if (value === null) continue
        const cell = sheet.getCell(row + 1, column + 1)
        cell.value = valueForExcelJs(value)
        if (formatOf(value)) cell.numFmt = formatOf(value) ?? ''
      }
    }
    for (const range of merges) sheet.mergeCells(range)
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

function valueForExcelJs(value: Exclude<GoodValue, null>): ExcelJS.CellValue {
  if (typeof value !== 'object') return value
  return 'date' in value ? new Date(`${value.date}T00:00:00Z`) : value.percent
}

type Marked = { date: string } | { percent: number }

function formatOf(value: GoodValue): string | undefined {
  if (value === null || typeof value !== 'object') return undefined
  return ['', 'yyyy-mm-dd', ...percentFormats][styleOf(value)]
}

export function withSheetJs(bookType: 'xlsx' | 'biff8' | 'csv') {
  return ({ sheets }: GoodBook): Buffer => {
    const book = utils.book_new()
    for (const sheet of sheets) utils.book_append_sheet(book, sheetForSheetJs(sheet), sheet.name)
    book.Workbook = { Sheets: sheets.map(({ is_hidden = false }) => ({ Hidden: is_hidden ? 1 : 0 })) }
    return Buffer.from(write(book, { type: 'buffer', bookType }))
  }
}

function sheetForSheetJs({ rows, merges = [] }: GoodSheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(
    rows.map((values) =>
      values.map((value) => {
        return value !== null && typeof value === 'object'
          ? { t: 'n', v: numberOf(value), z: formatOf(value) }
          : value
      }),
    ),
  )
  sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  return sheet
}

function numberOf(value: Marked): number {
  return 'date' in value ? serialOf(value.date) : value.percent
}

const percentFormats = ['0%', '0.0%']

/** By position: a date, a percentage, one with a decimal. */
function styleOf(value: Marked): number {
  if ('date' in value) return 1
  return Number.isInteger(value.percent * 100) ? 2 : 3
}

/** As our own fixtures are built: shared texts, styles by number, nothing else. */
export function asFixture({ sheets }: GoodBook, dateFormat: string | number = 31): Buffer {
  const texts: string[] = []
  const cell = (value: GoodValue, row: number, column: number) => {
    if (value === null) return ''
    const address = addressOf(row + 1, column + 1)
    if (typeof value === 'string') return `<c r="${address}" t="s"><v>${texts.push(value) - 1}</v></c>`
    if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`
    if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`
    return `<c r="${address}" s="${styleOf(value)}"><v>${numberOf(value)}</v></c>`
  }
  const parts = sheets.map(({ name, rows, is_hidden, merges = [] }) => ({
    name: escapeXml(name),
    ...(is_hidden ? { state: 'hidden' } : {}),
    data: rows
      .map(
        (values, row) =>
          `<row r="${row + 1}">${values.map((value, column) => cell(value, row, column)).join('')}</row>`,
      )
      .join(''),
    after:
      merges.length === 0
        ? ''
        : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
  }))
  return buildWorkbook({ sheets: parts, shared: texts, formats: [dateFormat, ...percentFormats] })
}

export function asXlsFixture({ sheets }: GoodBook): Buffer {
  const cell = (value: GoodValue, row: number, column: number) => {
    if (value === null) return []
    if (typeof value === 'string') return [textCell(row, column, value)]
    if (typeof value === 'boolean') return [record(0x0205, [...place(row, column, 0), value ? 1 : 0, 0])]
    if (typeof value === 'number') return [numberCell(row, column, value)]
    return [numberCell(row, column, numberOf(value), styleOf(value))]
  }
  return buildXls({
    formats: [31, ...percentFormats],
    sheets: sheets.map(({ name, rows, is_hidden = false, merges = [] }) => ({
      name,
      hidden: is_hidden ? 1 : 0,
      records: [
        ...rows.flatMap((values, row) => values.flatMap((value, column) => cell(value, row, column))),
        ...(merges.length === 0 ? [] : [mergeRecord(merges)]),
      ],
    })),
  })
}

function mergeRecord(merges: readonly string[]): Buffer {
  const areas = merges.flatMap((range) => {
    const { first_row = 1, last_row = 1, first_column = 1, last_column = 1 } = parseRange(range) ?? {}
    return [first_row - 1, last_row - 1, first_column - 1, last_column - 1].flatMap(u16)
  })
  return record(0x00e5, [...u16(merges.length), ...areas])
}
