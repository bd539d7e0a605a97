import type { PhotoSet } from '../../src-shared/photos.ts'
import type { Desk } from '../desk.ts'
import { setPhotos } from '../staff/photos.ts'
import { changeWithFiles } from './change-with-files.ts'

/** Brings the cropped pictures into the store and makes them the photos of their people. */
export function bringPhotosIn(
  desk: Pick<Desk, 'books' | 'clock' | 'incoming'>,
  { photos }: PhotoSet,
): Promise<{ set: number }> {
  const tokens = photos.map(({ token }) => token)
  return changeWithFiles(desk, 'photos.set', tokens, (change, files) =>
    setPhotos(
      change,
      files.map((stored, at) => ({ staff_id: photos[at]?.staff_id ?? 0, stored })),
    ),
  )
}
