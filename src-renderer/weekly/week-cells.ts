import type { Duty } from '../../src-shared/duties.ts'
import {
  carriedText,
  dueText,
  extendedText,
  isOpen,
  lightText,
  planText,
  stateText,
} from '../../src-shared/matter-words.ts'
import { type WeekRow, type WeekSheet, week_state_words } from '../../src-shared/weekly.ts'
import type { Cells } from '../components/grid/grid-column.ts'

/** The words that stand for a duty in a cell; its number is what it is read by. */
export function dutyWords({ number, content }: Pick<Duty, 'number' | 'content'>): string {
  return `${number} ${content.replace(/\s+/g, ' ').slice(0, 40)}`
}

/** A row of the week as the cells of its grid. */
export function cellsOfMatter(
  row: WeekRow,
  around: { dutyOf: (id: number) => string; stoodIn: (row: WeekRow) => string },
): Cells {
  const { number, title, detail, helpers, leader, source, remark, progress, evidence } = row
  return {
    ...{ number, title, detail, helpers, leader, source, remark, progress, evidence },
    person: row.staff_name,
    group: row.group_name,
    category: row.category_name,
    due: dueText(row),
    duty: row.duty_id === null ? '' : around.dutyOf(row.duty_id),
    state: isOpen(row) ? week_state_words[row.week_state] : stateText(row),
    light: [row.state === 'sign_off_asked' ? '待审核' : lightText(row), ...notesOf(row, around.stoodIn)].join(
      '\n',
    ),
    tone: row.light,
    reason: row.unfinished_reason,
    planned: planText(row),
  }
}

function notesOf(row: WeekRow, stoodIn: (row: WeekRow) => string): string[] {
  const notes = [
    row.return_reason && `退回：${row.return_reason}`,
    row.missing && `带病销号：缺${row.missing}`,
    stoodIn(row),
    carriedText(row),
    extendedText(row),
  ]
  return notes.filter(Boolean)
}

const closed_words: Partial<Record<WeekRow['state'], string>> = {
  signed_off: '已销号：要改动请先退回（F8）。',
  archived: '已归档：只能查看；要更正请到办结归档。',
  withdrawn: '已撤销：要重新办理，请写到新的一行。',
}

/** Why nothing can be typed into the row; empty while it is open. */
export function whyLocked(row: WeekRow): string {
  return isOpen(row) ? '' : (closed_words[row.state] ?? '')
}

/** Why nothing can be typed into the week; empty while it is open. */
export function whyClosed({ closed, head }: WeekSheet): string {
  return closed === null ? '' : `${head.title}已经关账：要改动请先解锁，并写明原因。`
}
