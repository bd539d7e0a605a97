import { type BodyRow, BulkTable } from './bulk-table.ts'
import { type LinePart, layLine } from './line-layout.ts'
import { fillPages, type PageRows, type PageShape, pageRoom, pageStarts } from './page-estimate.ts'
import { widthOver } from './sheet-layout.ts'
import type { SheetRows } from './sheet-rows.ts'
import { type Laid, layTable, type WidthOf } from './table-layout.ts'
import type { SheetTable, TableValue } from './workbook.ts'

/** Excel takes 1026 breaks a sheet. */
const mostBreaks = 1000

/**
 * Draws a sheet one printed page after the other, and holds only the rows of the page at hand: merged groups are parted
 * where it ends, and the last rows stay with the signatures.
 */
export class BulkPages {
  /** Rows, from 1, with which a page ends although a group goes on; empty when there are too many for Excel. */
  breaks: number[] = []
  private readonly sheet: SheetRows
  private readonly columns: number
  private readonly widthOf: WidthOf
  private readonly room: number
  private table: BulkTable | undefined
  private rows: BodyRow[] = []
  /** Points of the page at hand in all, before its `rows`, and of the heads that are printed on every page. */
  private used = 0
  private lead = 0
  private repeated = 0

  constructor(sheet: SheetRows, plan: PageShape) {
    this.sheet = sheet
    this.columns = plan.widths.length
    this.widthOf = widthOver(plan)
    this.room = pageRoom(plan)
  }

  /** Answers its height. */
  addLine(parts: readonly LinePart[]): number {
    const { height, cells } = layLine(parts, this.columns, this.widthOf)
    this.addLaid({ heights: [height], cells })
    return height
  }

  addGap(height: number): void {
    this.addLaid({ heights: [height], cells: [] })
  }

  /** So many points of what was drawn are printed again on every page. */
  repeat(height: number): void {
    this.repeated = height
  }

  /** Draws the heads of the columns; `rows` of the table are its first, which come again by `addRow`. */
  openTable(table: SheetTable, isOnly: boolean): void {
    const { rows, empty_text = '' } = table
    const before = this.used
    this.addLaid(
      layTable({ ...table, rows: [], empty_text: rows.length === 0 ? empty_text : '' }, this.widthOf),
    )
    if (isOnly) this.repeated = this.used - before
    this.table = new BulkTable(table, this.widthOf)
  }

  addRow(values: TableValue[]): void {
    if (!this.table) return
    const row = this.table.measure(values)
    if (this.used + row.height > this.room && this.rows.length > 0) {
      this.fillPage([row.height], 0)
      this.endPage(this.rows.length)
    }
    this.rows.push(row)
    this.used += row.height
  }

  /** The last lines, kept together with the two rows before them. */
  close(lines: readonly LinePart[][]): void {
    const laid = lines.map((parts) => layLine(parts, this.columns, this.widthOf))
    const next = this.fillPage(
      laid.map(({ height }) => height),
      2,
    )
    if (next > 0 && next < this.rows.length) this.endPage(next)
    this.drawRows(this.rows.length)
    for (const { height, cells } of laid) this.sheet.addLaid([height], cells)
  }

  /** Answers how many of the rows stay on this page when what follows keeps `kept` of them with it. */
  private fillPage(following: readonly number[], kept: number): number {
    const heights = [this.lead, ...this.rows.map(({ height }) => height), ...following]
    const end = this.rows.length + 1
    const keep = kept === 0 ? [] : [...heights.keys()].filter((row) => row >= end - kept)
    const page: PageRows = {
      heights,
      room: this.room,
      repeated: this.repeated,
      keep_with_next: new Set(keep),
    }
    fillPages(page, (row) => row > 0 && row < end)
    this.rows = this.rows.map(({ values }, at) => ({ values, height: heights[at + 1] ?? 0 }))
    return (pageStarts(page)[0] ?? end) - 1
  }

  private addLaid({ heights, cells }: Pick<Laid, 'heights' | 'cells'>): void {
    this.drawRows(this.rows.length)
    this.sheet.addLaid(heights, cells)
    this.used += heights.reduce((sum, height) => sum + height, 0)
    if (this.used > this.room) this.used = this.repeated
    this.lead = this.used
  }

  private endPage(count: number): void {
    this.drawRows(count)
    if (this.table?.has_groups) this.breaks.push(this.sheet.count)
    if (this.breaks.length > mostBreaks) this.breaks = []
    this.lead = this.repeated
    this.used = this.lead
  }

  private drawRows(count: number): void {
    this.table?.draw(this.rows.splice(0, count), this.sheet)
  }
}
