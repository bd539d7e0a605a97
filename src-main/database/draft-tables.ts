import type { Generated } from 'kysely'

interface RowDraftsTable {
  id: Generated<number>
  /** The grid they were typed into. */
  grid: string
  /** `RowDraft[]` as JSON. */
  rows: string
}

export interface DraftTables {
  row_drafts: RowDraftsTable
}
