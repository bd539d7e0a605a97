import type { Decision, MergeCell, MergeFile, MergeRow } from '../../src-shared/collection.ts'

export type Decisions = ReadonlyMap<string, Decision>

export const no_decisions: Decisions = new Map()

export function isMergeable({ state }: MergeFile): boolean {
  return state === 'form' || state === 'free' || state === 'untouched'
}

export function isAsked({ verdict }: MergeCell): boolean {
  return verdict === 'clash' || verdict === 'asked'
}

/** Cells that must be decided; a row that is gone is one question. */
export function questionsOf({ id, kind, cells }: MergeRow): string[] {
  return kind === 'gone' ? [id] : cells.filter(isAsked).map((cell) => cell.id)
}

export function openQuestions({ rows }: MergeFile, decided: Decisions = no_decisions): number {
  return rows.flatMap(questionsOf).filter((id) => !isDecided(decided.get(id))).length
}

/** What is typed by hand counts once something was typed. */
export function isDecided(decision: Decision | undefined): boolean {
  return decision !== undefined && (decision.take !== 'own' || decision.own.trim() !== '')
}

/** The same answer for everything that has none; rows that are gone always stay unless they are chosen one by one. */
export function takeAll(
  files: readonly MergeFile[],
  decided: Decisions,
  take: 'theirs' | 'ours',
): Decision[] {
  return files.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      questionsOf(row)
        .filter((id) => !isDecided(decided.get(id)))
        .map((id): Decision => ({ id, take: row.kind === 'gone' ? 'ours' : take, own: '' })),
    ),
  )
}
