import type { FormGrid } from '../../src-shared/form-grid.ts'
import { columnPoints, maxRowHeight } from '../excel/row-height.ts'
import { countLines, textWidth } from '../excel/text-lines.ts'

export interface Fit {
  /** In points, for a cell that breaks its text into lines. */
  height: number
  /** Cut at its edge: it does not break its text. */
  is_wide: boolean
  /** Higher than a row can be. */
  is_high: boolean
}

/** Whether a text fits the cell at this place of the form. */
export function fitOf(grid: FormGrid, row: number, column: number, text: string): Fit {
  const { size, wraps } = grid.look(row, column)
  const last = grid.merge(row, column)?.last_column ?? column
  let width = 0
  for (let at = column; at <= last; at += 1) width += columnPoints(grid.sheet.columns[at - 1]?.width ?? 8.43)
  const room = Math.max(size, width - 4)
  if (!wraps && !text.includes('\n'))
    return { height: 0, is_wide: textWidth(text) * size > room * 1.02, is_high: false }
  const height = Math.ceil(countLines(text, { width: room, size }) * size * 1.4 + 4)
  return { height: Math.min(height, maxRowHeight), is_wide: false, is_high: height > maxRowHeight }
}
