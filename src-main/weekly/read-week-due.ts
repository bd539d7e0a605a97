import { addDays } from '../../src-shared/dates.ts'
import type { MatterDraft } from '../../src-shared/weekly.ts'
import type { Offer } from '../imports/import-sheet.ts'
import type { Outcome, WeekRow } from './read-week-row.ts'
import type { KnownMatter } from './week-book.ts'

type Due = Pick<MatterDraft, 'due_on' | 'due_text'>

/** When it is due: a date, words with the last day they allow, or words alone. A date once set is moved by 延期 only. */
export function readDue(row: WeekRow, monday: string, old: KnownMatter | null, outcome: Outcome): Due {
  const said = readSaid(row, monday, outcome)
  const kept = { due_on: old?.facts.due_on ?? null, due_text: old?.facts.due_text ?? '' }
  if (said === null) return kept
  if (old === null || old.original_due_on === null) return said
  if (said.due_on !== kept.due_on) {
    const shown = said.due_on ?? said.due_text
    const why = `台账里的时限是 ${kept.due_on ?? kept.due_text}，表中是 ${shown}，时限不改。`
    outcome.issues.push(row.issue('due', 'warning', why, '确要延期，请在每周销号里登记延期原因。'))
    return kept
  }
  return { due_on: kept.due_on, due_text: said.due_text || kept.due_text }
}

function readSaid(row: WeekRow, monday: string, outcome: Outcome): Due | null {
  const reading = row.date('due', monday)
  const tell = (severity: 'wrong' | 'warning', why: string, suggestion?: string, offer?: Offer) =>
    void outcome.issues.push(row.issue('due', severity, why, suggestion, offer))
  switch (reading.state) {
    case 'empty':
      return null
    case 'date':
      if (reading.doubt) tell('warning', `${reading.doubt}。`, undefined, offerOf(reading.other, 'tens'))
      if (reading.on < addDays(monday, -366))
        tell('warning', `时限 ${reading.on} 比这一周早一年以上，请核对年份。`)
      return { due_on: reading.on, due_text: '' }
    case 'words':
      return { due_on: reading.on, due_text: reading.text }
    case 'impossible':
      tell('wrong', `${reading.why}。`, reading.suggestion, offerOf(reading.nearest, 'nearest'))
      return null
    default:
      tell('warning', `“${reading.text}”看不出是哪一天，时限按原文登记。`)
      return { due_on: null, due_text: reading.text }
  }
}

/** Days that were misread in the same way are put right together. */
function offerOf(day: string | undefined, way: 'tens' | 'nearest'): Offer | undefined {
  return day === undefined ? undefined : { instead: day, kind: `date ${way}` }
}
