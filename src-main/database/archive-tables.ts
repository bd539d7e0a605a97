// 办结卷.
import type { Generated } from 'kysely'

interface ArchiveEntriesTable {
  id: Generated<number>
  matter_id: number
  archived_on: string
  archived_by: string
  retention: 'Y' | 'D30' | 'D10'
  location: string
  materials: string
  remark: string
}

export interface ArchiveTables {
  archive_entries: ArchiveEntriesTable
}
