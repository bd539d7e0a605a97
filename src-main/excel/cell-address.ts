import { limits } from './limits.ts'
import type { Merge } from './workbook.ts'

export interface CellPosition {
  row: number
  column: number
}

/** `C12`, also `$C$12`; undefined when it is none or lies outside of any sheet. */
export function parseAddress(text: string): CellPosition | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text)
  if (!match?.[1]) return undefined
  const column = columnNumber(match[1].toUpperCase())
  const row = Number(match[2])
  return row <= limits.format_rows && column <= limits.format_columns ? { row, column } : undefined
}

/** Of one to three capital letters. */
export function columnNumber(letters: string): number {
  let column = 0
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64
  return column
}

export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row}`
}

export function parseRange(text: string): Merge | undefined {
  const [first, last = first] = text.split(':').map(parseAddress)
  if (!first || !last) return undefined
  return {
    first_row: Math.min(first.row, last.row),
    first_column: Math.min(first.column, last.column),
    last_row: Math.max(first.row, last.row),
    last_column: Math.max(first.column, last.column),
  }
}
