import { sql } from 'kysely'
import type { TrackedQuestion, TrackedRow, Untracked } from '../../src-shared/tracked.ts'
import type { Db } from '../database/tables.ts'
import { selectMatterRows, toMatterRow } from './matter-rows.ts'
import { isOpenIn } from './open-matters.ts'
import { weekRules } from './rules.ts'

/** Open ones first, soonest due first, as the ledgers list them. */
export async function listTracked(
  db: Db,
  today: string,
  { kind, with_closed }: TrackedQuestion,
): Promise<TrackedRow[]> {
  const tracked = await selectTracked(db)
    .where('t.kind', '=', kind)
    .$if(!with_closed, (query) => query.where(isOpenIn('m')))
    .orderBy(sql`NOT ${isOpenIn('m')}`)
    .orderBy(sql`m.due_on IS NULL`)
    .orderBy('m.due_on')
    .orderBy('t.id')
    .execute()
  const rules = await weekRules(db, today)
  const ids = tracked.map(({ matter_id }) => matter_id)
  const matters = await selectMatterRows(db).where('m.id', 'in', ids).execute()
  const by_id = new Map(matters.map((row) => [row.matter_id, toMatterRow(row, rules)]))
  return tracked.flatMap(({ matter_id, ...row }) => {
    const matter = by_id.get(matter_id)
    return matter === undefined ? [] : [{ ...row, matter }]
  })
}

function selectTracked(db: Db) {
  const said = (column: string) =>
    sql`(SELECT ${sql.ref(column)} FROM matter_weeks WHERE matter_id = m.id AND progress <> '' ORDER BY week_monday DESC LIMIT 1)`
  return db
    .selectFrom('tracked_matters as t')
    .innerJoin('matters as m', 'm.id', 't.matter_id')
    .select(['t.id', 't.matter_id', 't.kind', 't.demand', 't.shown_as', 't.goal', 't.measures'])
    .select(['t.units', 't.effect', 't.outcome'])
    .select([
      sql<string>`coalesce(${said('progress')}, '')`.as('progress'),
      sql<string | null>`${said('week_monday')}`.as('progress_monday'),
      sql<number>`(SELECT count(*) FROM matter_events WHERE matter_id = m.id AND kind = 'reminded')`.as(
        'reminded',
      ),
      sql<string>`coalesce((SELECT reason FROM matter_events WHERE matter_id = m.id AND kind = 'signed_off'
        ORDER BY id DESC LIMIT 1), '')`.as('sign_off_note'),
    ])
}

/** Newest first. */
export async function untrackedMatters(db: Db): Promise<Untracked[]> {
  return await db
    .selectFrom('matters as m')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .leftJoin('tracked_matters as t', 't.matter_id', 'm.id')
    .select(['m.id as matter_id', 'm.number', 'm.title'])
    .select(sql<string>`coalesce(staff.name, '')`.as('staff_name'))
    .where(isOpenIn('m'))
    .where('t.id', 'is', null)
    .orderBy('m.id', 'desc')
    .limit(1000)
    .execute()
}
