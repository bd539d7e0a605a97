import type { Finding } from '../../src-shared/preflight.ts'
import { addressOf, parseAddress } from '../excel/cell-address.ts'
import type { NextPage } from '../excel/excel.ts'
import type { PagedSheet } from '../excel/excel-messages.ts'
import type { ReadWorkbook, SheetToWrite, TableValue } from '../excel/workbook.ts'
import { Findings, type RowFinding } from './findings.ts'

/** Rows in a workbook of their own: it is quickly read, and never more than the reader takes. */
const slice_rows = 5000

export interface SliceChecker {
  /** Writes these rows under the head of the report and reads them back. */
  read(sheet: PagedSheet, pages: NextPage): Promise<ReadWorkbook>
  /** `is_first`: what is said of the whole paper is said once. */
  check(book: ReadWorkbook, is_first: boolean, say: (finding: Finding, record: string) => void): Promise<void>
}

/** 体检 of a report too long to be held at once: slice by slice, each finding at the row that it has in the whole. */
export async function checkLongReport(
  sheet: SheetToWrite,
  pages: NextPage,
  { read, check }: SliceChecker,
): Promise<RowFinding[]> {
  const findings = new Findings()
  let before = 0
  for await (const slice of slicesOf(pages)) {
    const row_count = slice.reduce((sum, page) => sum + page.length, 0)
    const rest = [...slice]
    const book = await read({ ...sheet, row_count }, async () => rest.shift() ?? null)
    await check(book, before === 0, (finding, record) => findings.add(movedDown(finding, before), record))
    before += row_count
  }
  return findings.list()
}

/** Some pages at a time, as they came: whole they would hold up the process that they are sent from. */
async function* slicesOf(pages: NextPage): AsyncGenerator<TableValue[][][]> {
  let slice: TableValue[][][] = []
  let rows = 0
  for (let page = await pages(); page; page = await pages()) {
    slice.push(page)
    rows += page.length
    if (rows < slice_rows) continue
    yield slice
    slice = []
    rows = 0
  }
  if (rows > 0) yield slice
}

function movedDown(finding: Finding, by: number): Finding {
  const place = parseAddress(finding.address)
  return place ? { ...finding, address: addressOf(place.row + by, place.column) } : finding
}
