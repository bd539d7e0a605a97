import type { Change } from '../database/change.ts'
import { removeFile } from '../files/add-file.ts'

/**
 * What one person can have only once a day, a week or at all: where both records have it, that of the record that is
 * kept stays. Runs before the references are moved.
 */
export async function settleDoubles(change: Change, keep_id: number, drop_id: number): Promise<void> {
  await settleReports(change, keep_id, drop_id)
  await settleAbsences(change, keep_id, drop_id)
  await settleBs(change, keep_id, drop_id)
  await settlePhotos(change, keep_id, drop_id)
  await change.db
    .deleteFrom('staff_past_places')
    .where('staff_id', '=', drop_id)
    .where('to_on', 'in', (kept) =>
      kept.selectFrom('staff_past_places').select('to_on').where('staff_id', '=', keep_id),
    )
    .execute()
}

/** The photo that goes takes its file row with it, as taking it down would. */
async function settlePhotos(change: Change, keep_id: number, drop_id: number): Promise<void> {
  const photos = await change.db
    .selectFrom('staff_photos')
    .select(['staff_id', 'file_id'])
    .where('staff_id', 'in', [keep_id, drop_id])
    .execute()
  const goes = photos.find(({ staff_id }) => staff_id === drop_id)
  if (photos.length < 2 || goes === undefined) return
  await change.db.deleteFrom('staff_photos').where('staff_id', '=', drop_id).execute()
  await removeFile(change, goes.file_id)
}

/** A week that either record has handed in counts as handed in. */
async function settleReports({ db }: Change, keep_id: number, drop_id: number): Promise<void> {
  const both = await db
    .selectFrom('week_reports as kept')
    .innerJoin('week_reports as other', 'other.week_monday', 'kept.week_monday')
    .select([
      'kept.id as kept_id',
      'other.id as other_id',
      'other.state',
      'other.received_on',
      'other.received_at',
    ])
    .where('kept.staff_id', '=', keep_id)
    .where('other.staff_id', '=', drop_id)
    .execute()
  for (const { kept_id, other_id, ...report } of both) {
    await db.deleteFrom('week_reports').where('id', '=', other_id).execute()
    if (report.state !== 'received') continue
    await db.updateTable('week_reports').set(report).where('id', '=', kept_id).execute()
  }
}

/** Nobody is away twice at one time: the other record's absence is cancelled with its reason. */
async function settleAbsences({ db, today }: Change, keep_id: number, drop_id: number): Promise<void> {
  const both = await db
    .selectFrom('absences as kept')
    .innerJoin('absences as other', (join) =>
      join.onRef('other.from_on', '<=', 'kept.to_on').onRef('kept.from_on', '<=', 'other.to_on'),
    )
    .select('other.id')
    .distinct()
    .where('kept.staff_id', '=', keep_id)
    .where('other.staff_id', '=', drop_id)
    .where('kept.cancelled_on', 'is', null)
    .where('other.cancelled_on', 'is', null)
    .execute()
  if (both.length === 0) return
  await db
    .updateTable('absences')
    .set({ cancelled_on: today, cancel_reason: '合并重复人员记录，与另一条重复' })
    .where(
      'id',
      'in',
      both.map(({ id }) => id),
    )
    .execute()
}

/** Nobody is two Bs of one duty on one day: the later place goes. */
async function settleBs({ db }: Change, keep_id: number, drop_id: number): Promise<void> {
  const far = '9999-12-31'
  const both = await db
    .selectFrom('duty_holders as kept')
    .innerJoin('duty_holders as other', 'other.duty_id', 'kept.duty_id')
    .select('other.id')
    .distinct()
    .where('kept.staff_id', '=', keep_id)
    .where('other.staff_id', '=', drop_id)
    .where('kept.role', '=', 'B')
    .where('other.role', '=', 'B')
    .where((where) =>
      where(where.fn.coalesce('kept.to_on', where.val(far)), '>=', where.ref('other.from_on')),
    )
    .where((where) =>
      where(where.fn.coalesce('other.to_on', where.val(far)), '>=', where.ref('kept.from_on')),
    )
    .execute()
  if (both.length === 0) return
  await db
    .deleteFrom('duty_holders')
    .where(
      'id',
      'in',
      both.map(({ id }) => id),
    )
    .execute()
}
