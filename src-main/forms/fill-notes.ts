import { cellName, columnLetters } from '../../src-shared/form-grid.ts'
import type { FormIssue } from '../../src-shared/forms.ts'

type Why = 'formula' | 'covered' | 'closed' | 'cleared' | 'wide' | 'high'

const levels: Record<Why, FormIssue['level']> = {
  formula: 'note',
  covered: 'look',
  closed: 'look',
  cleared: 'note',
  wide: 'look',
  high: 'look',
}

const words: Record<Why, (place: string) => string> = {
  formula: (place) => `${place}是公式，由表格自己计算，没有填写。`,
  covered: (place) => `${place}在合并单元格里面，填了也看不见，没有填写。`,
  closed: (place) => `${place}被表样锁定，没有填写；要填时请先在原表里撤销工作表保护。`,
  cleared: (place) => `${place}原有的内容已清空（示例或上次的数据）。`,
  wide: (place) => `${place}的内容比格子宽，又不自动换行，打印时会被截断。`,
  high: (place) => `${place}的内容太多，一行放不下，打印时会被截断。`,
}

/** What happened to cells, one sentence for all cells of a column that share it. */
export class FillNotes {
  private readonly issues: FormIssue[] = []
  private readonly cells = new Map<
    string,
    { why: Why; sheet: string; row: number; column: number; count: number }
  >()

  add(issue: Omit<FormIssue, 'address'>): void {
    this.issues.push({ ...issue, address: issue.row > 0 ? cellName(issue.row, issue.column) : '' })
  }

  /** Said once, however many cells it is about. */
  addOnce(issue: Omit<FormIssue, 'address'>): void {
    if (this.issues.every(({ sheet, message }) => sheet !== issue.sheet || message !== issue.message))
      this.add(issue)
  }

  /** `row` as it will be, new rows counted. */
  note(why: Why, sheet: string, row: number, column: number): void {
    const key = [why, sheet, column].join('\n')
    const there = this.cells.get(key)
    if (there) there.count += 1
    else this.cells.set(key, { why, sheet, row, column, count: 1 })
  }

  /** What stops first, then what she should look at. */
  list(): FormIssue[] {
    const order: FormIssue['level'][] = ['stop', 'look', 'note']
    const told = [...this.cells.values()].map(({ why, sheet, row, column, count }): FormIssue => {
      const address = cellName(row, column)
      const place = count === 1 ? address : `${columnLetters(column)} 列从 ${address} 起 ${count} 格`
      return { level: levels[why], sheet, row, column, address, message: words[why](place) }
    })
    return [...this.issues, ...told].toSorted(
      (one, other) => order.indexOf(one.level) - order.indexOf(other.level),
    )
  }
}
