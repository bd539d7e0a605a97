import type { PaperCell, PaperStyle, PaperView } from '../../src-shared/paper.ts'
import { cellStyles, fontSizes, type StyleName } from '../excel/cell-styles.ts'
import { pageMargins, pageScale, paperOf } from '../excel/page-estimate.ts'
import { columnPoints } from '../excel/row-height.ts'
import { faceOf, officialFonts } from '../excel/sheet-fonts.ts'
import { layOutSheet } from '../excel/sheet-layout.ts'
import type { SheetToWrite } from '../excel/workbook.ts'
import type { Paper } from './report.ts'

/** More are neither turned over nor drawn in a moment. */
const most_rows = 600
const inch = 72

/** The same layout that the Excel room writes, as points on pages. */
export async function viewPaper(
  paper: Paper,
  around: Pick<PaperView, 'layout' | 'columns' | 'font_notes'>,
  rows = most_rows,
): Promise<PaperView> {
  const sheet = await firstRows(paper, rows)
  const laid = layOutSheet(sheet)
  const shape = { ...sheet, widths: laid.widths }
  return {
    ...around,
    title: sheet.title,
    file_name: paper.file_name,
    sheet_name: sheet.name,
    scale: pageScale(shape),
    ...paperOf(sheet),
    margins: { left: pageMargins.left * inch, top: pageMargins.top * inch },
    widths: laid.widths.map(columnPoints),
    heights: laid.heights,
    cells: laid.cells.map(({ value, ...cell }): PaperCell => ({ ...cell, text: String(value ?? '') })),
    styles: stylesOf(sheet),
    pages: [0, ...laid.estimated_starts],
    repeated: laid.print_titles,
    rows: paper.rows,
    shown_rows: sheet.tables.reduce((sum, table) => sum + table.rows.length, 0),
  }
}

async function firstRows({ sheet, pages }: Paper, count: number): Promise<SheetToWrite> {
  const more = pages ? ((await pages()) ?? []) : []
  let left = count
  const tables = sheet.tables.map((table, at) => {
    const all = at === sheet.tables.length - 1 ? [...table.rows, ...more] : table.rows
    const rows = all.slice(0, left)
    left -= rows.length
    return { ...table, rows }
  })
  return { ...sheet, tables }
}

function stylesOf({ fonts = officialFonts }: SheetToWrite): Record<string, PaperStyle> {
  const styles = Object.entries(cellStyles(fonts)) as [StyleName, ReturnType<typeof cellStyles>[StyleName]][]
  return Object.fromEntries(
    styles.map(([name, { alignment, border, fill }]) => {
      const align = alignment?.horizontal
      const drawn: PaperStyle = {
        font: faceOf(name, fonts),
        size: fontSizes[name],
        align: align === 'center' || align === 'right' ? align : 'left',
        has_lines: border !== undefined,
        is_grey: fill !== undefined,
      }
      return [name, drawn]
    }),
  )
}
