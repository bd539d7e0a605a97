import type { FormGrid } from '../../src-shared/form-grid.ts'
import type { FormBlock } from '../../src-shared/forms.ts'
import type { RowInsertion } from '../excel/patch-edits.ts'

export interface TargetRows {
  /** Rows of the form as it is: free ones that are seen. */
  free: number[]
  /** None when the free rows are enough. */
  insertion: RowInsertion | null
}

/**
 * Where data rows come to lie. New rows are put above the last free one, so that sums take them in and its lines stay at
 * the end of the table; or below it where a merged group would be torn.
 */
export function targetRows(grid: FormGrid, block: FormBlock, wanted: number): TargetRows {
  const free: number[] = []
  for (let row = block.first_row; row <= block.last_row; row += 1) {
    if (grid.sheet.rows[row - 1]?.is_hidden !== true) free.push(row)
  }
  const count = wanted - free.length
  const last = free.at(-1)
  if (count <= 0 || last === undefined) return { free, insertion: null }
  const model = free.at(-2)
  if (model !== undefined && !isTorn(grid, last) && last - model === 1)
    return { free, insertion: { before: last, count, like: model } }
  return { free, insertion: { before: last + 1, count, like: last, grows_ranges_above: true } }
}

/** A merge goes from the row above into this one. */
function isTorn({ sheet }: FormGrid, row: number): boolean {
  return sheet.merges.some(({ first_row, last_row }) => first_row < row && last_row >= row)
}

/** The rows that data get, in their order, by the numbers they have after the insertion itself. */
export function placesOf({ free, insertion }: TargetRows): { row: number; like: number }[] {
  if (insertion === null) return free.map((row) => ({ row, like: row }))
  const { before, count, like = before } = insertion
  const fresh = Array.from({ length: count }, (_, at) => ({ row: before + at, like }))
  const above = free.filter((row) => row < before).map((row) => ({ row, like: row }))
  const below = free.filter((row) => row >= before).map((row) => ({ row: row + count, like: row }))
  return [...above, ...fresh, ...below]
}
