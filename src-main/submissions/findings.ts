import type { Finding, FindingGrade } from '../../src-shared/preflight.ts'

/** A finding and whose row it is in: `route` is looked up only for those that are shown. */
export interface RowFinding extends Finding {
  /** The number of a duty or matter; empty for none. */
  record: string
}

/** More are no longer read one by one. */
const most_findings = 500

/** All that was found, the gravest first, each in the order of the sheets; of a flood the rest is only counted. */
export class Findings {
  private readonly kept: Record<FindingGrade, RowFinding[]> = { must: [], check: [], note: [] }
  private count = 0

  add(finding: Finding, record = ''): void {
    this.count += 1
    const kept = this.kept[finding.grade]
    if (kept.length < most_findings) kept.push({ ...finding, record })
  }

  list(): RowFinding[] {
    const { must, check, note } = this.kept
    const shown = [...must, ...check, ...note].slice(0, most_findings)
    const more = this.count - shown.length
    if (more === 0) return shown
    const words = `还有 ${more} 处没有列出，改好上面这些后再体检一次。`
    return [...shown, { grade: 'note', words, sheet: '', address: '', route: '', record: '' }]
  }
}
