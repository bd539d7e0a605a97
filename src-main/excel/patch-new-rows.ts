import { addressOf, parseRange } from './cell-address.ts'
import type { RowInsertion } from './patch-edits.ts'
import { attributeOf, prefixOf, rawText, tagOf, withAttribute } from './patch-element.ts'
import type { RowMover } from './patch-move-row.ts'
import { type Moves, moveFormula, type RowMoves, translateFormula } from './patch-moves.ts'
import { cellsOf } from './patch-row.ts'
import type { Merge } from './workbook.ts'

/** The rows that new ones shall look like, and the merges that lie within them: read before anything moves. */
export class ModelRows {
  private readonly wanted: ReadonlySet<number>
  private readonly rows = new Map<number, string>()
  private readonly merges: Merge[] = []

  constructor(moves: RowMoves) {
    this.wanted = new Set(moves.list.flatMap(({ like }) => like ?? []))
  }

  noteRow(raw: string, row: number): void {
    if (this.wanted.has(row)) this.rows.set(row, raw)
  }

  noteMerge(ref: string): void {
    const merge = parseRange(ref)
    if (merge && merge.first_row === merge.last_row && this.wanted.has(merge.first_row))
      this.merges.push(merge)
  }

  raw(row: number | undefined): string | undefined {
    return row === undefined ? undefined : this.rows.get(row)
  }

  /** The merges of all new rows, as `ref`. */
  newMerges(moves: RowMoves): string[] {
    return moves.list.flatMap((insertion) => {
      const inRow = this.merges.filter(({ first_row }) => first_row === insertion.like)
      return newRowsOf(insertion, moves).flatMap((row) =>
        inRow.map((merge) => `${addressOf(row, merge.first_column)}:${addressOf(row, merge.last_column)}`),
      )
    })
  }
}

/** Where the rows of one insertion come to lie. */
export function newRowsOf(insertion: RowInsertion, moves: RowMoves): number[] {
  let first = insertion.before
  for (const other of moves.list) {
    if (other === insertion) break
    first += other.count
  }
  return Array.from({ length: insertion.count }, (_, index) => first + index)
}

interface NewRow {
  insertion: RowInsertion
  row: number
  sheet: string
  moves: Moves
  own: RowMoves
  mover: RowMover
}

/** A row that looks like its model: the same height, styles and formulas, and no values. */
export function newRow(model: string, { insertion, row, sheet, moves, own, mover }: NewRow): string {
  const old = tagOf(model)
  const like = insertion.like ?? 0
  const prefix = prefixOf(old)
  const cells = cellsOf(model).map(({ column, start, end }) => {
    const cell = model.slice(start, end)
    const style = attributeOf(tagOf(cell), 's')
    const look = style === undefined ? '' : ` s="${style}"`
    const text = mover.formulaOf(cell, like, column)
    const moved = text && moveFormula(text, { sheet, row: like }, moves)
    const formula = moved && translateFormula(moved, row - own.row(like), 0)
    const tag = `${prefix}c r="${addressOf(row, column)}"${look}`
    return formula ? `<${tag}><${prefix}f>${rawText(formula)}</${prefix}f></${prefix}c>` : `<${tag}/>`
  })
  const shown = withAttribute(withAttribute(old, 'hidden', undefined), 'collapsed', undefined)
  const tag = withAttribute(shown, 'r', row)
  if (cells.length === 0) return tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`
  return `${tag.replace(/\s*\/>$/, '>')}${cells.join('')}</${prefix}row>`
}
