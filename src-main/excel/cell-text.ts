import { UserProblem } from '../../src-shared/problem.ts'
import { limits } from './limits.ts'

/** Throws for a text that no cell can hold: Excel would cut it when it opens the file, and say nothing. */
export function assertFitsCell(text: string): void {
  if (text.length <= limits.cell_characters) return
  throw new UserProblem({
    code: 'text_too_long_for_cell',
    message: `有一处文字共 ${text.length} 字，超过了 Excel 单元格的上限（32767 字），没有导出：“${text.slice(0, 30)}…”。`,
    next: '请缩短这处文字，再导出一次。',
  })
}
