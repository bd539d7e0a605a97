// 归档统计: 件数、页数、盒数, how much of what was closed is archived, and what has no material.
import { sql } from 'kysely'
import type { ArchiveFigures } from '../../src-shared/archive-care.ts'
import type { Db } from '../database/tables.ts'

const most_listed = 500

export async function archiveFigures(db: Db): Promise<ArchiveFigures> {
  return {
    items: await countItems(db),
    boxes: await db
      .selectFrom('archive_boxes')
      .select(['year', 'retention', sql<number>`count(*)`.as('boxes')])
      .groupBy(['year', 'retention'])
      .execute(),
    years: await countYears(db),
    not_archived: await notArchived(db),
    without_material: await withoutMaterial(db),
  }
}

function countItems(db: Db): Promise<ArchiveFigures['items']> {
  return db
    .selectFrom('archive_items as i')
    .leftJoin('archive_entries as e', 'e.id', 'i.entry_id')
    .leftJoin('matters as m', 'm.id', 'e.matter_id')
    .leftJoin('categories as c', 'c.id', 'm.category_id')
    .select([
      'i.year',
      'i.retention',
      sql<string>`coalesce(c.name, '其他')`.as('category_name'),
      sql<number>`count(*)`.as('items'),
      sql<number>`coalesce(sum(i.pages), 0)`.as('pages'),
    ])
    .where('i.run_id', 'is not', null)
    .groupBy(['i.year', 'i.retention', sql`coalesce(c.name, '其他')`])
    .orderBy('i.year', 'desc')
    .execute()
}

function countYears(db: Db): Promise<ArchiveFigures['years']> {
  return db
    .selectFrom('matters as m')
    .leftJoin('archive_entries as e', 'e.matter_id', 'm.id')
    .select([
      sql<number>`CAST(substr(m.signed_off_on, 1, 4) AS INTEGER)`.as('year'),
      sql<number>`count(*)`.as('closed'),
      sql<number>`count(e.id)`.as('archived'),
      sql<number>`sum(EXISTS (SELECT 1 FROM archive_items AS i WHERE i.entry_id = e.id)
        OR EXISTS (SELECT 1 FROM left_out_entries AS l WHERE l.entry_id = e.id))`.as('arranged'),
    ])
    .where('m.state', 'in', ['signed_off', 'archived'])
    .groupBy('year')
    .orderBy('year', 'desc')
    .execute()
}

function notArchived(db: Db): Promise<ArchiveFigures['not_archived']> {
  return db
    .selectFrom('matters as m')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select(['m.id as matter_id', 'm.number', 'm.title'])
    .select(sql<string>`coalesce(staff.name, '')`.as('staff_name'))
    .select(sql<string>`m.signed_off_on`.as('signed_off_on'))
    .where(sql<boolean>`m.state = 'signed_off'`)
    .orderBy('m.signed_off_on')
    .limit(most_listed)
    .execute()
}

function withoutMaterial(db: Db): Promise<ArchiveFigures['without_material']> {
  return db
    .selectFrom('archive_entries as e')
    .innerJoin('matters as m', 'm.id', 'e.matter_id')
    .leftJoin('staff', 'staff.id', 'm.staff_id')
    .select(['e.id', 'm.number', 'm.title', 'e.archived_on'])
    .select(sql<string>`coalesce(staff.name, '')`.as('staff_name'))
    .where('e.materials', '=', '')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('archive_files as f')
            .select('f.id')
            .whereRef('f.entry_id', '=', 'e.id')
            .where('f.trashed_on', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entry_materials as x')
            .select('x.id')
            .whereRef('x.entry_id', '=', 'e.id')
            .where('x.state', '=', 'complete'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('archive_corrections as k')
            .select('k.id')
            .whereRef('k.entry_id', '=', 'e.id')
            .where('k.field', '=', 'materials'),
        ),
      ),
    )
    .orderBy('e.id', 'desc')
    .limit(most_listed)
    .execute()
}
