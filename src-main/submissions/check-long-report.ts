import type { Finding } from '../../src-shared/preflight.ts'
import { addressOf, parseAddress } from '../excel/cell-address.ts'
import type { NextPage } from '../excel/excel.ts'
import type { ReadWorkbook, SheetToWrite, TableValue } from '../excel/workbook.ts'

/** Rows in a workbook of their own: it is quickly read, and never more than the reader takes. */
const slice_rows = 5000

export interface SliceChecker {
  /** Writes these rows under the head of the report and reads them back. */
  read(sheet: SheetToWrite, rows: TableValue[][]): Promise<ReadWorkbook>
  /** `is_first`: what is said of the whole paper is said once. */
  check(book: ReadWorkbook, is_first: boolean): Promise<Finding[]>
}

/** 体检 of a report too long to be held at once: slice by slice, each finding at the row that it has in the whole. */
export async function checkLongReport(
  sheet: SheetToWrite,
  pages: NextPage,
  { read, check }: SliceChecker,
): Promise<Finding[]> {
  const findings: Finding[] = []
  let before = 0
  for await (const rows of slicesOf(pages)) {
    const found = await check(await read(sheet, rows), before === 0)
    for (const finding of found) findings.push(movedDown(finding, before))
    before += rows.length
  }
  return findings
}

async function* slicesOf(pages: NextPage): AsyncGenerator<TableValue[][]> {
  let slice: TableValue[][] = []
  for (let page = await pages(); page; page = await pages()) {
    slice = [...slice, ...page]
    if (slice.length < slice_rows) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}

function movedDown(finding: Finding, by: number): Finding {
  const place = parseAddress(finding.address)
  return place ? { ...finding, address: addressOf(place.row + by, place.column) } : finding
}
