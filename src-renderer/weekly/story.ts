// What happened to a matter, told from its weeks and events.
import type { Deputed } from '../../src-shared/absences.ts'
import { deputedText } from '../../src-shared/matter-words.ts'
import {
  event_words,
  type MatterEvent,
  type MatterHistory,
  week_state_words,
} from '../../src-shared/weekly.ts'

function dueWords({ kind, old_due_on, new_due_on }: MatterEvent): string {
  if (kind === 'corrected') return `，${old_due_on ?? '未定'} 改为 ${new_due_on ?? '未定'}`
  if (kind !== 'extended') return ''
  return new_due_on === null ? '，不再定时限' : `，时限改为 ${new_due_on}`
}

/** `deputies`: who did it in the place of the person, by the Monday of the week that tells of it. */
export function storyOf(history: MatterHistory, deputies: ReadonlyMap<string, Deputed>) {
  const weeks = history.weeks.map((week) => ({
    key: `week-${week.week_monday}`,
    order: week.week_monday,
    when: week.title,
    what: [week_state_words[week.week_state], deputedText(deputies.get(week.week_monday))]
      .filter(Boolean)
      .join('　'),
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
    what: `${nth(event.kind)}${event_words[event.kind]}（${event.by_name || '未填写'}）${dueWords(event)}`,
    detail: event.reason,
  }))
  return [...weeks, ...events].sort((a, b) => a.order.localeCompare(b.order))
}
