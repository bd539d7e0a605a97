// 机构（问题）, 归档类目 and the 保管期限表, as the unit keeps them.
import { sql } from 'kysely'
import type { ArchiveClass, ArchiveLists, Organ } from '../../src-shared/archive-lists.ts'
import type { RetentionRule } from '../../src-shared/retention.ts'
import type { Db } from '../database/tables.ts'

export async function archiveLists(db: Db): Promise<ArchiveLists> {
  return {
    organs: await listOrgans(db),
    classes: await listClasses(db),
    rules: await listRules(db),
    places: await lastPlaces(db),
  }
}

function listOrgans(db: Db): Promise<Organ[]> {
  return db
    .selectFrom('archive_organs as o')
    .select([
      'o.id',
      'o.code',
      'o.name',
      sql<number>`(SELECT count(*) FROM archive_classes WHERE organ_id = o.id)
        + (SELECT count(*) FROM archive_items WHERE organ_id = o.id)
        + (SELECT count(*) FROM archive_boxes WHERE organ_id = o.id)`.as('used'),
    ])
    .orderBy('o.sort_order')
    .orderBy('o.id')
    .execute()
}

async function listClasses(db: Db): Promise<ArchiveClass[]> {
  const classes = await db
    .selectFrom('archive_classes as c')
    .innerJoin('archive_organs as o', 'o.id', 'c.organ_id')
    .leftJoin('categories', 'categories.id', 'c.category_id')
    .select([
      ...(['c.id', 'c.name', 'c.organ_id', 'c.category_id', 'c.retention'] as const),
      'o.code as organ_code',
      'o.name as organ_name',
      sql<string>`coalesce(categories.name, '')`.as('category_name'),
      sql<number>`(SELECT count(*) FROM archive_entries WHERE class_id = c.id)
        + (SELECT count(*) FROM archive_corrections WHERE class_id = c.id)`.as('used'),
    ])
    .orderBy('c.sort_order')
    .orderBy('c.id')
    .execute()
  const materials = await db
    .selectFrom('class_materials')
    .select(['class_id', 'name'])
    .orderBy('class_id')
    .orderBy('sort_order')
    .execute()
  return classes.map((one) => ({
    ...one,
    materials: materials.flatMap(({ class_id, name }) => (class_id === one.id ? name : [])),
  }))
}

function listRules(db: Db): Promise<RetentionRule[]> {
  return db
    .selectFrom('retention_rules')
    .select(['id', 'material', 'retention', 'basis'])
    .orderBy('sort_order')
    .orderBy('id')
    .execute()
}

const entries_looked_at = 500
const places_offered = 20

async function lastPlaces(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom((newest) =>
      newest
        .selectFrom('archive_entries')
        .select(['id', 'location'])
        .orderBy('id', 'desc')
        .limit(entries_looked_at)
        .as('newest'),
    )
    .select('newest.location')
    .where('newest.location', '<>', '')
    .groupBy('newest.location')
    .orderBy(sql`max(newest.id)`, 'desc')
    .limit(places_offered)
    .execute()
  return rows.map(({ location }) => location)
}
