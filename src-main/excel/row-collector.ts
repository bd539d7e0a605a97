import { limits } from './limits.ts'
import { tooMuch } from './unreadable.ts'
import type { ReadCell, ReadRow } from './workbook.ts'

/** Cells that the whole book may still have. */
export interface CellBudget {
  cells_left: number
}

/** Takes the rows of a sheet as they are read; only those that get a cell stay. */
export class RowCollector {
  readonly rows: ReadRow[] = []
  private readonly budget: CellBudget
  private row: ReadRow | undefined

  constructor(budget: CellBudget) {
    this.budget = budget
  }

  begin(number: number, is_hidden: boolean): void {
    this.row = { number, is_hidden, cells: [] }
  }

  keep(cell: ReadCell): void {
    if (!this.row) return
    if (cell.column > limits.columns) throw tooMuch(`的内容超出了 ${limits.columns} 列，不像是一张表格。`)
    if (this.row.cells.length === 0) {
      if (this.rows.length === limits.rows)
        throw tooMuch('有内容的行超过 20 000 行。', '请拆成几个文件后再导入。')
      this.rows.push(this.row)
    }
    this.budget.cells_left -= 1
    if (this.budget.cells_left < 0) throw tooManyCells()
    this.row.cells.push(cell)
  }
}

export function tooManyCells() {
  return tooMuch('有内容的单元格超过 100 万个。', '请拆成几个文件后再导入。')
}
