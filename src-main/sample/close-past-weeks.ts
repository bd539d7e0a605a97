import { clockOf } from '../clock.ts'
import { makeChange } from '../database/change.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import { closeWeek } from '../weekly/close-week.ts'
import { unlockWeek } from '../weekly/locks.ts'
import type { SampleCalendar } from './sample-calendar.ts'

const closed_weeks = 3

/** The last weeks are closed, each on its own Friday afternoon; one was opened once more for a late report. */
export async function closePastWeeks(book: OpenDatabase, calendar: SampleCalendar): Promise<void> {
  for (const week_monday of calendar.past.slice(-closed_weeks)) {
    const friday = clockOf(() => new Date(`${calendar.handInOf(week_monday)}T17:05:00`))
    const step = (work: Parameters<typeof makeChange<unknown>>[3]) =>
      makeChange(book, friday, { method: 'book.enterSample' }, work)
    await step((change) => closeWeek(change, { week_monday }))
    if (week_monday !== calendar.past.at(-2)) continue
    await step((change) => unlockWeek(change, { week_monday, reason: '综合组补交周报，补登一项进展' }))
    await step((change) => closeWeek(change, { week_monday }))
  }
}
