import { sql } from 'kysely'
import {
  type ArchiveItem,
  checkItems,
  inOrder,
  type Place,
  placeWords,
} from '../../src-shared/archive-items.ts'
import { archiveNumber } from '../../src-shared/archive-number.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Settings } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { getSettings } from '../settings/settings.ts'
import { selectItems, wholeItems } from './items.ts'
import { termsOfUnit } from './terms-of-unit.ts'

/** Numbers that items of one place would get, behind those that are given: from 0001 without a gap. */
export function numbersFor(
  items: readonly ArchiveItem[],
  last_number: number,
  { archive_pattern, fonds_number }: Pick<Settings, 'archive_pattern' | 'fonds_number'>,
): { item: ArchiveItem; item_number: number; archive_number: string }[] {
  return inOrder(items).map((item, at) => {
    const item_number = last_number + at + 1
    return {
      item,
      item_number,
      archive_number: archiveNumber(archive_pattern, { ...item, fonds_number, item_number }),
    }
  })
}

/** 编号: all items of the place that have no number get theirs and are locked; what blocks one is named. */
export async function numberItems(change: Change, place: Place): Promise<{ numbered: number }> {
  const items = await itemsOf(change.db, place)
  const waiting = items.filter(({ archive_number }) => archive_number === null)
  const [first] = waiting
  if (!first) throw nothingToNumber()
  const blocking = checkItems(waiting, await termsOfUnit(change.db)).filter(({ is_blocking }) => is_blocking)
  if (blocking.length > 0) throw notReady(waiting, blocking)
  const settings = await getSettings(change.db)
  const last = Math.max(0, ...items.map(({ item_number }) => item_number ?? 0))
  const { id: run_id } = await change.db
    .insertInto('archive_runs')
    .values({
      ...{ year: place.year, organ_id: place.organ_id, retention: place.retention },
      ...{ fonds_number: settings.fonds_number, pattern: settings.archive_pattern },
      ...{ numbered_on: change.today, numbered_by: change.who },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const numbers = numbersFor(waiting, last, settings)
  await giveNumbers(
    change,
    run_id,
    numbers.map(({ item, ...given }) => ({ id: item.id, ...given })),
  )
  change.describe(`编号 ${placeWords(place, first.organ_name)} 的 ${numbers.length} 件`)
  return { numbered: numbers.length }
}

/** In one statement: a year of thousands takes no longer than a glance. */
async function giveNumbers(
  change: Change,
  run_id: number,
  numbers: readonly { id: number; item_number: number; archive_number: string }[],
): Promise<void> {
  await sql`UPDATE archive_items
    SET run_id = ${run_id}, item_number = given.value ->> 'item_number', archive_number = given.value ->> 'archive_number'
    FROM json_each(${JSON.stringify(numbers)}) AS given
    WHERE archive_items.id = given.value ->> 'id'`.execute(change.db)
}

export async function itemsOf(db: Db, { year, organ_id, retention }: Place): Promise<ArchiveItem[]> {
  const rows = await selectItems(db)
    .where('i.year', '=', year)
    .where('i.organ_id', '=', organ_id)
    .where('i.retention', '=', retention)
    .orderBy(sql`i.item_number IS NULL`)
    .orderBy('i.item_number')
    .orderBy('i.id')
    .execute()
  return wholeItems(db, rows)
}

function nothingToNumber(): UserProblem {
  return new UserProblem({
    code: 'nothing_to_number',
    message: '这里没有待编号的归档文件。',
    next: '请先从办结卷组件。',
  })
}

const listed = 10

function notReady(
  items: readonly ArchiveItem[],
  blocking: readonly { item_id: number; words: string }[],
): UserProblem {
  const titleOf = new Map(items.map(({ id, title }) => [id, title]))
  return new UserProblem({
    code: 'items_not_ready',
    message: `有 ${blocking.length} 处没有填好，还不能编号。`,
    next: '请按检查清单补好，再编号。',
    details: blocking.slice(0, listed).map(({ item_id, words }) => `${titleOf.get(item_id)}：${words}`),
  })
}
