import type { MergeRow, SaidCell } from '../../src-shared/collection.ts'
import type { ImportContext } from '../imports/import-sheet.ts'
import { readWeekRow, type WeekRow } from '../weekly/read-week-row.ts'
import type { WeekBook, WeekRecord } from '../weekly/week-book.ts'
import type { ReturnedRow } from './returned-form.ts'

export interface InsertedRow {
  row: MergeRow
  /** What saving it would do; null when it cannot be saved or changes nothing. */
  draft: WeekRecord | null
}

/**
 * A row that was not sent is what the weekly import makes of it: a new matter, or one of the book that the form did
 * not have. `claimed` are the matters that other rows of this part stand for: a copy of such a row is none of them.
 */
export function planInserted(
  id: string,
  { part, sheet, row }: ReturnedRow,
  claimed: ReadonlyMap<number, string>,
  { book, context }: { book: WeekBook; context: ImportContext },
): InsertedRow {
  const numbers = new Set(claimed.values())
  const caption = part === 'next' ? '下周工作打算' : '本周履职情况'
  const own: WeekRow = {
    ...row,
    caption,
    section: '',
    code: (field) =>
      field === 'number' && numbers.has(row.code('number').toUpperCase()) ? '' : row.code(field),
  }
  const outcome = readWeekRow(own, book, context)
  const address = `${sheet}!${row.address}`
  const head = { id, part, address, number: '', title: row.text('title'), person: row.text('person') }
  const plain: MergeRow = {
    ...head,
    kind: 'wrong',
    cells: [],
    said: saidOf(outcome.said),
    issues: outcome.issues,
    why: '',
    decision: null,
  }
  if (outcome.skip !== null) return { row: { ...plain, kind: 'skipped', why: outcome.skip }, draft: null }
  const draft = outcome.draft
  if (draft === null) return { row: { ...plain, why: '这一行没有读入。' }, draft: null }
  const number = draft.matter.number
  if (draft.matter.id !== null && claimed.has(draft.matter.id)) {
    const why = `与表中 ${number} 那一行是同一事项，只按那一行合并。`
    return { row: { ...plain, number, kind: 'skipped', why }, draft: null }
  }
  if (outcome.is_new) return { row: { ...plain, kind: 'new' }, draft }
  const changes = plain.said.filter(({ value, old }) => value !== old)
  if (changes.length === 0) {
    return { row: { ...plain, number, kind: 'skipped', why: '台账里已有这一项，内容相同。' }, draft: null }
  }
  const why = '表里原来没有这一行，台账里已有这项事项，按来件更新。'
  return { row: { ...plain, number, said: changes, kind: 'changed', why }, draft }
}

function saidOf(said: readonly SaidCell[]): SaidCell[] {
  return said
    .filter(({ label }) => label !== '事项编号')
    .map(({ label, value, old }) => ({ label, value, old }))
}
