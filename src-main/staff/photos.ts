// Photos of people: one each, kept in the file store.

import { largest_photo_bytes, type Photo } from '../../src-shared/photos.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { addFile, removeFile } from '../files/add-file.ts'
import type { StoredObject } from '../files/file-store.ts'

export function listPhotos(db: Db): Promise<Photo[]> {
  return db
    .selectFrom('staff_photos')
    .innerJoin('files', 'files.id', 'staff_photos.file_id')
    .select(['staff_photos.staff_id', 'files.digest'])
    .orderBy('staff_photos.staff_id')
    .execute()
}

export interface NewPhoto {
  staff_id: number
  /** In the store already. */
  stored: StoredObject
}

export async function setPhotos(change: Change, photos: readonly NewPhoto[]): Promise<{ set: number }> {
  const names = await namesOf(change, photos)
  for (const { staff_id, stored } of photos) {
    const name = names.get(staff_id)
    if (name === undefined) throw personGone()
    if (stored.media !== 'jpeg' || stored.size > largest_photo_bytes) throw notAPhoto(name)
    await takeDown(change, staff_id)
    const { id } = await addFile(change, stored, `${name}.jpg`)
    await change.db.insertInto('staff_photos').values({ staff_id, file_id: id }).execute()
  }
  const [first] = names.values()
  change.describe(photos.length === 1 ? `登记照片 ${first}` : `登记 ${photos.length} 人的照片`)
  return { set: photos.length }
}

export async function removePhoto(change: Change, staff_id: number): Promise<void> {
  const names = await namesOf(change, [{ staff_id }])
  await takeDown(change, staff_id)
  change.describe(`撤下照片 ${names.get(staff_id) ?? ''}`)
}

async function takeDown(change: Change, staff_id: number): Promise<void> {
  const old = await change.db
    .deleteFrom('staff_photos')
    .where('staff_id', '=', staff_id)
    .returning('file_id')
    .executeTakeFirst()
  if (old) await removeFile(change, old.file_id)
}

async function namesOf(
  change: Change,
  people: readonly { staff_id: number }[],
): Promise<Map<number, string>> {
  const rows = await change.db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      people.map(({ staff_id }) => staff_id),
    )
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function personGone(): UserProblem {
  return new UserProblem({
    code: 'staff_gone',
    message: '名册里已经没有这个人，照片没有保存。',
    next: '可能是登记被撤销了，请刷新名册后再试。',
  })
}

function notAPhoto(name: string): UserProblem {
  return new UserProblem({
    code: 'not_a_photo',
    message: `${name} 的照片不是裁好的 JPEG 图片，没有保存。`,
    next: '请重新选择照片，裁剪后再保存。',
  })
}
