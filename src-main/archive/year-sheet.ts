// 年度整理: what of a year is waiting, how its items would be numbered, and what stands in the way.
import { sql } from 'kysely'
import {
  type ArchiveItem,
  byPlace,
  checkItems,
  type PlaceState,
  samePlace,
  type WaitingEntry,
  type YearSheet,
} from '../../src-shared/archive-items.ts'
import type { Settings } from '../../src-shared/settings.ts'
import type { Db } from '../database/tables.ts'
import { getSettings } from '../settings/settings.ts'
import { itemsOfYear } from './items.ts'
import { numbersFor } from './number-items.ts'
import { termsOfUnit } from './terms-of-unit.ts'

/** As many as one 组件 may name; more come when these are done. */
const most_waiting = 500

export async function yearSheet(db: Db, asked: number | null): Promise<YearSheet> {
  const years = await yearsToArrange(db)
  const year = asked ?? years[0] ?? 0
  const items = await itemsOfYear(db, year)
  const settings = await getSettings(db)
  const waiting = items.filter(({ archive_number }) => archive_number === null)
  const findings = checkItems(waiting, await termsOfUnit(db))
  const blocked = new Set(findings.filter(({ is_blocking }) => is_blocking).map(({ item_id }) => item_id))
  return {
    year,
    years,
    waiting: await waitingEntries(db, year),
    waiting_total: await countWaiting(db, year),
    items: previewed(items, settings),
    findings,
    places: placesOf(items, blocked),
    fonds_number: settings.fonds_number,
  }
}

/** Place by place: those that have a number by it, then the others as they would follow. */
export function previewed(items: readonly ArchiveItem[], settings: Settings): YearSheet['items'] {
  return groupsOf(items).flatMap((own) => {
    const numbered = own
      .filter(({ item_number }) => item_number !== null)
      .toSorted((one, other) => (one.item_number ?? 0) - (other.item_number ?? 0))
    const last = numbered.at(-1)?.item_number ?? 0
    const waiting = own.filter(({ item_number }) => item_number === null)
    return [
      ...numbered.map((item) => ({ ...item, preview: item.archive_number ?? '' })),
      ...numbersFor(waiting, last, settings).map(({ item, archive_number }) => ({
        ...item,
        preview: archive_number,
      })),
    ]
  })
}

function groupsOf(items: readonly ArchiveItem[]): ArchiveItem[][] {
  const groups: ArchiveItem[][] = []
  for (const item of items) {
    const group = groups.find(([first]) => first !== undefined && samePlace(first, item))
    if (group) group.push(item)
    else groups.push([item])
  }
  return groups.sort(([one], [other]) => (one && other ? byPlace(one, other) : 0))
}

function placesOf(items: readonly ArchiveItem[], blocked: ReadonlySet<number>): PlaceState[] {
  return groupsOf(items).flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { year, organ_id, organ_code, organ_name, retention } = first
    return [
      {
        ...{ year, organ_id, organ_code, organ_name, retention },
        items: own.length,
        numbered: own.filter(({ archive_number }) => archive_number !== null).length,
        boxed: own.filter(({ box_id }) => box_id !== null).length,
        pages: own.reduce((sum, { pages }) => sum + (pages ?? 0), 0),
        boxes: new Set(own.flatMap(({ box_id }) => box_id ?? [])).size,
        blocking: own.filter(({ id }) => blocked.has(id)).length,
      },
    ]
  })
}

async function yearsToArrange(db: Db): Promise<number[]> {
  const entries = await db
    .selectFrom('matters')
    .select(sql<number>`CAST(substr(finished_on, 1, 4) AS INTEGER)`.as('year'))
    .distinct()
    .where(sql<boolean>`+state = 'archived'`)
    .execute()
  const items = await db.selectFrom('archive_items').select('year').distinct().execute()
  return [...new Set([...entries, ...items].map(({ year }) => year))].sort((one, other) => other - one)
}

/** Of matters that were finished in the year and yield no item yet; the archiving may follow much later. */
function selectWaiting(db: Db, year: number) {
  return db
    .selectFrom('archive_entries as e')
    .innerJoin('matters as m', 'm.id', 'e.matter_id')
    .leftJoin('left_out_entries as l', 'l.entry_id', 'e.id')
    .where('e.archived_on', '>=', `${year}-01-01`)
    .where(sql<boolean>`+m.finished_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('archive_items').select('id').whereRef('archive_items.entry_id', '=', 'e.id'))),
    )
}

async function waitingEntries(db: Db, year: number): Promise<WaitingEntry[]> {
  return selectWaiting(db, year)
    .leftJoin('archive_classes as c', 'c.id', 'e.class_id')
    .select([
      ...(['e.id', 'm.number', 'm.title', 'e.retention', 'e.archived_on'] as const),
      sql<string>`coalesce(c.name, '')`.as('class_name'),
      sql<string>`coalesce(l.reason, '')`.as('left_out'),
      sql<number>`(SELECT count(*) FROM archive_files AS f WHERE f.entry_id = e.id AND f.trashed_on IS NULL)`.as(
        'files',
      ),
    ])
    .orderBy(sql`l.id IS NOT NULL`)
    .orderBy('e.id')
    .limit(most_waiting)
    .execute()
}

async function countWaiting(db: Db, year: number): Promise<number> {
  const { count } = await selectWaiting(db, year)
    .where('l.id', 'is', null)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
