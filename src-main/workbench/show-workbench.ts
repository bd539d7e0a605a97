// 本周工作台: the whole office on one page. It stands above the subjects, as reports do, and only reads.

import { sql } from 'kysely'
import { addDays } from '../../src-shared/dates.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { Workbench } from '../../src-shared/workbench.ts'
import { workWeekOf } from '../../src-shared/working-days.ts'
import { hasDefect } from '../database/has-defect.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import { getSettings } from '../settings/settings.ts'
import { dueMatters, dueSoon } from '../weekly/due-matters.ts'
import { readTwoWeeks } from '../weekly/matter-rows.ts'
import { weekRules } from '../weekly/rules.ts'
import { peopleOfWeek, withState } from '../weekly/week-reports.ts'
import { countWeek, openRowsLeftBehind } from '../weekly/week-sheet.ts'
import { headOfWeek } from '../weekly/work-week.ts'
import { nextStep } from './next-step.ts'

export async function showWorkbench(db: Db, today: string): Promise<Workbench> {
  const rules = await weekRules(db, today)
  const monday = workWeekOf(today, rules.holidays)
  const { rows, next_rows } = await readTwoWeeks(db, rules, monday)
  const people = await peopleOfWeek(db, rules, monday, rows)
  const missing = withState(people).filter(({ state }) => state === 'missing')
  const overdue = await dueMatters(db, rules, null, addDays(today, -1))
  const due_soon = await dueSoon(db, rules)
  const { has_staff, ...totals } = await countOffice(db, today)
  const week = { today, head: headOfWeek(monday, rules.holidays), counts: countWeek(rows), ...totals }
  return {
    ...week,
    overdue: overdue.rows,
    overdue_total: overdue.total,
    due_soon: due_soon.rows,
    due_soon_total: due_soon.total,
    missing,
    received: withState(people).length - missing.length,
    people: people.length,
    next_step: nextStep({
      ...week,
      settings: await getSettings(db),
      has_staff,
      missing: missing.length,
      reported_done: rows.filter((row) => isOpen(row) && row.week_state === 'done').length,
      to_carry: openRowsLeftBehind(rows, next_rows).length,
    }),
  }
}

/** Duties that are not voided, and which of them nobody holds today; what waits for the archive. */
async function countOffice(db: Db, today: string) {
  const isHeldAs = (role: 'A' | 'B') => sql`EXISTS (
    SELECT 1 FROM duty_holders AS h
    WHERE h.duty_id = duties.id AND h.role = ${role} AND h.from_on <= ${today} AND ${notEnded('h.to_on', today)})`
  const needsNoB = sql`EXISTS (SELECT 1 FROM post_exceptions AS e
    WHERE e.duty_id = duties.id AND e.from_on <= ${today} AND ${notEnded('e.to_on', today)})`
  const duties = await db
    .selectFrom('duties')
    .select([
      sql<number>`count(*)`.as('duties'),
      sql<number>`coalesce(sum(NOT ${isHeldAs('A')}), 0)`.as('duties_without_a'),
      sql<number>`coalesce(sum(NOT ${isHeldAs('B')} AND NOT ${needsNoB}), 0)`.as('duties_without_b'),
    ])
    .where('voided_on', 'is', null)
    .executeTakeFirstOrThrow()
  const { has_staff, waiting_for_archive } = await db
    .selectNoFrom([
      sql<number>`EXISTS (SELECT 1 FROM staff)`.as('has_staff'),
      sql<number>`(SELECT count(*) FROM matters AS waiting
        WHERE waiting.state = 'signed_off' AND NOT ${hasDefect('waiting')})`.as('waiting_for_archive'),
    ])
    .executeTakeFirstOrThrow()
  return { ...duties, has_staff: has_staff === 1, waiting_for_archive }
}
