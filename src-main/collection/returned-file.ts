import type { ReadWorkbook } from '../excel/workbook.ts'

/** A file that was dropped or chosen, read once; `problem` in place of a workbook that could not be read. */
export interface ReturnedFile {
  /** Its token: names it on the page. */
  id: string
  file_name: string
  digest: string
  workbook: ReadWorkbook | null
  /** Why it could not be read, as Chinese sentences. */
  problem: string[]
}
