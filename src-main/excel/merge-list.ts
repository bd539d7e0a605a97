import { parseRange } from './cell-address.ts'
import { limits } from './limits.ts'
import type { Merge, ReadRow } from './workbook.ts'

/** The merged areas of a sheet, always as intervals: one over a million rows costs no more than one over two. */
export class MergeList {
  private readonly merges: Merge[] = []
  private ignored = 0

  add(ref: string): void {
    this.addArea(parseRange(ref))
  }

  /** Undefined for what cannot be understood. */
  addArea(merge: Merge | undefined): void {
    if (!merge || this.merges.length >= limits.merges) this.ignored += 1
    else this.merges.push(merge)
  }

  /** Cut to the rows and columns in use, since what lies beyond holds nothing. */
  within(rows: readonly ReadRow[]): { merges: Merge[]; warnings: string[] } {
    const lastRow = rows.at(-1)?.number ?? 0
    const lastColumn = rows.reduce((last, row) => Math.max(last, row.cells.at(-1)?.column ?? 0), 0)
    const warnings: string[] = []
    if (this.ignored > 0) warnings.push(`有 ${this.ignored} 处合并单元格无法识别，已忽略。`)
    if (this.merges.some(isWhole)) warnings.push('有整列、整行或整张表的合并，只按有内容的部分处理。')
    if (overlap(this.merges)) warnings.push('有相互重叠的合并单元格，请核对识别结果。')
    const merges = this.merges
      .filter((merge) => merge.first_row <= lastRow && merge.first_column <= lastColumn)
      .map((merge) => ({
        ...merge,
        last_row: Math.min(merge.last_row, lastRow),
        last_column: Math.min(merge.last_column, lastColumn),
      }))
      .filter((merge) => merge.last_row > merge.first_row || merge.last_column > merge.first_column)
    return { merges, warnings }
  }
}

function isWhole(merge: Merge): boolean {
  return merge.last_row === limits.format_rows || merge.last_column === limits.format_columns
}

/** Sweeps down the rows; what has ended above is let go. */
function overlap(merges: readonly Merge[]): boolean {
  const inOrder = merges.toSorted((a, b) => a.first_row - b.first_row)
  let open: Merge[] = []
  for (const merge of inOrder) {
    open = open.filter((other) => other.last_row >= merge.first_row)
    const hit = open.some(
      (other) => other.first_column <= merge.last_column && merge.first_column <= other.last_column,
    )
    if (hit) return true
    open.push(merge)
  }
  return false
}
