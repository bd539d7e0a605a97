import type { Finding, FindingGrade } from '../../src-shared/preflight.ts'
import type { PackageFacts } from '../excel/package-facts.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import { checkCells } from './check-cells.ts'
import { checkPackage } from './check-package.ts'
import { checkTotals } from './check-totals.ts'
import { tablesIn } from './tables-in.ts'

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

const order: Record<FindingGrade, number> = { must: 0, check: 1, note: 2 }

/** Everything there is to say, the gravest first, each in the order of the sheets. */
export function examine(ground: PreflightGround): Finding[] {
  const findings: Finding[] = []
  for (const sheet of ground.book.sheets) {
    if (sheet.is_hidden) continue
    for (const table of tablesIn(sheet)) {
      findings.push(...checkTotals(sheet.name, table), ...checkCells(sheet.name, table, ground))
    }
  }
  findings.push(...checkPackage(ground))
  return findings.sort((one, other) => order[one.grade] - order[other.grade])
}
