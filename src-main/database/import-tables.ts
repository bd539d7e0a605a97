// Forms that were explained, and what imports did.
import type { Generated } from 'kysely'

interface ImportFormsTable {
  id: Generated<number>
  kind: 'staff' | 'duties' | 'weekly'
  /** The file in which it was explained. */
  name: string
  /** Its header texts and where they stand, as JSON. */
  shape: string
  /** Which column is which field, as JSON. */
  mapping: string
  remembered_on: string
}

interface ImportReportsTable {
  id: Generated<number>
  change_id: number
  kind: 'staff' | 'duties' | 'weekly'
  file_name: string
  /** SHA-256 of the file; empty when it was not to be had. */
  digest: string
  sheet: string
  /** The form's shape, by which it is known again; empty where no table was found. */
  shape: string
  read_rows: number
  new_rows: number
  changed_rows: number
  same_rows: number
  skipped_rows: number
  wrong_rows: number
  left_out_rows: number
  /** What is said of the sheet as a whole, as JSON. */
  details: string
}

interface ImportReportPartsTable {
  id: Generated<number>
  report_id: number
  part: number
  /** Some of the rows, as gzipped JSON. */
  packed_rows: Buffer
}

export interface ImportTables {
  import_forms: ImportFormsTable
  import_reports: ImportReportsTable
  import_report_parts: ImportReportPartsTable
}
