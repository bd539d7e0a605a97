// 清点: the list of what should stand on the shelf, ticked off one by one.
import { sql } from 'kysely'
import {
  type NewShelfCheck,
  type ShelfCheck,
  type ShelfRow,
  type ShelfState,
  shelf_states,
  type Ticks,
} from '../../src-shared/archive-care.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'

export async function listShelfChecks(db: Db): Promise<ShelfCheck[]> {
  const checks = await db.selectFrom('shelf_checks').selectAll().orderBy('id', 'desc').execute()
  const counted = await db
    .selectFrom('shelf_check_rows')
    .select(['check_id', 'state', sql<number>`count(*)`.as('count')])
    .groupBy(['check_id', 'state'])
    .execute()
  return checks.map((check) => {
    const counts: Record<ShelfState, number> = { waiting: 0, present: 0, missing: 0, misplaced: 0 }
    for (const { check_id, state, count } of counted) if (check_id === check.id) counts[state] = count
    return { ...check, counts, rows: Object.values(counts).reduce((sum, count) => sum + count, 0) }
  })
}

/** By place, so that one walks along the shelf. */
export async function shelfRows(db: Db, check_id: number): Promise<ShelfRow[]> {
  const rows = await db
    .selectFrom('shelf_check_rows as r')
    .leftJoin('archive_entries as e', 'e.id', 'r.entry_id')
    .leftJoin('matters as m', 'm.id', 'e.matter_id')
    .leftJoin('archive_boxes as b', 'b.id', 'r.box_id')
    .leftJoin('archive_organs as o', 'o.id', 'b.organ_id')
    .select(['r.id', 'r.state', 'r.note', 'm.number', 'm.title', 'e.location', 'b.shelf', 'b.year'])
    .select(['b.retention', 'b.box_number', 'o.name as organ_name'])
    .where('r.check_id', '=', check_id)
    .orderBy(sql`coalesce(b.shelf, e.location)`)
    .orderBy('r.id')
    .execute()
  return rows.map(({ id, state, note, number, title, location, shelf, retention, ...box }) => ({
    id,
    state,
    note,
    number: number ?? `${box.year} ${retention} 第${box.box_number}盒`,
    title: title ?? `${box.organ_name}　${retention === null ? '' : retentionWords(retention)}`,
    place: location ?? shelf ?? '',
  }))
}

const batch = 500

export async function startShelfCheck(
  change: Change,
  { title, of, year, place }: NewShelfCheck,
): Promise<{ id: number; rows: number }> {
  const ids = of === 'boxes' ? await boxesOf(change.db, year) : await entriesAt(change.db, place)
  if (ids.length === 0) {
    throw new UserProblem({
      code: 'nothing_to_check',
      message: '这个范围里没有可以清点的。',
      next: of === 'boxes' ? '请换一个年度，或先装盒。' : '请换一个存放位置。',
    })
  }
  const { id } = await change.db
    .insertInto('shelf_checks')
    .values({ title, started_on: change.today, started_by: change.who, finished_on: null, conclusion: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = ids.map((thing) => ({
    ...{ check_id: id, entry_id: of === 'entries' ? thing : null, box_id: of === 'boxes' ? thing : null },
    ...{ state: 'waiting' as const, note: '' },
  }))
  for (let from = 0; from < rows.length; from += batch) {
    await change.db
      .insertInto('shelf_check_rows')
      .values(rows.slice(from, from + batch))
      .execute()
  }
  change.describe(`开始清点：${title}（${ids.length} 项）`)
  return { id, rows: ids.length }
}

async function boxesOf(db: Db, year: number | null): Promise<number[]> {
  const boxes = await db
    .selectFrom('archive_boxes')
    .select('id')
    .$if(year !== null, (some) => some.where('year', '=', year))
    .orderBy('id')
    .execute()
  return boxes.map(({ id }) => id)
}

/** By where they are now: the last 更正 of the place, else what was written at archiving. */
async function entriesAt(db: Db, place: string): Promise<number[]> {
  const now = sql<string>`coalesce((SELECT c.after_text FROM archive_corrections AS c
    WHERE c.entry_id = e.id AND c.field = 'location' ORDER BY c.id DESC LIMIT 1), e.location)`
  const entries = await db
    .selectFrom('archive_entries as e')
    .select('e.id')
    .where(sql<boolean>`substr(${now}, 1, ${[...place].length}) = ${place}`)
    .orderBy('e.id')
    .execute()
  return entries.map(({ id }) => id)
}

export async function tickRows(change: Change, { row_ids, state, note }: Ticks): Promise<{ ticked: number }> {
  const closed = await change.db
    .selectFrom('shelf_check_rows as r')
    .innerJoin('shelf_checks as s', 's.id', 'r.check_id')
    .select('s.title')
    .where('r.id', 'in', row_ids)
    .where('s.finished_on', 'is not', null)
    .executeTakeFirst()
  if (closed) {
    throw new UserProblem({
      code: 'check_over',
      message: `“${closed.title}”已经结束，不能再改。`,
      next: '请开始一次新的清点。',
    })
  }
  await change.db.updateTable('shelf_check_rows').set({ state, note }).where('id', 'in', row_ids).execute()
  change.describe(`清点：${row_ids.length} 项${shelf_states[state]}`)
  return { ticked: row_ids.length }
}

export async function finishShelfCheck(change: Change, id: number, conclusion: string): Promise<void> {
  await change.db
    .updateTable('shelf_checks')
    .set({ finished_on: change.today, conclusion })
    .where('id', '=', id)
    .where('finished_on', 'is', null)
    .execute()
  change.describe('结束一次清点')
}
