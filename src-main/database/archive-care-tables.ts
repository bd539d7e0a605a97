// 件 of the yearly arrangement, their boxes, and what happens to the archive afterwards.
import type { Generated } from 'kysely'
import type { Secrecy } from '../../src-shared/archive-items.ts'
import type { Retention } from '../../src-shared/retention.ts'

/** 年度—机构（问题）—保管期限: within it, items are numbered and boxes filled. */
interface Place {
  year: number
  organ_id: number
  retention: Retention
}

interface ArchiveRunsTable extends Place {
  id: Generated<number>
  fonds_number: string
  /** Of the archive numbers, as it was then. */
  pattern: string
  numbered_on: string
  numbered_by: string
}

interface ArchiveBoxesTable extends Place {
  id: Generated<number>
  box_number: number
  thickness: 20 | 30 | 40 | 50
  shelf: string
  note: string
  arranged_by: string
  arranged_on: string | null
  checked_by: string
  checked_on: string | null
}

interface ArchiveItemsTable extends Place {
  id: Generated<number>
  /** None for a paper of no matter of ours. */
  entry_id: number | null
  subject: string
  title: string
  responsible: string
  document_number: string
  dated_on: string | null
  secrecy: Secrecy
  pages: number | null
  remark: string
  run_id: number | null
  item_number: number | null
  archive_number: string | null
  box_id: number | null
}

/** Attachments and other papers of one item. */
interface ItemPartsTable {
  id: Generated<number>
  item_id: number
  title: string
  archive_file_id: number | null
  sort_order: number
}

/** Entries that yield no item (不归档), and why. */
interface LeftOutEntriesTable {
  id: Generated<number>
  entry_id: number
  reason: string
  decided_on: string
  decided_by: string
}

/** Of an entry or of an item. */
interface OneOf {
  id: Generated<number>
  entry_id: number | null
  item_id: number | null
}

interface ArchiveAppraisalsTable extends OneOf {
  appraised_on: string
  appraised_by: string
  approved_by: string
  result: 'extended' | 'destroy'
  new_retention: Retention | null
  reason: string
}

interface ArchiveLendingsTable extends OneOf {
  borrower: string
  purpose: string
  approved_by: string
  lent_on: string
  lent_by: string
  due_on: string
  returned_on: string | null
  returned_to: string
  return_note: string
}

interface ShelfChecksTable {
  id: Generated<number>
  title: string
  started_on: string
  started_by: string
  finished_on: string | null
  conclusion: string
}

interface ShelfCheckRowsTable {
  id: Generated<number>
  check_id: number
  entry_id: number | null
  box_id: number | null
  state: 'waiting' | 'present' | 'missing' | 'misplaced'
  note: string
}

export interface CareTables {
  archive_runs: ArchiveRunsTable
  archive_boxes: ArchiveBoxesTable
  archive_items: ArchiveItemsTable
  item_parts: ItemPartsTable
  left_out_entries: LeftOutEntriesTable
  archive_appraisals: ArchiveAppraisalsTable
  archive_lendings: ArchiveLendingsTable
  shelf_checks: ShelfChecksTable
  shelf_check_rows: ShelfCheckRowsTable
}
