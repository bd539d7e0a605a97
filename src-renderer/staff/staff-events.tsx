import { type StaffEvent, staff_event_words } from '../../src-shared/staff-moves.ts'
import { Timeline } from '../components/timeline.tsx'
import { useValue } from '../use-answer.ts'

/** 变动情况 of one person, former names among them; nothing when there is none. */
export function StaffEvents({ staff_id }: { staff_id: number }) {
  const events = useValue('staff.events', { staff_id }, [])
  if (events.length === 0) return null
  const former = events
    .filter(
      ({ kind, before_text, after_text }) =>
        (kind === 'rename' || kind === 'merge') && before_text !== after_text,
    )
    .map(({ before_text }) => before_text)
  return (
    <section className="record-section" aria-label="变动情况">
      <h3>变动情况{former.length > 0 && `（曾用名：${[...new Set(former)].join('、')}）`}</h3>
      <Timeline
        entries={events.map((event) => ({
          key: String(event.id),
          when: event.happened_on,
          what: staff_event_words[event.kind],
          detail: detailOf(event),
        }))}
      />
    </section>
  )
}

function detailOf({ before_text, after_text, approver, reason }: StaffEvent): string {
  const change =
    after_text === '' || after_text === before_text ? before_text : `${before_text} → ${after_text}`
  return [change, reason, approver === '' ? '' : `${approver}批准`].filter(Boolean).join('，')
}
