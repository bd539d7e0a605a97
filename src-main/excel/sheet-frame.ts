import { pageMargins } from './page-estimate.ts'
import { officialFonts } from './sheet-fonts.ts'
import type { PaperSize, SheetToWrite } from './workbook.ts'

/** Everything of a worksheet part before its rows. `head_rows` stay in sight; 0 for none. */
export function sheetStart(widths: readonly number[], head_rows: number): string {
  const columns = widths.map(
    // As Excel counts: 5 of 7 pixels of a character are the margins of the cell.
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${(width + 5 / 7).toFixed(6)}" customWidth="1"/>`,
  )
  const pane = `<pane ySplit="${head_rows}" topLeftCell="A${head_rows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    head_rows > 0 ? `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` : '',
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`,
  ].join('')
}

export interface SheetEnd extends Pick<SheetToWrite, 'orientation' | 'paper' | 'fonts'> {
  /** `A1:D1` */
  merges: readonly string[]
  /** Rows, from 1, that are the last of a page. */
  breaks: readonly number[]
}

/** Everything after the rows: merged cells, paper and page numbers as on the sheets that ExcelJS writes. */
export function sheetEnd({ orientation, paper = 'A4', fonts, merges, breaks }: SheetEnd): string {
  const { left, right, top, bottom, header, footer } = pageMargins
  const counts = `count="${breaks.length}" manualBreakCount="${breaks.length}"`
  const marks = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`)
  const ranges = merges.map((range) => `<mergeCell ref="${range}"/>`)
  return [
    '</sheetData>',
    merges.length > 0 ? `<mergeCells count="${merges.length}">${ranges.join('')}</mergeCells>` : '',
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="${header}" footer="${footer}"/>`,
    `<pageSetup paperSize="${paperCodes[paper]}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${pageFooter(fonts).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</oddFooter></headerFooter>`,
    breaks.length > 0 ? `<rowBreaks ${counts}>${marks.join('')}</rowBreaks>` : '',
    '</worksheet>',
  ].join('')
}

/** As the format numbers them. */
export const paperCodes: Record<PaperSize, number> = { A4: 9, A3: 8 }

export function pageFooter({ body } = officialFonts): string {
  return `&C&"${body.name},${body.is_bold ? '加粗' : '常规'}"&10第 &P 页 共 &N 页`
}
