import type { ReadWorkbook } from '../../src-main/excel/workbook.ts'
import { chooseSheet } from '../../src-main/imports/choose-sheet.ts'
import { guessHeader } from '../../src-main/imports/guess-header.ts'
import { createHeaderReader } from '../../src-main/imports/header-words.ts'
import { archive_columns } from '../../src-main/imports/recognise-kind.ts'
import type { Understood } from './take-in.ts'

const why = {
  table: '这张表可以读取，但不是人员名册、职责清单或周报，没有可导入的内容。',
  archive: '归档清单由办结的事项自动形成，不从表格导入。',
}

/** A table that nothing is imported from: where it is and how many rows it has. */
export async function readTable(workbook: ReadWorkbook, kind: 'table' | 'archive'): Promise<Understood> {
  const chosen = await chooseSheet(
    workbook,
    createHeaderReader(kind === 'archive' ? archive_columns : []),
    null,
  )
  if (chosen === null) throw new Error('A workbook without sheets is no table')
  const header_row = chosen.tables[0]?.table.header.top ?? guessHeader(chosen.grid)?.row ?? null
  const read = chosen.grid.rows.filter((row) => row > (header_row ?? 0)).length
  return {
    sheet: chosen.sheet.name,
    header_row,
    rows: { read, new: 0, changed: 0, same: 0, skipped: read, wrong: 0 },
    issues: [{ cell: '', text: why[kind] }, ...workbook.warnings.map((text) => ({ cell: '', text }))],
  }
}
