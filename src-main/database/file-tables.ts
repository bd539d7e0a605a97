// Files that belong to records, and the tables that say to which.
import type { Generated } from 'kysely'

interface FilesTable {
  id: Generated<number>
  digest_kind: 'sha256'
  digest: string
  size: number
  /** As it was called where it came from: data, never a path. */
  name: string
  /** What it is by its content; see `Media`. */
  media: string
  added_on: string
}

interface StaffPhotosTable {
  id: Generated<number>
  staff_id: number
  file_id: number
}

export interface FileTables {
  files: FilesTable
  staff_photos: StaffPhotosTable
}
