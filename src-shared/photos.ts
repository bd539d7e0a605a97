import { z } from 'zod'
import { Id } from './fields.ts'
import { FileToken, most_files } from './files.ts'

/** 1寸 is 25 × 35 mm and 2寸 is 35 × 49 mm: one shape. A photo is kept with 600 dots an inch at 1寸. */
export const photo_pixels = { width: 590, height: 826 } as const
export const largest_photo_bytes = 4 * 1024 * 1024

export const PhotoSet = z.object({
  photos: z
    .array(z.object({ staff_id: Id, token: FileToken }))
    .min(1)
    .max(most_files),
})
export type PhotoSet = z.infer<typeof PhotoSet>

export interface Photo {
  staff_id: number
  /** The picture is shown from `pictureOf(digest)`. */
  digest: string
}

/** One of many files named by the person's name, and whose photo it seems to be. */
export interface PhotoMatch {
  token: string
  file_name: string
  /** Null when nobody is meant, or more than one may be. */
  staff_id: number | null
  /** Why nobody was found, or why it has to be asked. */
  why: string
  has_photo: boolean
}
