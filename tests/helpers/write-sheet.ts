import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf } from '../../src-main/excel/cell-address.ts'
import { buildWorkbook, escapeXml, type SheetPart } from './build-workbook.ts'
import { tempFolder } from './temp-folder.ts'

export type Line = readonly (string | number | null)[]

/** A sheet with these rows from A1 on; null is an empty cell. */
export function sheetOf(rows: readonly Line[], part: Omit<SheetPart, 'data' | 'xml'> = {}): SheetPart {
  const lines = rows.map((values, at) => {
    const cells = values.map((value, index) => {
      if (value === null) return ''
      const address = addressOf(at + 1, index + 1)
      return typeof value === 'number'
        ? `<c r="${address}"><v>${value}</v></c>`
        : `<c r="${address}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`
    })
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  return { ...part, data: lines.join('') }
}

/** Writes such a workbook into a folder of its own and answers its path. */
export function writeSheet(
  name: string,
  rows: readonly Line[],
  part: Omit<SheetPart, 'data' | 'xml'> = {},
): string {
  return writeSheets(name, [sheetOf(rows, part)])
}

export function writeSheets(name: string, sheets: readonly SheetPart[]): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, buildWorkbook({ sheets }))
  return path
}
