// 导入记录: what every saved import did, kept with the trail.
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { sql } from 'kysely'
import type {
  ImportReport,
  ImportReportDetails,
  ImportReportLine,
  ReportedRow,
} from '../../src-shared/import-reports.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { undoneBy } from '../changes/undone-by.ts'
import type { Db } from '../database/tables.ts'

const page_size = 50

/** Newest first; `before_id` is the last line of the page before. */
export async function listImportReports(
  db: Db,
  before_id: number | null,
): Promise<{ rows: ImportReportLine[]; has_more: boolean }> {
  const found = await selectReports(db)
    .$if(before_id !== null, (query) => query.where('import_reports.id', '<', before_id))
    .orderBy('import_reports.id', 'desc')
    .limit(page_size + 1)
    .execute()
  const undone = await undoneBy(db)
  return {
    rows: found.slice(0, page_size).map((row) => lineOf(row, undone)),
    has_more: found.length > page_size,
  }
}

export async function getImportReport(db: Db, id: number): Promise<ImportReport> {
  const row = await selectReports(db)
    .select(['import_reports.digest', 'import_reports.details'])
    .select(
      sql<number>`(SELECT count(*) FROM import_report_parts WHERE report_id = import_reports.id)`.as('parts'),
    )
    .where('import_reports.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw reportGone()
  const { digest, parts } = row
  const details = JSON.parse(row.details) as ImportReportDetails
  return { ...lineOf(row, await undoneBy(db)), digest, details, parts }
}

/** Some of the rows of a report, in the order of the sheet. */
export async function importReportRows(db: Db, id: number, part: number): Promise<ReportedRow[]> {
  const found = await db
    .selectFrom('import_report_parts')
    .select('packed_rows')
    .where('report_id', '=', id)
    .where('part', '=', part)
    .executeTakeFirst()
  if (found === undefined) throw reportGone()
  const text = await promisify(gunzip)(found.packed_rows)
  return JSON.parse(text.toString('utf8')) as ReportedRow[]
}

function selectReports(db: Db) {
  return db
    .selectFrom('import_reports')
    .innerJoin('changes', 'changes.id', 'import_reports.change_id')
    .select(['import_reports.id', 'change_id', 'kind', 'file_name', 'sheet', 'made_at', 'who'])
    .select(['read_rows', 'new_rows', 'changed_rows', 'same_rows', 'skipped_rows', 'wrong_rows'])
    .select('left_out_rows')
}

type ReportRow = Awaited<ReturnType<ReturnType<typeof selectReports>['executeTakeFirstOrThrow']>>

function lineOf(row: ReportRow, undone: ReadonlyMap<number, number>): ImportReportLine {
  const { id, change_id, made_at, who, kind, file_name, sheet } = row
  return {
    ...{ id, change_id, made_at, who, kind, file_name, sheet },
    totals: {
      read: row.read_rows,
      new: row.new_rows,
      changed: row.changed_rows,
      same: row.same_rows,
      skipped: row.skipped_rows,
      wrong: row.wrong_rows,
    },
    left_out: row.left_out_rows,
    is_undone: undone.has(change_id),
  }
}

function reportGone(): UserProblem {
  return new UserProblem({
    code: 'import_report_gone',
    message: '没有这份导入报告。',
    next: '请回到导入记录，另选一份。',
  })
}
