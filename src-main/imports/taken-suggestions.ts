import { groupRows } from '../../src-shared/group-rows.ts'
import type { TakenSuggestion } from '../../src-shared/imports.ts'
import type { TableRow } from './table-rows.ts'

/** By the cell they were taken for. */
export type TakenByCell = ReadonlyMap<string, readonly TakenSuggestion[]>

export function takenByCell(taken: readonly TakenSuggestion[]): TakenByCell {
  return groupRows(taken, ({ address }) => address)
}

/** The row as it reads with the suggestions that were taken for its cells, and which those are. */
export function withTaken(row: TableRow, by_cell: TakenByCell): { row: TableRow; taken: TakenSuggestion[] } {
  const taken: TakenSuggestion[] = []
  const cells = new Map(row.cells)
  for (const [field, cell] of row.cells) {
    let text = cell.text
    for (const one of by_cell.get(cell.address) ?? []) {
      const corrected = text.replace(patternOf(one.found), () => one.instead)
      if (corrected === text) continue
      text = corrected
      taken.push(one)
    }
    const { address, column } = cell
    if (text !== cell.text) cells.set(field, { address, column, kind: 'text', text })
  }
  return taken.length === 0 ? { row, taken } : { row: { ...row, cells }, taken }
}

/** Forms pad names with blanks: 王　玮 is 王玮. */
function patternOf(found: string): RegExp {
  const letters = [...found].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(letters.join('\\s*'), 'u')
}
