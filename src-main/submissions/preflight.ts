import type { Finding } from '../../src-shared/preflight.ts'
import type { PackageFacts } from '../excel/package-facts.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import type { Pace } from '../imports/pace.ts'
import { cellsCheck } from './check-cells.ts'
import { checkPackage } from './check-package.ts'
import { totalsCheck } from './check-totals.ts'
import { Findings, type RowFinding } from './findings.ts'
import { recordNumberIn } from './record-routes.ts'
import { type RowCheck, tablesIn } from './tables-in.ts'

export interface PreflightGround {
  book: ReadWorkbook
  /** Null for formats without such facts. */
  facts: PackageFacts | null
  /** Everybody who is or was on the roster. */
  people: ReadonlySet<string>
  /** Fonts of this PC; undefined where it could not be found out. */
  installed: ReadonlySet<string> | undefined
  today: string
}

type CellGround = Pick<PreflightGround, 'people' | 'today'>

/** What the cells say, and nothing about the file around them; a second book of the same tables goes on with the first. */
export function cellExaminer(ground: CellGround, pace: Pace) {
  const begun = new Map<string, RowCheck[]>()
  return async (book: ReadWorkbook, say: (finding: Finding, record: string) => void): Promise<void> => {
    for (const sheet of book.sheets) {
      if (sheet.is_hidden) continue
      for (const [at, { headers, rows }] of tablesIn(sheet).entries()) {
        const table = `${at} ${sheet.name}`
        const checks = begun.get(table) ?? [
          totalsCheck(sheet.name, headers),
          cellsCheck(sheet.name, headers, ground),
        ]
        begun.set(table, checks)
        for (const row of rows) {
          const found = checks.flatMap((check) => check(row))
          const record = found.length > 0 ? recordNumberIn(row) : ''
          for (const finding of found) say(finding, record)
          if (pace.isDue()) await pace.rest('正在体检')
        }
      }
    }
  }
}

/** Everything there is to say of a book that is held whole. */
export async function examine(ground: PreflightGround, pace: Pace): Promise<RowFinding[]> {
  const findings = new Findings()
  await cellExaminer(ground, pace)(ground.book, (finding, record) => findings.add(finding, record))
  for (const finding of checkPackage(ground)) findings.add(finding)
  return findings.list()
}
