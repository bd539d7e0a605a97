import { UserProblem } from '../../src-shared/problem.ts'
import { addressOf, columnName } from './cell-address.ts'
import { assertFitsCell } from './cell-text.ts'
import { daySerial } from './day-serial.ts'
import { looksLikeFormula } from './formula-like.ts'
import { limits } from './limits.ts'
import type { SharedTexts } from './shared-texts.ts'
import { type StyleVariant, styleNumber } from './style-sheet.ts'
import { type LaidCell, type PlacedColumn, styleOf } from './table-layout.ts'
import type { TableValue } from './workbook.ts'
import { textElement } from './xml-text.ts'

/** How the cells of a column begin; made once, since there are a hundred thousand of them. */
export interface ColumnXml {
  address: string
  text: string
  /** For texts that look like formulas. */
  quoted: string
  number: string
  /** Undefined where no text is meant as a date. */
  date: string | undefined
  /** Whether its texts return often enough to be stored once for all cells. */
  is_shared: boolean
}

export function columnXml(column: PlacedColumn, is_shared: boolean): ColumnXml {
  return {
    address: `<c r="${columnName(column.column + 1)}`,
    text: `" s="${styleNumber(styleOf('', column))}"`,
    quoted: `" s="${styleNumber(styleOf('', column), 'quoted')}"`,
    number: `" s="${styleNumber(styleOf(0, column), 'number')}"><v>`,
    date: column.kind === 'date' ? `" s="${styleNumber('date')}"><v>` : undefined,
    is_shared,
  }
}

/** The rows of a sheet as XML, from the top down. */
export class SheetRows {
  readonly merges: string[] = []
  /** Rows so far. */
  count = 0
  private readonly texts: SharedTexts
  private xml = ''

  constructor(texts: SharedTexts) {
    this.texts = texts
  }

  get length(): number {
    return this.xml.length
  }

  take(): string {
    const xml = this.xml
    this.xml = ''
    return xml
  }

  /** One row without merged cells. */
  addRow(values: readonly TableValue[], height: number, columns: readonly ColumnXml[]): void {
    const number = this.openRow(height)
    let row = ''
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at]
      if (column) row += column.address + number + this.cellXml(values[at] ?? null, column)
    }
    this.xml += `${row}</row>`
  }

  /** Any rows; the cells count theirs from the first of them. */
  addLaid(heights: readonly number[], cells: readonly LaidCell[]): void {
    const first = this.count
    const grid: string[][] = heights.map(() => [])
    for (const cell of cells) {
      const style = styleNumber(cell.style, variantOf(cell.value))
      for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
        for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
          const content = row === cell.row && column === cell.column ? this.contentXml(cell) : '/>'
          const address = addressOf(first + row + 1, column + 1)
          const line = grid[row]
          if (line) line[column] = `<c r="${address}" s="${style}"${content}`
        }
      }
      if (cell.rows > 1 || cell.columns > 1) this.merges.push(rangeOf(cell, first))
    }
    for (const [row, height] of heights.entries()) {
      this.openRow(height)
      this.xml += `${grid[row]?.join('')}</row>`
    }
  }

  private openRow(height: number): string {
    this.count += 1
    if (this.count > limits.format_rows) throw tooManyRows()
    const number = String(this.count)
    this.xml += `<row r="${number}" ht="${Math.round(height * 100) / 100}" customHeight="1">`
    return number
  }

  private cellXml(value: TableValue, column: ColumnXml): string {
    if (value === null || value === '') return `${column.text}/>`
    if (typeof value === 'number') return `${column.number}${value}</v></c>`
    if (column.date !== undefined) {
      const serial = daySerial(value)
      if (serial !== undefined) return `${column.date}${serial}</v></c>`
    }
    return (looksLikeFormula(value) ? column.quoted : column.text) + this.textXml(value, column.is_shared)
  }

  private contentXml({ value, style }: LaidCell): string {
    if (value === null || value === '') return '/>'
    if (typeof value === 'number') return `><v>${value}</v></c>`
    return style === 'date' ? `><v>${daySerial(value)}</v></c>` : this.textXml(value, true)
  }

  /** Always a string to Excel, whatever it begins with. */
  private textXml(text: string, isShared: boolean): string {
    assertFitsCell(text)
    const number = isShared ? this.texts.numberOf(text) : undefined
    if (number !== undefined) return ` t="s"><v>${number}</v></c>`
    return ` t="inlineStr"><is>${textElement(text)}</is></c>`
  }
}

function variantOf(value: TableValue): StyleVariant {
  if (typeof value === 'number') return 'number'
  return value !== null && looksLikeFormula(value) ? 'quoted' : 'text'
}

function rangeOf({ row, rows, column, columns }: LaidCell, first: number): string {
  return `${addressOf(first + row + 1, column + 1)}:${addressOf(first + row + rows, column + columns)}`
}

function tooManyRows(): UserProblem {
  return new UserProblem({
    code: 'too_many_rows_for_sheet',
    message: '内容超过 1048576 行，Excel 的一张工作表放不下，没有导出。',
    next: '请缩小范围（例如只选一个组），分几次导出。',
  })
}
