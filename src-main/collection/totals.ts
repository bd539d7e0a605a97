import type { MergeFile, MergeTotals } from '../../src-shared/collection.ts'
import { needsDecision, valueTaken } from './decide.ts'

export function totalsOf(files: readonly MergeFile[]): MergeTotals {
  const rows = files.flatMap((file) => file.rows)
  const cells = rows.flatMap((row) => row.cells)
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length
  return {
    files: files.length,
    taken: cells.filter((cell) => valueTaken(cell) !== null).length,
    clashes: cells.filter(needsDecision).length,
    new_rows: count('new'),
    gone_rows: count('gone'),
    wrong_rows: count('wrong'),
  }
}
