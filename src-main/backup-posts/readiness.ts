// B岗熟悉度: when each B last touched the duty, and how that is known.
import { sql } from 'kysely'
import type { Readiness, ReadinessState, TouchKind, Training } from '../../src-shared/backup-posts.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import { notEnded } from '../database/not-ended.ts'
import type { Db } from '../database/tables.ts'
import { getSettings } from '../settings/settings.ts'

interface Touch {
  kind: TouchKind
  touched_on: string
  detail: string
}

/** `monthsBefore('2026-08-31', 6) // '2026-02-28'` */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}

/** Every B of every duty in use, in the order of the list of duties. */
export async function listReadiness(db: Db, today: string): Promise<Readiness[]> {
  const { readiness_months } = await getSettings(db)
  const bs = await bsOn(db, today)
  const touches = groupRows(await touchesUntil(db, today), pairOf)
  const trainings = groupRows(await listTrainings(db), pairOf)
  const fresh_from = monthsBefore(today, readiness_months)
  return bs.map(({ a_staff_id, a_name, staff_id, name, ...duty }) => {
    const key = pairOf({ duty_id: duty.duty_id, staff_id })
    const last = newest(touches.get(key) ?? [])
    return {
      ...duty,
      a: a_staff_id === null || a_name === null ? null : { staff_id: a_staff_id, name: a_name },
      b: { staff_id, name },
      state: stateOf(last, fresh_from),
      last_on: last?.touched_on ?? null,
      last_kind: last?.kind ?? null,
      last_detail: last?.detail ?? '',
      ...plannedFor(trainings.get(key)?.at(-1)),
    }
  })
}

function stateOf(last: Touch | null, fresh_from: string): ReadinessState {
  if (last === null) return 'never'
  return last.touched_on >= fresh_from ? 'fresh' : 'stale'
}

function pairOf({ duty_id, staff_id }: { duty_id: number; staff_id: number }): string {
  return `${duty_id} ${staff_id}`
}

function newest(touches: readonly Touch[]): Touch | null {
  return touches.reduce<Touch | null>(
    (last, touch) => (last === null || touch.touched_on >= last.touched_on ? touch : last),
    null,
  )
}

function bsOn(db: Db, today: string) {
  return db
    .selectFrom('duty_holders as h')
    .innerJoin('duties', 'duties.id', 'h.duty_id')
    .innerJoin('groups', 'groups.id', 'duties.group_id')
    .innerJoin('categories', 'categories.id', 'duties.category_id')
    .innerJoin('staff', 'staff.id', 'h.staff_id')
    .leftJoin('duty_holders as a', (join) =>
      join
        .onRef('a.duty_id', '=', 'h.duty_id')
        .on('a.role', '=', 'A')
        .on('a.from_on', '<=', today)
        .on(notEnded('a.to_on', today)),
    )
    .leftJoin('staff as a_staff', 'a_staff.id', 'a.staff_id')
    .select(['h.duty_id', 'h.rank', 'h.staff_id', 'staff.name'])
    .select(['duties.number', 'duties.content', 'groups.name as group_name'])
    .select(['a.staff_id as a_staff_id', 'a_staff.name as a_name'])
    .where('h.role', '=', 'B')
    .where('duties.voided_on', 'is', null)
    .where('h.from_on', '<=', today)
    .where(notEnded('h.to_on', today))
    .where(notEnded('staff.left_on', today))
    .orderBy('groups.sort_order')
    .orderBy('categories.sort_order')
    .orderBy('duties.sort_order')
    .orderBy('duties.number')
    .orderBy('h.rank')
    .execute()
}

/** The newest touch of each kind by each person: a matter of the duty done or helped with, earlier days as its A, a stand-in, training. */
async function touchesUntil(db: Db, today: string) {
  const { rows } = await sql<Touch & { duty_id: number; staff_id: number }>`
    WITH matter_days AS (
      SELECT m.id, m.duty_id, m.staff_id, m.helpers, m.number || ' ' || m.title AS detail,
        max(coalesce(m.finished_on, ''), coalesce((
          SELECT max(w.week_monday) FROM matter_weeks AS w
          WHERE w.matter_id = m.id AND w.week_state NOT IN ('not_started', 'cancelled') AND w.week_monday <= ${today}
        ), '')) AS touched_on
      FROM matters AS m
      WHERE m.duty_id IS NOT NULL AND m.state <> 'withdrawn'
    ),
    hands AS (
      SELECT duty_id, staff_id, touched_on, detail FROM matter_days WHERE staff_id IS NOT NULL
      UNION ALL
      SELECT d.duty_id, s.id, d.touched_on, d.detail FROM matter_days AS d
      JOIN staff AS s ON instr('、' || ${separated('d.helpers')} || '、', '、' || s.name || '、') > 0
      WHERE d.helpers <> ''
    )
    SELECT duty_id, staff_id, 'matter' AS kind, max(touched_on) AS touched_on, detail FROM hands
    WHERE touched_on <> '' AND touched_on <= ${today} GROUP BY duty_id, staff_id
    UNION ALL
    SELECT duty_id, staff_id, 'was_a', max(min(coalesce(to_on, ${today}), ${today})), '' FROM duty_holders
    WHERE role = 'A' AND from_on <= ${today} GROUP BY duty_id, staff_id
    UNION ALL
    SELECT i.duty_id, i.staff_id, 'stand_in', max(min(i.to_on, ${today})), '' FROM stand_ins AS i
    JOIN absences AS a ON a.id = i.absence_id
    WHERE a.cancelled_on IS NULL AND i.from_on <= ${today} GROUP BY i.duty_id, i.staff_id
    UNION ALL
    SELECT duty_id, staff_id, 'trained', max(done_on), '' FROM post_trainings
    WHERE done_on <= ${today} GROUP BY duty_id, staff_id`.execute(db)
  return rows
}

/** `李四，王五 赵六` as `李四、王五、赵六`. */
function separated(column: string) {
  const marks = ['，', ',', '；', ';', ' ', '　', '/', '\n']
  return marks.reduce((text, mark) => sql`replace(${text}, ${mark}, '、')`, sql`${sql.ref(column)}`)
}

function listTrainings(db: Db) {
  return db
    .selectFrom('post_trainings as t')
    .leftJoin('staff', 'staff.id', 't.teacher_staff_id')
    .select(['t.id', 't.duty_id', 't.staff_id', 't.due_on', 't.done_on', 't.note'])
    .select(sql<string>`coalesce(staff.name, '')`.as('teacher_name'))
    .orderBy('t.id')
    .execute()
}

function plannedFor(planned: (Training & { teacher_name: string }) | undefined) {
  if (planned === undefined) return { training: null, teacher_name: '' }
  const { teacher_name, ...training } = planned
  return { training, teacher_name }
}
