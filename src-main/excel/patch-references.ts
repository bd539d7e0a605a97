import { limits } from './limits.ts'

/** One corner of a reference as it is written: `$C12`; a whole row or column has only the other half. */
export interface Corner {
  column: string
  /** 0 for a whole column. */
  row: number
  column_fixed: boolean
  row_fixed: boolean
}

/** `A1`, `Sheet1!A1:B2`, `'附表 1'!$5:$7`, with what stands before the `!`. */
export interface Reference {
  /** Name of the sheet; undefined for the sheet that the formula is on. */
  sheet: string | undefined
  first: Corner
  last: Corner | undefined
}

const word = /[$A-Za-z0-9_.\\?\u0080-\uffff]+/y
const errorValue = /#[A-Z0-9/]+[!?]?/y
const cell = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i
const wholeRow = /^(\$?)([1-9]\d{0,6})$/
const wholeColumn = /^(\$?)([A-Z]{1,3})$/i

/**
 * The formula with each reference to cells, rows or columns as `change` says, in the grammar of ECMA-376 part 1, 18.17.
 * References into other books, over several sheets and inside of texts are left alone.
 */
export function mapReferences(formula: string, change: (reference: Reference) => string | undefined): string {
  let text = ''
  let done = 0
  let at = 0
  /** Name of the sheet that was just read; null when it leads out of what can be moved. */
  let sheet: string | null | undefined
  while (at < formula.length) {
    const character = formula[at]
    if (character === '"') {
      at = endOfText(formula, at, '"')
    } else if (character === "'") {
      const end = endOfText(formula, at, "'")
      sheet =
        formula[end] === '!' ? sheetName(formula.slice(at + 1, end - 1).replaceAll("''", "'")) : undefined
      at = formula[end] === '!' ? end + 1 : end
    } else if (character === '[') {
      at = endOfBracket(formula, at)
      sheet = null
    } else if (character === '#') {
      at = matchEnd(errorValue, formula, at) ?? at + 1
      sheet = undefined
    } else {
      const end = matchEnd(word, formula, at)
      if (end === undefined) {
        if (character !== ':' || sheet !== null) sheet = undefined
        at += 1
        continue
      }
      const found = readWord(formula, at, end, sheet)
      if (found.reference) {
        const changed = change(found.reference)
        if (changed !== undefined) {
          text += formula.slice(done, at) + changed
          done = found.end
        }
      }
      sheet = found.sheet
      at = found.end
    }
  }
  return text + formula.slice(done)
}

interface FoundWord {
  end: number
  sheet: string | null | undefined
  reference?: Reference
}

function readWord(formula: string, at: number, end: number, sheet: string | null | undefined): FoundWord {
  const next = formula[end]
  if (next === '!') return { end: end + 1, sheet: sheet === null ? null : formula.slice(at, end) }
  if (next === '(') return { end: end + 1, sheet: undefined }
  if (next === '[') return { end: endOfBracket(formula, end), sheet: undefined }
  const second = next === ':' ? matchEnd(word, formula, end + 1) : undefined
  // Sheet1:Sheet3!A1
  if (second !== undefined && formula[second] === '!' && !cell.test(formula.slice(at, end))) {
    return { end: second + 1, sheet: null }
  }
  const isArea = second !== undefined && formula[second] !== '!' && formula[second] !== '('
  const first = corner(formula.slice(at, end))
  const last = isArea ? corner(formula.slice(end + 1, second)) : undefined
  if (sheet === null) return { end: last && isArea ? second : end, sheet: undefined }
  if (first && last && isSameKind(first, last)) {
    return { end: second ?? end, sheet: undefined, reference: { sheet, first, last } }
  }
  // Without its other half 5 is a number and C a name.
  if (!first || first.row === 0 || first.column === '') return { end, sheet: undefined }
  return { end, sheet: undefined, reference: { sheet, first, last: undefined } }
}

function isSameKind(first: Corner, last: Corner): boolean {
  return (first.row === 0) === (last.row === 0) && (first.column === '') === (last.column === '')
}

function corner(text: string): Corner | undefined {
  const whole = cell.exec(text)
  if (whole) {
    const [, fixedColumn, column = '', fixedRow, row] = whole
    if (Number(row) > limits.format_rows || (column.length === 3 && column.toUpperCase() > 'XFD'))
      return undefined
    return { column, row: Number(row), column_fixed: fixedColumn !== '', row_fixed: fixedRow !== '' }
  }
  const row = wholeRow.exec(text)
  if (row) return { column: '', row: Number(row[2]), column_fixed: false, row_fixed: row[1] !== '' }
  const column = wholeColumn.exec(text)
  if (column) return { column: column[2] ?? '', row: 0, column_fixed: column[1] !== '', row_fixed: false }
  return undefined
}

/** As it is written in a formula. */
export function cornerText({ column, row, column_fixed, row_fixed }: Corner): string {
  const columnText = column === '' ? '' : `${column_fixed ? '$' : ''}${column}`
  return row === 0 ? columnText : `${columnText}${row_fixed ? '$' : ''}${row}`
}

/** `[1]Sheet1` and `Sheet1:Sheet3` lead out of what can be moved. */
function sheetName(text: string): string | null {
  return /[[\]:]/.test(text) ? null : text
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Behind the closing mark; a doubled one is part of the text. */
function endOfText(formula: string, at: number, mark: string): number {
  let end = formula.indexOf(mark, at + 1)
  while (end >= 0 && formula[end + 1] === mark) end = formula.indexOf(mark, end + 2)
  return end < 0 ? formula.length : end + 1
}

/** Brackets may lie in each other: `Table1[[#All],[金额]]`; an apostrophe takes the meaning from what follows. */
function endOfBracket(formula: string, at: number): number {
  let depth = 0
  for (let place = at; place < formula.length; place += 1) {
    const character = formula[place]
    if (character === "'") place += 1
    else if (character === '[') depth += 1
    else if (character === ']') {
      depth -= 1
      if (depth === 0) return place + 1
    }
  }
  return formula.length
}
