// Forms that go out and come back, and reports that were returned.
import type { Generated } from 'kysely'

interface CollectionFormsTable {
  id: Generated<number>
  /** Stands in every row of the form's file, so that the file is known whatever it is called. */
  code: string
  week_monday: string
  /** Either a group's form or a person's. */
  group_id: number | null
  staff_id: number | null
  file_name: string
  sent_on: string
  /** `SentRow[]` of src-main/collection/sent-rows.ts as JSON. */
  sent_rows: string
}

interface WeekReturnsTable {
  id: Generated<number>
  staff_id: number
  week_monday: string
  returned_on: string
  returned_by: string
  reason: 'incomplete' | 'vague' | 'no_date' | 'no_person' | 'wrong_week' | 'wrong_form' | 'other'
  note: string
}

interface CollectionMergesTable {
  id: Generated<number>
  change_id: number
  week_monday: string
}

interface CollectionMergeFilesTable {
  id: Generated<number>
  merge_id: number
  file_name: string
  /** SHA-256 of the file, by which it is known when it comes again. */
  digest: string
  /** What became of it, as gzipped JSON. */
  packed_report: Buffer
}

export interface CollectionTables {
  collection_forms: CollectionFormsTable
  week_returns: WeekReturnsTable
  collection_merges: CollectionMergesTable
  collection_merge_files: CollectionMergeFilesTable
}
