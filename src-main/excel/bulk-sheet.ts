import { BulkPages } from './bulk-pages.ts'
import { fitWidths } from './column-widths.ts'
import { headParts, spreadFoot } from './line-layout.ts'
import type { SharedTexts } from './shared-texts.ts'
import { sheetEnd, sheetStart } from './sheet-frame.ts'
import { gapBetweenTables, widthOver } from './sheet-layout.ts'
import { SheetRows } from './sheet-rows.ts'
import type { SheetTable, SheetToWrite, TableValue } from './workbook.ts'

/** The next rows of the last table after those in the plan; null at the end. */
export type MoreRows = () => Promise<TableValue[][] | null>

const noMore: MoreRows = async () => null
const pieceCharacters = 65_536

/** One worksheet part in the official layout, piece by piece, for more rows than ExcelJS can hold at once. */
export async function* bulkSheet(
  plan: SheetToWrite,
  texts: SharedTexts,
  more: MoreRows = noMore,
): AsyncGenerator<string> {
  const { title, head, tables, foot, notes = [] } = plan
  const widths = fitWidths(plan)
  const rows = new SheetRows(texts)
  const pages = new BulkPages(rows, { ...plan, widths })
  const isOnly = tables.length === 1
  yield sheetStart(widths, isOnly ? headerRow(plan) : 0)
  if (plan.attachment) pages.addLine([{ text: plan.attachment, style: 'attachment' }])
  const title_height = pages.addLine([{ text: title, style: 'title' }])
  const head_height = pages.addLine(headParts(head))
  if (!isOnly) pages.repeat(title_height + head_height)
  for (const [index, table] of tables.entries()) {
    if (index > 0) pages.addGap(gapBetweenTables)
    if (table.caption) pages.addLine([{ text: table.caption, style: 'caption' }])
    pages.openTable(table, isOnly)
    for await (const piece of rowsOf(table, index === tables.length - 1 ? more : noMore)) {
      for (const values of piece) {
        pages.addRow(values)
        if (rows.length >= pieceCharacters) yield rows.take()
      }
    }
  }
  const lastLine = spreadFoot(foot, widthOver({ ...plan, widths })(0, widths.length, 'foot'))
  pages.close([
    [{ text: lastLine, style: 'foot' }],
    ...notes.map((text) => [{ text, style: 'note' } as const]),
  ])
  yield rows.take()
  yield sheetEnd({ ...plan, merges: rows.merges, breaks: pages.breaks })
}

/** Of a sheet's only table; from 1. */
export function headerRow(plan: SheetToWrite): number {
  return titleRow(plan) + (plan.tables[0]?.caption ? 3 : 2)
}

/** From 1. */
export function titleRow({ attachment }: SheetToWrite): number {
  return attachment ? 2 : 1
}

async function* rowsOf({ rows }: SheetTable, more: MoreRows): AsyncGenerator<TableValue[][]> {
  yield rows
  for (let piece = await more(); piece; piece = await more()) yield piece
}
