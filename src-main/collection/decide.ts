import type { Decision, MergeCell, MergeFile } from '../../src-shared/collection.ts'
import { UserProblem } from '../../src-shared/problem.ts'

/** Writes what the clerk has decided into the cells and rows; nothing that needs a decision may be left without one. */
export function decide(files: readonly MergeFile[], decisions: readonly Decision[]): MergeFile[] {
  const taken = new Map(decisions.map((decision) => [decision.id, decision]))
  const decided = files.map((file) => ({
    ...file,
    rows: file.rows.map((row) => ({
      ...row,
      decision: row.kind === 'gone' ? (taken.get(row.id)?.take ?? null) : null,
      cells: row.cells.map((cell): MergeCell => {
        const decision = taken.get(cell.id)
        if (!needsDecision(cell) || decision === undefined) return cell
        const own = decision.own.trim()
        return decision.take === 'own' && own === '' ? cell : { ...cell, decision: decision.take, own }
      }),
    })),
  }))
  const open = decided.reduce((sum, file) => sum + openQuestions(file), 0)
  if (open === 0) return decided
  throw new UserProblem({
    code: 'undecided',
    message: `还有 ${open} 处没有选定，什么也没有合并。`,
    next: '请逐处选择采用来件、保留现值或手工填写，也可以一次选定其余的。',
  })
}

export function needsDecision({ verdict }: Pick<MergeCell, 'verdict'>): boolean {
  return verdict === 'clash' || verdict === 'asked'
}

function openQuestions({ rows }: MergeFile): number {
  return rows.reduce((sum, { kind, decision, cells }) => {
    const of_cells = cells.filter((cell) => needsDecision(cell) && cell.decision === null).length
    return sum + of_cells + (kind === 'gone' && decision === null ? 1 : 0)
  }, 0)
}

/** What the cell becomes; null when it stays as it is. */
export function valueTaken({ verdict, returned, decision, own }: MergeCell): string | null {
  if (verdict === 'taken' || decision === 'theirs') return returned
  return decision === 'own' ? own : null
}
