// What is to be changed in a workbook that somebody else made, as plain data; everything not named here stays as it is.

import type { MergeEdits } from './patch-new-merges.ts'

export interface WorkbookEdits {
  sheets: readonly SheetEdits[]
  /** Excel and WPS work out all formulas anew when they open the book. */
  recalculates?: boolean
  /** SHA-256 (hex) of the file that the edits are meant for; another file is refused. */
  digest?: string
}

export interface SheetEdits {
  /** Its name on the tab. */
  sheet: string
  insert_rows?: readonly RowInsertion[]
  /** Takes away the fills and comments that an earlier `mark` or comment of ours left, wherever they are. */
  clears_marks?: boolean
  /** All places are those after the rows were inserted. */
  cells?: readonly CellEdit[]
  comments?: readonly CommentEdit[]
  columns?: readonly ColumnEdit[]
  rows?: readonly RowEdit[]
  merges?: MergeEdits
}

export interface RowInsertion {
  /** The new rows come above this row of the sheet as it is now. */
  before: number
  count: number
  /**
   * The row (of the sheet as it is now) that the new ones look like: height, styles, merges within the row, and its
   * formulas, moved along.
   */
  like?: number
  /** A range that ends right above the new rows takes them in: `SUM(C5:C5)` above a total. */
  grows_ranges_above?: boolean
}

/** `null` empties the cell. A day is `YYYY-MM-DD` and becomes a real date if the book can count so far back. */
export type NewValue = { text: string } | { number: number } | { date: string } | null

export interface CellEdit {
  /** 1-based */
  row: number
  column: number
  /** Left out: the value stays. */
  value?: NewValue
  style?: StyleEdit
}

/** What changes of a style; the rest stays as the cell has it. */
export interface StyleEdit {
  mark?: Mark
  /** Begins with the look of the cell in that column of the same row. */
  like_column?: number
  /** Left, wrapped, without a number format: for a longer text. */
  is_note?: boolean
}

/** Red for what is wrong, amber for what should be looked at. */
export type Mark = 'wrong' | 'warning'

export interface CommentEdit {
  row: number
  column: number
  text: string
}

export interface ColumnEdit {
  column: number
  /** In characters, as Excel shows it. A hidden column is shown. */
  width: number
}

export interface RowEdit {
  row: number
  /** In points; a row that is higher stays so, and one that has to fit itself to wrapped text does that. */
  at_least: number
}
