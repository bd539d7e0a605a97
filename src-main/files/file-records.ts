import { sql } from 'kysely'
import type { Db } from '../database/tables.ts'

/** Which records an object belongs to, in the words the clerk knows them by. A subject with files adds its part here. */
function recordsOf(db: Db) {
  return db
    .selectFrom('staff_photos')
    .innerJoin('staff', 'staff.id', 'staff_photos.staff_id')
    .select(['staff_photos.file_id', sql<string>`'人员 ' || staff.name || ' 的照片'`.as('record')])
    .unionAll(
      db
        .selectFrom('submissions')
        .select(['file_id', sql<string>`'上报记录 ' || title || ' 的原件'`.as('record')]),
    )
    .unionAll(
      db
        .selectFrom('matter_files')
        .innerJoin('matters', 'matters.id', 'matter_files.matter_id')
        .select([
          'matter_files.file_id',
          sql<string>`'事项 ' || matters.number || ' 的佐证材料'`.as('record'),
        ]),
    )
    .unionAll(
      db
        .selectFrom('archive_files')
        .innerJoin('archive_entries', 'archive_entries.id', 'archive_files.entry_id')
        .innerJoin('matters', 'matters.id', 'archive_entries.matter_id')
        .select([
          'archive_files.file_id',
          sql<string>`'办结卷 ' || matters.number || '（' || matters.title || '）的第 ' || archive_files.serial || ' 份文件'`.as(
            'record',
          ),
        ]),
    )
    .unionAll(
      db
        .selectFrom('card_design')
        .where('card_design.image_file_id', 'is not', null)
        .select([
          sql<number>`card_design.image_file_id`.as('file_id'),
          sql<string>`'岗位职责牌的单位标志'`.as('record'),
        ]),
    )
}

export interface FileRecord {
  digest: string
  name: string
  record: string
}

/** The rows of these objects; an object that only undo would bring back has none. */
export async function recordsOfObjects(db: Db, digests: readonly string[]): Promise<FileRecord[]> {
  const found: FileRecord[] = []
  for (let from = 0; from < digests.length; from += 500) {
    const rows = await db
      .selectFrom('files')
      .leftJoin(recordsOf(db).as('owner'), 'owner.file_id', 'files.id')
      .where('files.digest', 'in', digests.slice(from, from + 500))
      .select(['files.digest', 'files.name', sql<string>`coalesce(owner.record, '')`.as('record')])
      .orderBy('files.id')
      .execute()
    found.push(...rows)
  }
  return found
}
