// How one matter's week reads in a table, a drawer and a test: the same words everywhere.
import type { MatterHistory, MatterRow, WeekRow } from '../../src-shared/weekly.ts'
import { matter_state_words, open_states, week_state_words } from '../../src-shared/weekly.ts'

export function isOpen(row: MatterRow): boolean {
  return open_states.includes(row.state)
}

/** `11月20日`, the wording where there is no date, or a dash. */
export function dueText(row: MatterRow): string {
  if (row.due_on === null) return row.due_text || '—'
  return row.due_text === '' ? row.due_on : `${row.due_on}（${row.due_text}）`
}

/** The state shown: what is recorded once it is closed, what the person says while it is open. */
export function stateText(row: WeekRow): string {
  if (!isOpen(row)) return matter_state_words[row.state]
  return week_state_words[row.week_state]
}

export function planText(row: WeekRow): string {
  const planned = row.is_planned ? '计划内' : '计划外'
  return row.carried_weeks > 0 ? `${planned} · 已结转${row.carried_weeks}周` : planned
}

const event_words = { extended: '延期', signed_off: '销号', returned: '退回', withdrawn: '撤销' } as const

export function storyOf(history: MatterHistory) {
  const weeks = history.weeks.map((week) => ({
    key: `week-${week.week_monday}`,
    order: week.week_monday,
    when: week.title,
    what: week_state_words[week.week_state],
    detail: week.progress,
  }))
  const events = history.events.map((event, index) => ({
    key: `event-${index}`,
    order: event.happened_on,
    when: event.happened_on,
    what: `${event_words[event.kind]}（${event.by_name || '未填写'}）${event.new_due_on ? `，时限改为 ${event.new_due_on}` : ''}`,
    detail: event.reason,
  }))
  return [...weeks, ...events].sort((a, b) => a.order.localeCompare(b.order))
}
