// The hour of a Friday in figures: what is still to be done with the rows of a week, and what comes next.
import { monthDay } from '../../src-shared/dates.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { PersonReport, WeekRow, WeekSheet } from '../../src-shared/weekly.ts'

interface Shown {
  word: string
  suits(row: WeekRow): boolean
}

/** What the rows of a week can be narrowed to; each is counted at the top. */
export const shown_rows = {
  all: { word: '事项', suits: () => true },
  unsaid: {
    word: '未填进展',
    suits: (row) => isOpen(row) && row.progress === '' && !isWaiting(row),
  },
  waiting: { word: '待销号', suits: (row) => isWaiting(row) },
  overdue: { word: '逾期', suits: (row) => isOpen(row) && row.light === 'red' },
} as const satisfies Record<string, Shown>
export type ShownRows = keyof typeof shown_rows

export function isShown(word: string): word is ShownRows {
  return Object.hasOwn(shown_rows, word)
}

/** The person says that it is done, or has asked for the sign-off. */
function isWaiting(row: WeekRow): boolean {
  return isOpen(row) && (row.is_reported_done || row.state === 'sign_off_asked')
}

export interface WeekFigures extends Record<ShownRows, number> {
  people: number
  received: number
  to_carry: number
}

export function weekFigures(
  rows: readonly WeekRow[],
  reports: readonly PersonReport[],
  to_carry: readonly unknown[],
): WeekFigures {
  const count = (shown: ShownRows) => rows.filter(shown_rows[shown].suits).length
  return {
    all: rows.length,
    unsaid: count('unsaid'),
    waiting: count('waiting'),
    overdue: count('overdue'),
    people: reports.length,
    received: reports.filter(({ state }) => state !== 'missing').length,
    to_carry: to_carry.length,
  }
}

export interface NextStep {
  words: string
  /** Where it is done: a narrowed list, who has handed in, or the carry-over; null when there is nothing to open. */
  to: ShownRows | 'reports' | 'carry' | 'close' | null
}

/** One thing at a time, in the order of a Friday: collect, chase what is late, sign off, carry the rest over. */
export function nextStep(
  figures: WeekFigures,
  { head: { hand_in_on }, closed }: Pick<WeekSheet, 'head' | 'closed'>,
  today: string,
): NextStep {
  if (closed !== null) return { words: `本周已于 ${monthDay(closed.locked_on)} 关账`, to: null }
  const { people, received, overdue, waiting, unsaid, to_carry } = figures
  const is_due = hand_in_on !== null && today >= hand_in_on
  if (is_due && received < people) return { words: `还有 ${people - received} 人未报`, to: 'reports' }
  if (waiting > 0) return { words: `${waiting} 项等着销号`, to: 'waiting' }
  if (overdue > 0) return { words: `${overdue} 项逾期：催办、延期或销号`, to: 'overdue' }
  if (!is_due && hand_in_on !== null) return { words: `等各组 ${monthDay(hand_in_on)} 上报`, to: null }
  if (unsaid > 0) return { words: `${unsaid} 项还没有填进展`, to: 'unsaid' }
  if (to_carry > 0) return { words: `${to_carry} 项没有办结，结转到下周`, to: 'carry' }
  return { words: '本周已经理清，可以关账', to: 'close' }
}
