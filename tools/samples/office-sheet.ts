// How an office lays out a form: title, a line of who and when, a bordered table, a line for signatures.
import ExcelJS from 'exceljs'

const { Workbook } = ExcelJS

export type Cell = string | number | Date

export interface OfficeFonts {
  title: string
  header: string
  body: string
}

export const usual_fonts: OfficeFonts = { title: '方正小标宋简体', header: '黑体', body: '宋体' }

const thin = { style: 'thin' } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }

export function newWorkbook(): ExcelJS.Workbook {
  const workbook = new Workbook()
  workbook.creator = '云泽省农业技术示范中心'
  workbook.lastModifiedBy = '周敏'
  workbook.created = new Date('2026-11-20T08:30:00Z')
  workbook.modified = new Date('2026-11-20T08:30:00Z')
  return workbook
}

export function officeSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  widths: readonly number[],
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  })
  sheet.columns = widths.map((width) => ({ width }))
  return sheet
}

/** Text across the whole table: the title, 填报单位, 一、本周履职情况. */
export function acrossRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  text: string,
  look: { font: string; size: number; height: number; align?: 'left' | 'center' | 'right'; bold?: boolean },
): void {
  sheet.mergeCells(row, 1, row, sheet.columns.length)
  const cell = sheet.getCell(row, 1)
  cell.value = text
  cell.font = { name: look.font, size: look.size, bold: look.bold ?? false }
  cell.alignment = { horizontal: look.align ?? 'left', vertical: 'middle', wrapText: true }
  sheet.getRow(row).height = look.height
}

export function headerCell(sheet: ExcelJS.Worksheet, row: number, column: number, text: string): void {
  const cell = sheet.getCell(row, column)
  cell.value = text
  cell.font = { name: usual_fonts.header, size: 11 }
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  cell.border = border
}

export function bodyRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  values: readonly Cell[],
  centred: ReadonlySet<number>,
  font = usual_fonts.body,
): void {
  for (const [at, value] of values.entries()) {
    const cell = sheet.getCell(row, at + 1)
    cell.value = value === '' ? null : value
    cell.font = { name: font, size: 10.5 }
    cell.alignment = { horizontal: centred.has(at) ? 'center' : 'left', vertical: 'middle', wrapText: true }
    cell.border = border
    if (value instanceof Date) cell.numFmt = 'm"月"d"日"'
  }
  sheet.getRow(row).height = rowHeight(sheet, values)
}

/** A Chinese character takes two units of a column's width. */
function rowHeight(sheet: ExcelJS.Worksheet, values: readonly Cell[]): number {
  const lines = values.map((value, at) => {
    const width = (sheet.getColumn(at + 1).width ?? 10) - 1.5
    const parts = value instanceof Date ? ['12月31日'] : String(value).split('\n')
    return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(unitsOf(part) / width)), 0)
  })
  return Math.max(24, Math.max(...lines) * 15 + 6)
}

function unitsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u00ff' ? 2.05 : 1.05), 0)
}

/** Merges runs of the same value in a column; `keys` has one value a row, from `top` on. */
export function mergeRuns(
  sheet: ExcelJS.Worksheet,
  column: number,
  top: number,
  keys: readonly string[],
): void {
  let start = 0
  for (let at = 1; at <= keys.length; at++) {
    if (at < keys.length && keys[at] === keys[start]) continue
    if (at - start > 1) sheet.mergeCells(top + start, column, top + at - 1, column)
    start = at
  }
}
