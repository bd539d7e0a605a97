import type { Clock } from '../../src-main/clock.ts'
import { makeChange } from '../../src-main/database/change.ts'
import type { OpenDatabase } from '../../src-main/database/open-database.ts'
import type { FileStore, StoredObject } from '../../src-main/files/file-store.ts'
import { addStaff } from '../../src-main/staff/edit-staff.ts'
import { setPhotos } from '../../src-main/staff/photos.ts'
import { person } from './department.ts'

/** What begins like a JPEG and is told apart by `words`. */
export function photoBytes(words: string, size = 400): Buffer {
  const bytes = Buffer.alloc(size, words)
  bytes.writeUInt32BE(0xffd8ffe0, 0)
  return bytes
}

/** A person with a photo in the store: the simplest record with a file. */
export async function addPersonWithPhoto(
  book: OpenDatabase,
  clock: Clock,
  store: FileStore,
  name: string,
  bytes = photoBytes(name),
): Promise<StoredObject & { staff_id: number }> {
  const stored = await store.put({ name: `${name}.jpg`, size: bytes.length, source: { bytes } })
  const staff_id = await makeChange(book, clock, { method: 'test' }, async (change) => {
    const { id } = await addStaff(change, person(name))
    await setPhotos(change, [{ staff_id: id, stored }])
    return id
  })
  return { ...stored, staff_id }
}
