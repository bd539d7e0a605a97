// The sample is laid around the day it is asked for; these rules hold on any of them.
import { describe, expect, it } from 'vitest'
import { holidayTable } from '../../../src-main/holidays/holiday-table.ts'
import { fillSample } from '../../../src-main/sample/fill-sample.ts'
import { showWorkbench } from '../../../src-main/workbench/show-workbench.ts'
import { isWorkingDay } from '../../../src-shared/working-days.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

/** Every day of a week, a week without a working day and the days around it, the turn of a year with a week 53. */
const some_days = [
  '2026-11-16',
  '2026-11-17',
  '2026-11-19',
  '2026-11-20',
  '2026-11-22',
  '2026-02-13',
  '2026-02-18',
  '2026-02-24',
  '2026-10-05',
  '2026-12-31',
  '2027-01-03',
  '2027-01-04',
  '2028-03-01',
]

describe.each(some_days)('the sample on %s', (today) => {
  it('is alive and keeps every rule of a book', async () => {
    const book = await openTestBook({ today })
    try {
      await fillSample(book, book.clock)
      expect(await faceOf(book, today)).toEqual({ overdue: 2, due_soon: 3, people: 16, duties: 150 })
      expect(await brokenRules(book, today)).toEqual([])
    } finally {
      await book.close()
    }
  })
})

async function faceOf(book: TestBook, today: string) {
  const desk = await showWorkbench(book.db, today)
  expect(desk.counts.open).toBeGreaterThan(8)
  expect(desk.counts.signed_off).toBeGreaterThan(5)
  return {
    overdue: desk.overdue.length,
    due_soon: desk.due_soon.length,
    people: desk.people,
    duties: desk.duties,
  }
}

/** Each answers the rows that break it. */
const rules: readonly [rule: string, sql: string][] = [
  [
    'numbers are consecutive in their scope',
    'SELECT scope FROM number_register GROUP BY kind, scope HAVING max(serial) <> count(*) OR min(serial) <> 1',
  ],
  [
    'every number has its matter or duty',
    `SELECT number FROM number_register WHERE number NOT IN (SELECT number FROM matters)
       AND number NOT IN (SELECT number FROM duties)`,
  ],
  [
    'numbers are in the order of time',
    `SELECT number FROM (SELECT number, listed_on,
       lag(listed_on) OVER (PARTITION BY substr(number, 1, 7) ORDER BY number) AS before FROM matters)
     WHERE before > listed_on`,
  ],
  [
    'nothing has happened in the future',
    `SELECT number FROM matters WHERE max(listed_on, coalesce(finished_on, ''), coalesce(signed_off_on, '')) > :today
     UNION ALL SELECT kind FROM matter_events WHERE happened_on > :today
     UNION ALL SELECT matter_id FROM archive_entries WHERE archived_on > :today
     UNION ALL SELECT staff_id FROM week_reports WHERE received_on > :today`,
  ],
  [
    'a matter is listed, finished, signed off and archived in that order',
    `SELECT number FROM matters LEFT JOIN archive_entries AS e ON e.matter_id = matters.id
     WHERE listed_on > due_on OR listed_on > finished_on OR finished_on > signed_off_on OR signed_off_on > archived_on`,
  ],
  [
    'an archived matter has an entry and no other has',
    `SELECT number FROM matters LEFT JOIN archive_entries AS e ON e.matter_id = matters.id
     WHERE (state = 'archived') <> (e.id IS NOT NULL)`,
  ],
  [
    'a signed off matter ends with a line that says done',
    `SELECT number, week_state FROM matters JOIN matter_weeks AS w ON w.matter_id = matters.id
     WHERE signed_off_on IS NOT NULL AND (week_state = 'done') <>
       (week_monday = (SELECT max(week_monday) FROM matter_weeks WHERE matter_id = matters.id))`,
  ],
  [
    'every matter stands in a week',
    'SELECT number FROM matters WHERE id NOT IN (SELECT matter_id FROM matter_weeks)',
  ],
  [
    'a state has its event',
    `SELECT number FROM matters WHERE (signed_off_on IS NOT NULL) <>
       EXISTS (SELECT 1 FROM matter_events WHERE matter_id = matters.id AND kind = 'signed_off')
     OR (state = 'withdrawn') <>
       EXISTS (SELECT 1 FROM matter_events WHERE matter_id = matters.id AND kind = 'withdrawn')
     OR (original_due_on <> due_on) <>
       EXISTS (SELECT 1 FROM matter_events WHERE matter_id = matters.id AND kind = 'extended' AND new_due_on = due_on)`,
  ],
  [
    'an event lies between the first day and the last',
    `SELECT number FROM matters JOIN matter_events AS e ON e.matter_id = matters.id
     WHERE happened_on < listed_on OR happened_on > coalesce(signed_off_on, :today)`,
  ],
  [
    'nobody is A and B of one duty',
    `SELECT a.duty_id FROM duty_holders AS a JOIN duty_holders AS b USING (duty_id, staff_id)
     WHERE a.role = 'A' AND b.role = 'B'`,
  ],
  [
    'who has left does nothing afterwards',
    `SELECT number FROM matters JOIN staff ON staff.id = staff_id WHERE left_on < listed_on
     UNION ALL SELECT name FROM week_reports JOIN staff ON staff.id = staff_id WHERE left_on < week_monday`,
  ],
  [
    'who has nothing to report has no row, and who has handed in has one',
    `SELECT staff_id, week_monday FROM week_reports AS r WHERE (state = 'received') <> EXISTS (
       SELECT 1 FROM matters JOIN matter_weeks AS w ON w.matter_id = matters.id
       WHERE matters.staff_id = r.staff_id AND w.week_monday = r.week_monday)`,
  ],
  [
    'every name is one of the department',
    `WITH names AS (SELECT helpers AS name FROM matters UNION SELECT leader FROM matters
       UNION SELECT signed_off_by FROM matters UNION SELECT by_name FROM matter_events
       UNION SELECT archived_by FROM archive_entries)
     SELECT name FROM names WHERE name <> '' AND name NOT IN (SELECT name FROM staff)`,
  ],
  [
    'no word is left to fill in',
    "SELECT title FROM matters WHERE title GLOB '*[{}]*' UNION ALL SELECT progress FROM matter_weeks WHERE progress GLOB '*[{}]*'",
  ],
]

async function brokenRules(book: TestBook, today: string): Promise<string[]> {
  const broken = rules.flatMap(([rule, sql]) => {
    const rows = book.sqlite.prepare(sql).all(sql.includes(':today') ? { today } : {})
    return rows.length > 0 ? [`${rule}: ${JSON.stringify(rows.slice(0, 3))} (${rows.length})`] : []
  })
  const foreign = book.sqlite.pragma('foreign_key_check') as unknown[]
  if (foreign.length > 0) broken.push(`foreign keys: ${JSON.stringify(foreign.slice(0, 3))}`)
  return [...broken, ...(await daysOff(book))]
}

/** Dates of the sample that no office works on. */
async function daysOff(book: TestBook): Promise<string[]> {
  const holidays = await holidayTable(book.db)
  const days = book.sqlite
    .prepare(
      `SELECT listed_on AS day FROM matters UNION SELECT due_on FROM matters UNION SELECT finished_on FROM matters
       UNION SELECT signed_off_on FROM matters UNION SELECT archived_on FROM archive_entries
       UNION SELECT received_on FROM week_reports UNION SELECT happened_on FROM matter_events`,
    )
    .all() as { day: string | null }[]
  return days.flatMap(({ day }) =>
    day === null || isWorkingDay(day, holidays) ? [] : [`nobody works on ${day}`],
  )
}
