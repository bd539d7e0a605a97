// 装盒: files of one year, organ and term, in the order of their numbers.
import { sql } from 'kysely'
import {
  type ArchiveBox,
  type BoxDraft,
  type Boxing,
  fillBoxes,
  type Place,
  placeWords,
} from '../../src-shared/archive-items.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { itemsOf } from './number-items.ts'

/** As the last 更正 says. */
const pages_now = sql`coalesce((SELECT CAST(c.after_text AS INTEGER) FROM archive_corrections AS c
  WHERE c.item_id = i.id AND c.field = 'pages' ORDER BY c.id DESC LIMIT 1), i.pages)`

/** Of one year, or all; in the order of their places. */
export function listBoxes(db: Db, year: number | null): Promise<ArchiveBox[]> {
  return db
    .selectFrom('archive_boxes as b')
    .innerJoin('archive_organs as o', 'o.id', 'b.organ_id')
    .select([
      ...(['b.id', 'b.year', 'b.organ_id', 'b.retention', 'b.box_number', 'b.thickness', 'b.shelf'] as const),
      ...(['b.note', 'b.arranged_by', 'b.arranged_on', 'b.checked_by', 'b.checked_on'] as const),
      'o.code as organ_code',
      'o.name as organ_name',
      sql<number>`(SELECT count(*) FROM archive_items WHERE box_id = b.id)`.as('items'),
      sql<number>`(SELECT coalesce(sum(${pages_now}), 0) FROM archive_items AS i WHERE i.box_id = b.id)`.as(
        'pages',
      ),
      sql<number | null>`(SELECT min(item_number) FROM archive_items WHERE box_id = b.id)`.as('first_number'),
      sql<number | null>`(SELECT max(item_number) FROM archive_items WHERE box_id = b.id)`.as('last_number'),
    ])
    .$if(year !== null, (boxes) => boxes.where('b.year', '=', year))
    .orderBy('b.year', 'desc')
    .orderBy('b.organ_id')
    .orderBy(sql`b.retention = 'Y'`, 'desc')
    .orderBy('b.retention', 'desc')
    .orderBy('b.box_number')
    .execute()
}

/** Numbered items that lie in no box fill new ones behind those that are there. */
export async function boxItems(
  change: Change,
  { thickness, most_pages, ...place }: Boxing,
): Promise<{ boxes: number; items: number }> {
  const numbered = (await itemsOf(change.db, place)).filter(({ item_number }) => item_number !== null)
  const waiting = numbered.filter(({ box_id }) => box_id === null)
  const [first] = waiting
  if (!first) {
    throw new UserProblem({
      code: 'nothing_to_box',
      message: '这里没有待装盒的归档文件。',
      next: '请先编号；已装盒的要重装，请先拆盒。',
    })
  }
  const boxes = fillBoxes(waiting, most_pages)
  let box_number = await lastBox(change.db, place)
  for (const items of boxes) {
    box_number += 1
    const { id: box_id } = await change.db
      .insertInto('archive_boxes')
      .values({
        ...{ ...placeOnly(place), box_number, thickness, shelf: '', note: '' },
        ...{ arranged_by: change.who, arranged_on: change.today, checked_by: '', checked_on: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const ids = items.map(({ id }) => id)
    await change.db.updateTable('archive_items').set({ box_id }).where('id', 'in', ids).execute()
  }
  change.describe(`装盒 ${placeWords(place, first.organ_name)}：${waiting.length} 件装 ${boxes.length} 盒`)
  return { boxes: boxes.length, items: waiting.length }
}

function placeOnly({ year, organ_id, retention }: Place): Place {
  return { year, organ_id, retention }
}

async function lastBox(db: Db, { year, organ_id, retention }: Place): Promise<number> {
  const { last } = await db
    .selectFrom('archive_boxes')
    .select(sql<number>`coalesce(max(box_number), 0)`.as('last'))
    .where('year', '=', year)
    .where('organ_id', '=', organ_id)
    .where('retention', '=', retention)
    .executeTakeFirstOrThrow()
  return last
}

/** 拆盒: all boxes of a place, so that they can be filled anew. */
export async function unpackBoxes(
  change: Change,
  { year, organ_id, retention }: Place,
): Promise<{ boxes: number }> {
  const boxes = await change.db
    .selectFrom('archive_boxes')
    .select('id')
    .where('year', '=', year)
    .where('organ_id', '=', organ_id)
    .where('retention', '=', retention)
    .execute()
  const ids = boxes.map(({ id }) => id)
  if (ids.length === 0) return { boxes: 0 }
  await change.db.updateTable('archive_items').set({ box_id: null }).where('box_id', 'in', ids).execute()
  await change.db.deleteFrom('archive_boxes').where('id', 'in', ids).execute()
  change.describe(`拆开 ${ids.length} 盒，重新装盒`)
  return { boxes: ids.length }
}

export async function saveBox(change: Change, id: number, draft: BoxDraft): Promise<void> {
  await change.db.updateTable('archive_boxes').set(draft).where('id', '=', id).execute()
  change.describe('修改档案盒的登记')
}
