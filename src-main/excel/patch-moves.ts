import { columnName, parseAddress } from './cell-address.ts'
import { limits } from './limits.ts'
import type { RowInsertion } from './patch-edits.ts'
import { type Corner, cornerText, mapReferences, type Reference } from './patch-references.ts'

/** Where the rows of one sheet go when others are put in between. */
export class RowMoves {
  private readonly insertions: readonly RowInsertion[]

  constructor(insertions: readonly RowInsertion[]) {
    this.insertions = insertions
      .filter(({ count }) => count > 0)
      .sort((one, other) => one.before - other.before)
  }

  get total(): number {
    return this.insertions.reduce((sum, { count }) => sum + count, 0)
  }

  get list(): readonly RowInsertion[] {
    return this.insertions
  }

  row(row: number): number {
    return Math.min(this.wanted(row), limits.format_rows)
  }

  /** As `row`, and beyond the last row of the format when there is no room. */
  wanted(row: number): number {
    return this.moved(row, ({ before }) => before <= row)
  }

  /** The last row of a range; one that may grow takes in what is put right below it, where that is wanted. */
  lastRow(row: number, may_grow: boolean): number {
    const moved = this.moved(row, ({ before, grows_ranges_above }) => {
      return before <= row || (may_grow && grows_ranges_above === true && before === row + 1)
    })
    return Math.min(moved, limits.format_rows)
  }

  private moved(row: number, counts: (insertion: RowInsertion) => boolean): number {
    let moved = row
    for (const insertion of this.insertions) if (counts(insertion)) moved += insertion.count
    return moved
  }

  /** `C5` or `C5:D9`, as `ref` has it. */
  range(text: string, may_grow = false): string {
    const [from = '', to = from] = text.split(':')
    const first = rowOf(from)
    const last = rowOf(to)
    if (first === undefined || last === undefined) return text
    const start = withRow(from, this.row(first))
    const end = withRow(to, this.lastRow(last, may_grow))
    return start === end && !text.includes(':') ? start : `${start}:${end}`
  }

  /** Several ranges with blanks between them, as `sqref` has them. */
  ranges(text: string, may_grow = false): string {
    return text
      .split(/(\s+)/)
      .map((one) => (one.trim() === '' ? one : this.range(one, may_grow)))
      .join('')
  }

  cell(text: string): string {
    const row = rowOf(text)
    return row === undefined ? text : withRow(text, this.row(row))
  }
}

/** 0 for a whole column. */
function rowOf(text: string): number | undefined {
  const match = /^\$?[A-Za-z]{0,3}\$?(\d{0,7})$/.exec(text)
  return match && text !== '' ? Number(match[1]) : undefined
}

function withRow(text: string, row: number): string {
  return row === 0 ? text : text.replace(/\d+$/, String(row))
}

/** The moves of all sheets by their names in lower case, as formulas see them. */
export type Moves = ReadonlyMap<string, RowMoves>

/** Where a formula stands. Outside of cells there is no row. */
export interface Home {
  sheet: string
  row?: number
  /** Rows without a `$` are distances and not places, as in defined names. */
  only_fixed?: boolean
}

export function moveFormula(formula: string, home: Home, moves: Moves): string {
  return mapReferences(formula, (reference) => {
    const isHere = reference.sheet === undefined || reference.sheet.toLowerCase() === home.sheet.toLowerCase()
    const moved = moves.get((reference.sheet ?? home.sheet).toLowerCase())
    return moved && movedReference(reference, moved, { ...home, isHere })
  })
}

function movedReference(
  { first, last }: Reference,
  moves: RowMoves,
  { row, only_fixed, isHere }: Home & { isHere: boolean },
): string | undefined {
  const stays = (corner: Corner) => corner.row === 0 || (only_fixed === true && !corner.row_fixed)
  const start = stays(first) ? first.row : moves.row(first.row)
  if (!last) return start === first.row ? undefined : cornerText({ ...first, row: start })
  // A sum beside the new rows does not take them in, nor does one across a single row.
  const isBelow = !isHere || row === undefined || row > last.row
  const may_grow = isBelow && (first.row < last.row || first.column === last.column)
  const end = stays(last) ? last.row : moves.lastRow(last.row, may_grow)
  if (start === first.row && end === last.row) return undefined
  return `${cornerText({ ...first, row: start })}:${cornerText({ ...last, row: end })}`
}

/** A formula as it reads in another cell: what is not fixed goes along. Undefined when it would leave the sheet. */
export function translateFormula(formula: string, rows: number, columns: number): string | undefined {
  let leaves = false
  const text = mapReferences(formula, ({ first, last }) => {
    const corners = [first, ...(last ? [last] : [])].map((corner) => {
      const row = corner.row === 0 || corner.row_fixed ? corner.row : corner.row + rows
      const column =
        corner.column === '' || corner.column_fixed ? corner.column : shiftColumn(corner.column, columns)
      if (column === undefined || row > limits.format_rows || (corner.row > 0 && row < 1)) leaves = true
      return cornerText({ ...corner, row, column: column ?? corner.column })
    })
    return corners.join(':')
  })
  return leaves ? undefined : text
}

function shiftColumn(column: string, by: number): string | undefined {
  const number = (parseAddress(`${column}1`)?.column ?? 0) + by
  return number >= 1 && number <= limits.format_columns ? columnName(number) : undefined
}
