import { daySerial } from './day-serial.ts'
import { heightOfLines, maxRowHeight, textBox } from './row-height.ts'
import { type ColumnXml, columnXml, type SheetRows } from './sheet-rows.ts'
import {
  findRuns,
  type LaidCell,
  type PlacedColumn,
  placeColumns,
  type Run,
  rowCell,
  styleOf,
  type WidthOf,
} from './table-layout.ts'
import { countLines, type TextBox } from './text-lines.ts'
import type { SheetTable, TableValue } from './workbook.ts'

export interface BodyRow {
  values: TableValue[]
  /** In points; more than Excel allows one row is shared among several, merged downwards. */
  height: number
}

/** The body of one table: how high its rows are, and how those of a printed page are drawn. */
export class BulkTable {
  private readonly columns: readonly PlacedColumn[]
  private readonly boxes: readonly TextBox[]
  private readonly quick: readonly ColumnXml[]
  private readonly hasMerges: boolean

  /** `rows` of the table may be the first of many. */
  constructor({ columns, rows }: Pick<SheetTable, 'columns' | 'rows'>, widthOf: WidthOf) {
    this.columns = placeColumns(columns)
    this.boxes = this.columns.map((column) =>
      textBox(styleOf('', column), widthOf(column.column, column.columns, styleOf('', column))),
    )
    this.quick = this.columns.map((column, place) => columnXml(column, hasRepeats(rows, place)))
    this.hasMerges = this.columns.some((column) => column.merge_equal || column.columns > 1)
  }

  /** Groups are parted where a printed page ends. */
  get has_groups(): boolean {
    return this.columns.some((column) => column.merge_equal)
  }

  measure(values: TableValue[]): BodyRow {
    let lines = 1
    for (let place = 0; place < this.boxes.length; place += 1) {
      const value = values[place]
      const box = this.boxes[place]
      if (typeof value !== 'string' || box === undefined) continue
      const needed = countLines(value, box)
      if (needed > lines && !this.isDate(place, value)) lines = needed
    }
    const height = heightOfLines(lines, 'left')
    const parts = partsOf(height)
    return { values, height: Math.ceil(height / parts) * parts }
  }

  /** A real date, which is never wrapped. */
  private isDate(place: number, value: string): boolean {
    return this.columns[place]?.kind === 'date' && daySerial(value) !== undefined
  }

  draw(rows: readonly BodyRow[], sheet: SheetRows): void {
    if (!this.hasMerges && rows.every(({ height }) => height <= maxRowHeight)) {
      for (const { values, height } of rows) sheet.addRow(values, height, this.quick)
    } else this.drawMerged(rows, sheet)
  }

  private drawMerged(rows: readonly BodyRow[], sheet: SheetRows): void {
    const heights: number[] = []
    const starts = rows.map(({ height }) => {
      const parts = partsOf(height)
      return heights.push(...Array(parts).fill(height / parts)) - parts
    })
    const runs = findRuns(
      rows.map(({ values }) => values),
      this.columns,
    )
    const cells: LaidCell[] = []
    for (const [at, { values }] of rows.entries()) {
      for (const [place, column] of this.columns.entries()) {
        const run = runs.find((other) => covers(other, place, at))
        if (run && run.first !== at) continue
        const row = starts[at] ?? 0
        const end = starts[(run?.last ?? at) + 1] ?? heights.length
        cells.push({ ...rowCell(values[place] ?? null, column), row, rows: end - row })
      }
    }
    sheet.addLaid(heights, cells)
  }
}

/** Rows of the sheet that a row of the table takes. */
function partsOf(height: number): number {
  return Math.ceil(height / maxRowHeight)
}

function covers(run: Run, place: number, row: number): boolean {
  return run.place === place && run.first <= row && row <= run.last
}

/** Whether each text of a column stands there twice on average. */
function hasRepeats(rows: readonly TableValue[][], place: number): boolean {
  const texts = rows.map((row) => row[place]).filter((value) => typeof value === 'string' && value !== '')
  return new Set(texts).size * 2 <= texts.length
}
