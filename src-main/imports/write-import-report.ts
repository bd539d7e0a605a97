import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ImportReportDetails, ReportedRow } from '../../src-shared/import-reports.ts'
import type { ImportKind, ImportTotals } from '../../src-shared/imports.ts'
import type { Change } from '../database/change.ts'
import type { Pace } from './pace.ts'

/** Rows are packed by so many: a part is quick to pack, to read and to show. */
export const rows_of_part = 500

export interface ImportFacts {
  kind: ImportKind
  file_name: string
  digest: string
  sheet: string
  shape: string
  /** Without the rows left out. */
  totals: ImportTotals
  left_out: number
  details: ImportReportDetails
}

/** Keeps what an import did, in its own transaction; one that touched nothing leaves neither trail nor report. */
export async function writeImportReport(
  change: Change,
  { totals, left_out, details, ...facts }: ImportFacts,
  rows: readonly ReportedRow[],
  pace: Pace,
): Promise<void> {
  const change_id = await changeThatTouchedSomething(change)
  if (change_id === null) return
  const { id } = await change.db
    .insertInto('import_reports')
    .values({
      ...facts,
      change_id,
      read_rows: totals.read,
      new_rows: totals.new,
      changed_rows: totals.changed,
      same_rows: totals.same,
      skipped_rows: totals.skipped,
      wrong_rows: totals.wrong,
      left_out_rows: left_out,
      details: JSON.stringify(details),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let part = 0; part * rows_of_part < rows.length; part += 1) {
    await pace.rest('正在写导入报告')
    const some = rows.slice(part * rows_of_part, (part + 1) * rows_of_part)
    const packed_rows = await promisify(gzip)(JSON.stringify(some))
    await change.db.insertInto('import_report_parts').values({ report_id: id, part, packed_rows }).execute()
  }
}

async function changeThatTouchedSomething({ db }: Change): Promise<number | null> {
  const touched = await db
    .selectFrom('change_rows')
    .innerJoin('open_change', 'open_change.change_id', 'change_rows.change_id')
    .select('change_rows.change_id')
    .limit(1)
    .executeTakeFirst()
  return touched?.change_id ?? null
}
