import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkbookEdits } from '../../src-main/excel/patch-edits.ts'
import { patchWorkbook } from '../../src-main/excel/patch-workbook.ts'
import { saveBytes } from './read-bytes.ts'
import { tempFolder } from './temp-folder.ts'

/** The bytes of a workbook after these edits. */
export async function patched(bytes: Buffer, edits: WorkbookEdits): Promise<Buffer> {
  const path = join(tempFolder(), '改后.xlsx')
  await patchWorkbook(saveBytes(bytes), path, edits)
  return readFileSync(path)
}

/** Edits of the first sheet of `buildWorkbook`. */
export function onSheet1(edits: Omit<WorkbookEdits['sheets'][number], 'sheet'>): WorkbookEdits {
  return { sheets: [{ sheet: 'Sheet1', ...edits }] }
}
