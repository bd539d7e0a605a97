// Files that belong to records, and the tables that say to which.
import type { Generated } from 'kysely'
import type { CardDesign } from '../../src-shared/duty-cards.ts'

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

/** How the duty cards were last made: one row at most. */
interface CardDesignTable extends Omit<CardDesign, Flags> {
  id: 1
  shows_photo: 0 | 1
  shows_political_status: 0 | 1
  shows_backups: 0 | 1
  shows_phone: 0 | 1
  image_file_id: number | null
}
type Flags = 'shows_photo' | 'shows_political_status' | 'shows_backups' | 'shows_phone'

export interface FileTables {
  card_design: CardDesignTable
  files: FilesTable
  staff_photos: StaffPhotosTable
}
