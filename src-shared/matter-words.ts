// How a matter reads, the same in a table, in a panel and in a workbook.
import {
  type MatterRow,
  type MatterState,
  matter_state_words,
  open_states,
  type WeekRow,
  week_state_words,
} from './weekly.ts'

/** Still carried from week to week. */
export function isOpen({ state }: { state: MatterState }): boolean {
  return open_states.includes(state)
}

/** `2026-11-20`, `2026-11-30（11月底）`, the wording where there is no date, or nothing. */
export function dueText({ due_on, due_text }: Pick<MatterRow, 'due_on' | 'due_text'>): string {
  if (due_on === null) return due_text
  return due_text === '' ? due_on : `${due_on}（${due_text}）`
}

/** What is recorded once it is closed or asked for, what the person says while it is open. */
export function stateText(row: WeekRow): string {
  if (row.missing !== '') return '带病销号'
  if (row.state === 'sign_off_asked') return matter_state_words.sign_off_asked
  return isOpen(row) ? week_state_words[row.week_state] : matter_state_words[row.state]
}

/** The word of the light: 待销号 once it is reported as done, 已办 once it is signed off, nothing once withdrawn. */
export function lightText(row: Pick<MatterRow, 'state' | 'light_word' | 'is_reported_done'>): string {
  if (row.state === 'withdrawn') return ''
  if (!isOpen(row)) return '已办'
  return row.is_reported_done ? '待销号' : row.light_word
}

/** `签到表、会议记录（电子件 2 份；纸质：3号柜）` */
export function evidenceText(row: Pick<MatterRow, 'evidence' | 'file_count' | 'paper'>): string {
  const kept = [
    row.file_count > 0 ? `电子件 ${row.file_count} 份` : '',
    row.paper === '' ? '' : `纸质：${row.paper}`,
  ]
  const where = kept.filter((part) => part !== '').join('；')
  if (row.evidence === '' || where === '') return row.evidence + where
  return `${row.evidence}（${where}）`
}

const kept_words = /（?(?:电子件 \d+ 份(?:；纸质：[^（）]*)?|纸质：[^（）]*)）?$/

/** The words alone, as they come back in a file that was exported. */
export function evidenceWords(text: string): string {
  return text.replace(kept_words, '')
}

/** `代A岗 李四`, or nothing. */
export function deputedText(deputed: { name: string } | undefined): string {
  return deputed === undefined ? '' : `代A岗 ${deputed.name}`
}

export function planText({ is_planned }: Pick<WeekRow, 'is_planned'>): string {
  return is_planned ? '计划内' : '计划外'
}

/** `延期2次`, or nothing. */
export function extendedText({ extended_times }: Pick<MatterRow, 'extended_times'>): string {
  return extended_times > 0 ? `延期${extended_times}次` : ''
}

/** `已结转2周`, or nothing when it stands in its first week. */
export function carriedText({ carried_weeks }: Pick<WeekRow, 'carried_weeks'>): string {
  return carried_weeks > 0 ? `已结转${carried_weeks}周` : ''
}
