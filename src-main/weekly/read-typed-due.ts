import { addDays } from '../../src-shared/dates.ts'
import type { MatterDraft, WeekRow } from '../../src-shared/weekly.ts'
import type { TypedMatterRow } from './read-typed-matter.ts'

type Due = Pick<MatterDraft, 'due_on' | 'due_text'>

/** As the cell shows a date with its wording: `2026-11-30（11月底）`. */
const date_with_words = /^(\d{4}-\d{2}-\d{2})（(.+)）$/

/** When it is due, as it was typed: a date, words with the last day they allow, or words alone. */
export function readTypedDue(row: TypedMatterRow, monday: string, old: WeekRow | null): Due {
  if (!row.hasColumn('due')) return { due_on: old?.due_on ?? null, due_text: old?.due_text ?? '' }
  const [, day, words = ''] = date_with_words.exec(row.text('due')) ?? []
  if (day !== undefined) return { due_on: day, due_text: words }
  const reading = row.date('due', monday)
  switch (reading.state) {
    case 'empty':
      return { due_on: null, due_text: '' }
    case 'date':
      if (reading.doubt) row.say('due', 'warning', `${reading.doubt}。`)
      if (reading.on < addDays(monday, -366)) {
        row.say('due', 'warning', `时限 ${reading.on} 比这一周早一年以上，请核对年份。`)
      }
      return { due_on: reading.on, due_text: '' }
    case 'words':
      return { due_on: reading.on, due_text: reading.text }
    case 'impossible':
      row.say('due', 'wrong', `${reading.why}。`, reading.suggestion)
      return { due_on: null, due_text: '' }
    default:
      row.say('due', 'warning', `“${reading.text}”看不出是哪一天，时限按原文登记。`)
      return { due_on: null, due_text: reading.text }
  }
}
