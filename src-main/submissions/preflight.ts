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

/** More are no longer read one by one. */
const most_findings = 500

/** Everything there is to say, the gravest first, each in the order of the sheets. */
export function examine(ground: PreflightGround): Finding[] {
  return gravestFirst([...examineCells(ground), ...checkPackage(ground)])
}

/** What the cells say, and nothing about the file around them. */
export function examineCells(ground: Omit<PreflightGround, 'facts'>): Finding[] {
  const findings: Finding[] = []
  for (const sheet of ground.book.sheets) {
    if (sheet.is_hidden) continue
    for (const table of tablesIn(sheet)) {
      findings.push(...checkTotals(sheet.name, table), ...checkCells(sheet.name, table, ground))
    }
  }
  return findings
}

export function gravestFirst(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((one, other) => order[one.grade] - order[other.grade])
  const more = sorted.length - most_findings
  if (more <= 0) return sorted
  const words = `还有 ${more} 处没有列出，改好上面这些后再体检一次。`
  return [...sorted.slice(0, most_findings), { grade: 'note', words, sheet: '', address: '', route: '' }]
}
