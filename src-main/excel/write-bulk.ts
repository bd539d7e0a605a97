import { bulkSheet, headerRow, type MoreRows, titleRow } from './bulk-sheet.ts'
import { fitWidths } from './column-widths.ts'
import type { PagedSheet } from './excel-messages.ts'
import { packageText } from './package-text.ts'
import { saveFileBy } from './save-file.ts'
import { SharedTexts } from './shared-texts.ts'
import { SheetNames } from './sheet-names.ts'
import { styleSheet } from './style-sheet.ts'
import { bulk_rows, type SheetToWrite, type WorkbookToWrite } from './workbook.ts'
import { ZipWriter } from './zip-writer.ts'

/** A form to be filled in is never bulk: its drop-downs and hidden columns are ExcelJS's. */
export function isBulk({ sheets, lists }: WorkbookToWrite): boolean {
  if (lists !== undefined) return false
  const rows = sheets.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows.length, 0)
  return rows >= bulk_rows
}

/** Writes a new workbook straight into its file; the number of bytes. `more` belongs to the last sheet. */
export async function writeBulk(path: string, plan: WorkbookToWrite, more?: MoreRows): Promise<number> {
  return await saveFileBy(path, async (file) => {
    const zip = new ZipWriter(file)
    const names = new SheetNames()
    const sheets = plan.sheets.map((sheet) => ({
      name: names.take(sheet.name),
      print_titles: printTitles(sheet),
    }))
    for (const [name, xml] of packageText(sheets, new Date())) await zip.add(name, [xml])
    await zip.add('xl/styles.xml', [styleSheet(plan.sheets[0]?.fonts)])
    const texts = new SharedTexts()
    for (const [at, sheet] of plan.sheets.entries()) {
      const rows = at === plan.sheets.length - 1 ? more : undefined
      await zip.add(`xl/worksheets/sheet${at + 1}.xml`, bulkSheet(sheet, texts, rows))
    }
    await zip.add('xl/sharedStrings.xml', texts.xml())
    return await zip.finish()
  })
}

/** As above, for one sheet whose rows come page by page. */
export async function writePaged(path: string, plan: PagedSheet, nextPage: MoreRows): Promise<number> {
  const rows = (await nextPage()) ?? []
  const tables = plan.tables.map((table, at) => (at === plan.tables.length - 1 ? { ...table, rows } : table))
  return await writeBulk(path, { sheets: [{ ...plan, tables, widths: roomForNumbers(plan) }] }, nextPage)
}

/** The first page cannot tell how wide the running numbers of the last one are. */
function roomForNumbers(plan: PagedSheet): number[] {
  const lastRow = plan.tables.map((table) => ({
    ...table,
    rows: [table.columns.map(({ kind }) => (kind === 'number' ? plan.row_count : null))],
  }))
  return fitWidths({ ...plan, tables: lastRow })
}

function printTitles(sheet: SheetToWrite): [number, number] {
  const header = headerRow(sheet)
  return sheet.tables.length === 1 ? [header, header] : [titleRow(sheet), titleRow(sheet) + 1]
}
