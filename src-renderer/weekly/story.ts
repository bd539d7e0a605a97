// What happened to a matter, told from its weeks and events.
import { event_words, type MatterHistory, week_state_words } from '../../src-shared/weekly.ts'

export function storyOf(history: MatterHistory) {
  const weeks = history.weeks.map((week) => ({
    key: `week-${week.week_monday}`,
    order: week.week_monday,
    when: week.title,
    what: week_state_words[week.week_state],
    detail: week.progress,
  }))
  let extended = 0
  const nth = (kind: keyof typeof event_words) => {
    if (kind !== 'extended') return ''
    extended += 1
    return `第${extended}次`
  }
  const events = history.events.map((event, index) => ({
    key: `event-${index}`,
    order: event.happened_on,
    when: event.happened_on,
    what: `${nth(event.kind)}${event_words[event.kind]}（${event.by_name || '未填写'}）${event.new_due_on ? `，时限改为 ${event.new_due_on}` : ''}`,
    detail: event.reason,
  }))
  return [...weeks, ...events].sort((a, b) => a.order.localeCompare(b.order))
}
