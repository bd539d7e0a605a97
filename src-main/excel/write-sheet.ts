import type { Workbook, Worksheet } from 'exceljs'
import { columnName } from './cell-address.ts'
import { cellStyles } from './cell-styles.ts'
import { assertFitsCell } from './cell-text.ts'
import { pageMargins } from './page-estimate.ts'
import { pageFooter, paperCodes } from './sheet-frame.ts'
import { layOutSheet } from './sheet-layout.ts'
import { type LaidCell, placeColumns } from './table-layout.ts'
import { encodeText } from './text.ts'
import type { SheetToWrite } from './workbook.ts'

/** Puts one sheet of the plan into an ExcelJS book. `name` is already fit for a tab. */
export function writeSheet(book: Workbook, name: string, plan: SheetToWrite): Worksheet {
  const laid = layOutSheet(plan)
  const sheet = book.addWorksheet(name, { pageSetup: pageSetup(plan, laid.print_titles) })
  sheet.headerFooter = { oddFooter: pageFooter(plan.fonts) }
  sheet.columns = laid.widths.map((width) => ({ width: width + 5 / 7 }))
  for (const [row, height] of laid.heights.entries()) sheet.getRow(row + 1).height = height
  for (const start of laid.page_starts) sheet.getRow(start).addPageBreak()
  const styles = cellStyles(plan.fonts)
  for (const cell of laid.cells) putCell(sheet, cell, styles)
  hideColumns(sheet, plan)
  if (laid.header_row !== undefined) {
    sheet.views = [
      { state: 'frozen', xSplit: 0, ySplit: laid.header_row + 1, topLeftCell: `A${laid.header_row + 2}` },
    ]
  }
  return sheet
}

function hideColumns(sheet: Worksheet, { tables }: SheetToWrite): void {
  for (const column of tables.flatMap(({ columns }) => placeColumns(columns))) {
    if (column.is_hidden) sheet.getColumn(column.column + 1).hidden = true
  }
}

function pageSetup(plan: SheetToWrite, [first, last]: [number, number]): Partial<Worksheet['pageSetup']> {
  return {
    paperSize: paperCodes[plan.paper ?? 'A4'],
    orientation: plan.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: pageMargins,
    printTitlesRow: `${first + 1}:${last + 1}`,
  }
}

function putCell(sheet: Worksheet, laid: LaidCell, styles: ReturnType<typeof cellStyles>): void {
  const cell = sheet.getCell(laid.row + 1, laid.column + 1)
  cell.value = cellValue(laid)
  cell.style = styles[laid.style]
  if (laid.rows === 1 && laid.columns === 1) return
  const last = `${columnName(laid.column + laid.columns)}${laid.row + laid.rows}`
  sheet.mergeCells(`${cell.address}:${last}`)
}

function cellValue({ value, style }: LaidCell): string | number | Date | null {
  if (typeof value !== 'string') return value
  assertFitsCell(value)
  // ExcelJS counts a date's days in UTC.
  return style === 'date' ? new Date(`${value}T00:00:00Z`) : encodeText(value)
}
