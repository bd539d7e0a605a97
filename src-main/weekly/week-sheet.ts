// 每周销号: matters, the weeks they stand in, and what is recorded of them from Friday to Friday. domain.md §c.

import { isOpen } from '../../src-shared/matter-words.ts'
import type { WeekCounts, WeekQuestion, WeekRow, WeekSheet } from '../../src-shared/weekly.ts'
import type { Db } from '../database/tables.ts'
import { countUncured } from './defects.ts'
import { findLock } from './locks.ts'
import { readTwoWeeks } from './matter-rows.ts'
import { weekRules } from './rules.ts'
import { peopleOfWeek, withState } from './week-reports.ts'
import { headOfWeek } from './work-week.ts'

/** One week on one page: its rows, next week's plan, and who has handed in. */
export async function weekSheet(db: Db, today: string, question: WeekQuestion): Promise<WeekSheet> {
  const rules = await weekRules(db, today)
  const { rows, next_monday, next_rows } = await readTwoWeeks(db, rules, question.week_monday)
  const reports = withState(await peopleOfWeek(db, rules, question.week_monday, rows))
  const isAsked = (of: { group_id: number | null }) =>
    question.group_id === null || of.group_id === question.group_id
  const asked = rows.filter(isAsked)
  return {
    head: headOfWeek(question.week_monday, rules.holidays),
    next_head: headOfWeek(next_monday, rules.holidays),
    rows: asked,
    plan: next_rows.filter((row) => row.is_planned && isAsked(row)),
    reports: reports.filter(isAsked),
    counts: countWeek(asked),
    to_carry: openRowsLeftBehind(asked, next_rows).length,
    uncured: await countUncured(db),
    closed: await findLock(db, question.week_monday),
  }
}

export function countWeek(rows: readonly WeekRow[]): WeekCounts {
  const count = (test: (row: WeekRow) => boolean) => rows.filter(test).length
  return {
    rows: rows.length,
    planned: count((row) => row.is_planned),
    unplanned: count((row) => !row.is_planned),
    signed_off: count((row) => row.state === 'signed_off' || row.state === 'archived'),
    open: count(isOpen),
    overdue: count((row) => isOpen(row) && row.light === 'red'),
    carried: count((row) => row.carried_weeks > 0),
  }
}

/** What a carry-over has to take along: open, and not yet in the next week. */
export function openRowsLeftBehind(rows: readonly WeekRow[], next_rows: readonly WeekRow[]): WeekRow[] {
  const there = new Set(next_rows.map((row) => row.matter_id))
  return rows.filter((row) => isOpen(row) && !there.has(row.matter_id))
}
