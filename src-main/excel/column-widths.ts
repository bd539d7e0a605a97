import { fullScale, paperRoom } from './page-estimate.ts'
import { characterPixels, charactersIn, columnPoints, lineWidth, pixelPoints } from './row-height.ts'
import type { SheetTable, SheetToWrite, TableColumn, TableValue } from './workbook.ts'

type Widened = Pick<SheetToWrite, 'widths' | 'tables' | 'orientation' | 'paper'>

/**
 * As asked for, but never too narrow for a number or date, which is shown as #### then, nor for a short word such as a
 * record's number, which would be broken; and as wide as the paper.
 */
export function fitWidths(sheet: Widened): number[] {
  return fillPaper(sheet, wideEnough(sheet))
}

function wideEnough({ widths, tables }: Widened): number[] {
  const fitted = [...widths]
  for (const { columns, rows } of tables) {
    let place = 0
    for (const [index, { span = 1, kind }] of columns.entries()) {
      if (span === 1) {
        const values = rows.map((row) => row[index] ?? null)
        fitted[place] = Math.max(
          fitted[place] ?? 0,
          widthOfNumbers(values, kind),
          kind === 'date' ? 0 : widthOfWords(values),
        )
      }
      place += span
    }
  }
  return fitted
}

function widthOfNumbers(values: readonly TableValue[], kind: TableColumn['kind']): number {
  let longest = kind === 'date' ? 10 : 0
  for (const value of values) {
    if (typeof value === 'number') longest = Math.max(longest, String(value).length)
  }
  return longest === 0 ? 0 : longest + 1
}

/** Longer ones are broken: the address of a web page would take the whole paper. */
const longest_word = 16

function widthOfWords(values: readonly TableValue[]): number {
  const words = new Set<string>()
  for (const value of values) {
    if (typeof value !== 'string') continue
    for (const word of value.split(/[^!-~]+/))
      if (word.length > 1 && word.length <= longest_word) words.add(word)
  }
  return Math.max(0, ...[...words].map((word) => charactersIn(lineWidth(word, 'left'))))
}

/** Columns of running text get most of what the paper leaves over: there it saves lines. */
const share_of_text = 3
/** Excel and others round the widths of columns; a hair too much would shrink the sheet. */
const almost = 0.99

function fillPaper(sheet: Widened, widths: number[]): number[] {
  const room = (paperRoom(sheet) / fullScale(sheet)) * almost
  const spare = room - widths.reduce((sum, width) => sum + columnPoints(width), 0)
  if (spare <= 0) return widths
  const text = textColumns(sheet.tables)
  const shares = widths.map((width, at) => width * (text.has(at) ? share_of_text : 1))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return widths.map((width, at) => {
    const more = (spare * (shares[at] ?? 0)) / all
    return width + Math.floor(more / pixelPoints) / characterPixels
  })
}

/** Which columns of the grid hold text that is read in lines: what is neither centred nor a number or date. */
function textColumns(tables: readonly SheetTable[]): Set<number> {
  const places = new Set<number>()
  for (const { columns } of tables) {
    let place = 0
    for (const { span = 1, align, kind = 'text', merge_equal } of columns) {
      const is_text = align === undefined && kind === 'text' && !merge_equal
      for (let at = place; at < place + span; at += 1) if (is_text) places.add(at)
      place += span
    }
  }
  return places
}
