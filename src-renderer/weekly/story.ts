// What happened to a matter, told from its weeks and events.
import { type MatterHistory, week_state_words } from '../../src-shared/weekly.ts'

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
