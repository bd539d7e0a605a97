import type { ReadCell } from '../excel/workbook.ts'
import { areaOf, type Grid } from './sheet-grid.ts'

/** The row that looks most like a header whatever its words are: many short texts. Null in a sheet without any. */
export function guessHeader(grid: Grid): { row: number; cells: readonly ReadCell[] } | null {
  let best: { row: number; cells: readonly ReadCell[]; score: number } | null = null
  for (const row of grid.rows.slice(0, 40)) {
    const cells = grid.cells(row)
    const names = cells.filter((cell) => {
      const area = areaOf(grid, row, cell.column)
      return cell.kind === 'text' && cell.text.length <= 30 && area.last_column - area.first_column < 4
    })
    const others = cells.length - names.length
    const score = names.length - others
    if (names.length >= 2 && score > (best?.score ?? 0)) best = { row, cells: names, score }
  }
  return best && { row: best.row, cells: best.cells }
}
