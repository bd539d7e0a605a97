import type { RowIssue } from '../../src-shared/problem.ts'
import { shorten } from './cell-text.ts'
import type { ChosenSheet } from './choose-sheet.ts'
import type { Block } from './find-headers.ts'
import { newIssue, type Place } from './sheet-row.ts'

/**
 * 姓名 | 姓名 | 工号: one of the two is meant, and nobody can tell which. Tables side by side repeat more than one name,
 * and lists of names (姓名 | 姓名 | 姓名) nothing else.
 */
export function doubledHeaders(place: Place, { tables }: ChosenSheet): RowIssue[] {
  const headers = new Set(tables.map(({ table }) => table.header))
  return [...headers].flatMap(({ blocks }) =>
    blocks.flatMap((block, at) => {
      const before = blocks[at - 1]
      const column = block.columns[0]
      if (!before || !column || !isDoubled(before, block)) return []
      const why = `“${shorten(column.text)}”一列出现了两次，看不出用哪一列。`
      const suggestion = '请删去多余的一列，或改正列名后再导入。'
      return [
        newIssue(place, { severity: 'wrong', address: column.address, found: column.text, why, suggestion }),
      ]
    }),
  )
}

function isDoubled(before: Block, block: Block): boolean {
  const touches = (before.columns.at(-1)?.last_column ?? 0) + 1 === block.columns[0]?.column
  const isAlone = (before.columns.length === 1) !== (block.columns.length === 1)
  return touches && isAlone && before.has_anchor && block.has_anchor
}
