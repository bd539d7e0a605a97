import type { Database } from 'better-sqlite3'
import type { Migration } from './migration.ts'

/**
 * What statistics count, kept in step by triggers: the span of each matter (the week it entered, closed, ran over its
 * time limit) and the sums of spans by week. Both hold nothing of their own: the view says what a span is, and they are
 * made anew from it at any time. So they have no trail, and point at nothing.
 */
export const statistics: Migration = {
  version: 25,
  words: 'spans of matters and their totals by week',
  up(db) {
    defineSpan(db)
    db.exec(`CREATE TABLE kept_spans (
      matter_id INTEGER PRIMARY KEY,
      group_id INTEGER NOT NULL,
      staff_id INTEGER NOT NULL,
      category_id INTEGER NOT NULL,
      is_planned INTEGER NOT NULL,
      entered TEXT NOT NULL,
      closed_as TEXT CHECK (closed_as IN ('finished', 'withdrawn')),
      closed TEXT,
      is_late INTEGER NOT NULL,
      lapsed TEXT,
      CHECK ((closed IS NULL) = (closed_as IS NULL) AND closed >= entered AND lapsed >= entered AND lapsed < closed)
    ) STRICT`)
    db.exec('CREATE INDEX kept_spans_by_entered ON kept_spans (entered)')
    db.exec('CREATE INDEX kept_spans_by_closed ON kept_spans (closed)')
    db.exec(`CREATE TABLE kept_totals (
      week_monday TEXT NOT NULL,
      staff_id INTEGER NOT NULL,
      group_id INTEGER NOT NULL,
      category_id INTEGER NOT NULL,
      planned INTEGER NOT NULL,
      unplanned INTEGER NOT NULL,
      finished INTEGER NOT NULL,
      late INTEGER NOT NULL,
      withdrawn INTEGER NOT NULL,
      lapsed INTEGER NOT NULL,
      settled INTEGER NOT NULL,
      PRIMARY KEY (week_monday, staff_id, group_id, category_id)
    ) STRICT, WITHOUT ROWID`)
    keepTotals(db, 'insert', 'NEW', '+')
    keepTotals(db, 'delete', 'OLD', '-')
    db.exec('INSERT INTO kept_spans SELECT * FROM matter_spans')
    keepSpans(db)
  },
}

const mondayOf = (date: string) => `date(${date}, 'weekday 0', '-6 days')`

/**
 * A matter that was withdrawn closed in the last week it stood in. One that was entered after it was finished, or
 * after its time limit, closed or ran over in the week it entered; `lapsed` is null when it was closed by then, and while it is
 * reported as done and waits for its sign-off (it is chased no more).
 */
export function defineSpan(db: Database): void {
  db.exec(`CREATE VIEW matter_spans AS
    WITH lives AS (
      SELECT m.id AS matter_id, m.group_id, coalesce(m.staff_id, 0) AS staff_id, m.category_id, m.due_on,
        coalesce((SELECT week_state FROM matter_weeks WHERE matter_id = m.id ORDER BY week_monday DESC LIMIT 1), '') = 'done' AS is_reported,
        CASE WHEN m.state IN ('signed_off', 'archived') THEN 'finished' WHEN m.state = 'withdrawn' THEN 'withdrawn' END AS closed_as,
        m.finished_on, first.is_planned, first.week_monday AS entered,
        CASE WHEN m.state = 'withdrawn'
          THEN (SELECT max(week_monday) FROM matter_weeks WHERE matter_id = m.id)
          WHEN m.state IN ('signed_off', 'archived') THEN max(first.week_monday, ${mondayOf('m.finished_on')}) END AS closed
      FROM matters AS m
      JOIN matter_weeks AS first ON first.matter_id = m.id
        AND first.week_monday = (SELECT min(week_monday) FROM matter_weeks WHERE matter_id = m.id)
    )
    SELECT matter_id, group_id, staff_id, category_id, is_planned, entered, closed_as, closed,
      coalesce(closed_as = 'finished' AND finished_on > due_on, 0) AS is_late,
      CASE WHEN (closed IS NULL AND NOT is_reported) OR closed > max(entered, ${mondayOf('due_on')})
        THEN max(entered, ${mondayOf('due_on')}) END AS lapsed
    FROM lives`)
}

/**
 * Run again by a later step that builds `matters` or `matter_weeks` anew: dropping a table drops its triggers, and the view
 * has to be dropped before and defined again after.
 */
export function keepSpans(db: Database): void {
  for (const [table, name, when, id] of [
    ['matters', 'update', 'UPDATE OF group_id, staff_id, category_id, due_on, state, finished_on', 'NEW.id'],
    ['matter_weeks', 'insert', 'INSERT', 'NEW.matter_id'],
    ['matter_weeks', 'update', 'UPDATE OF week_monday, is_planned, week_state', 'NEW.matter_id'],
    ['matter_weeks', 'delete', 'DELETE', 'OLD.matter_id'],
  ]) {
    db.exec(`CREATE TRIGGER ${table}_span_${name} AFTER ${when} ON ${table} BEGIN
      DELETE FROM kept_spans WHERE matter_id = ${id};
      INSERT INTO kept_spans SELECT * FROM matter_spans WHERE matter_id = ${id};
    END`)
  }
}

function keepTotals(db: Database, name: string, row: 'NEW' | 'OLD', sign: '+' | '-'): void {
  const sums = ['planned', 'unplanned', 'finished', 'late', 'withdrawn', 'lapsed', 'settled']
  const add = (monday: string, of: Record<string, string>) =>
    `INSERT INTO kept_totals (week_monday, staff_id, group_id, category_id, ${sums.join(', ')})
      SELECT ${row}.${monday}, ${row}.staff_id, ${row}.group_id, ${row}.category_id,
        ${sums.map((sum) => `${sign}(${of[sum] ?? '0'})`).join(', ')}
      WHERE ${row}.${monday} IS NOT NULL
      ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')};`
  const empty = sums.map((sum) => `${sum} = 0`).join(' AND ')
  const sweep = (monday: string) => `DELETE FROM kept_totals WHERE week_monday = ${row}.${monday}
    AND staff_id = ${row}.staff_id AND group_id = ${row}.group_id AND category_id = ${row}.category_id AND ${empty};`
  const weeks = ['entered', 'closed', 'lapsed']
  db.exec(`CREATE TRIGGER kept_spans_total_${name} AFTER ${name} ON kept_spans BEGIN
    ${add('entered', { planned: `${row}.is_planned`, unplanned: `1 - ${row}.is_planned` })}
    ${add('closed', {
      finished: `${row}.closed_as = 'finished'`,
      late: `${row}.is_late`,
      withdrawn: `${row}.closed_as = 'withdrawn'`,
      settled: `${row}.lapsed IS NOT NULL`,
    })}
    ${add('lapsed', { lapsed: '1' })}
    ${row === 'OLD' ? weeks.map(sweep).join('\n') : ''}
  END`)
}
