import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../../src-shared/problem.ts'
import type { RowDraft, TypedRow, TypedRowsAnswer } from '../../../src-shared/typed-rows.ts'
import { call, problemFrom } from '../../call.ts'
import type { Sheet } from './sheet.ts'
import type { BookRow } from './sheet-rows.ts'
import { useSheet } from './use-sheet.ts'

export interface TypedSheet {
  sheet: Sheet
  /** What was typed before and not saved; null until it is known. */
  drafts: readonly RowDraft[] | null
  problem: Problem | null
  clearProblem(): void
}

/** A sheet whose unsaved rows are kept under the name of its grid and whose steps are taken back by the book itself. */
export function useTypedSheet(
  grid: string,
  save: (rows: TypedRow[]) => Promise<TypedRowsAnswer>,
): TypedSheet {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [drafts, setDrafts] = useState<readonly RowDraft[] | null>(null)
  const fail = useCallback((error: unknown) => setProblem(problemFrom(error)), [])
  const sheet = useSheet({
    async save(rows) {
      setProblem(null)
      return save(rows)
    },
    undo: undoChange,
    keep: (rows) => void call('drafts.keep', { grid, rows }).catch(fail),
    fail,
  })
  useEffect(() => {
    let is_here = true
    call('drafts.get', { grid }).then((kept) => is_here && setDrafts(kept), fail)
    return () => {
      is_here = false
    }
  }, [grid, fail])
  const clearProblem = useCallback(() => setProblem(null), [])
  return { sheet, drafts, problem, clearProblem }
}

/** Answers the change that did the undoing: taking that back does the thing again. */
async function undoChange(id: number): Promise<number> {
  try {
    await call('changes.undo', { id })
  } catch (error) {
    // With the button at the left, or in 操作记录: then this step is behind us too.
    if (problemFrom(error).code === 'undone_already') return id
    throw error
  }
  const { rows } = await call('changes.list', { before_id: null })
  return rows[0]?.id ?? id
}

interface Arrangement {
  /** All that the book has, where rows of the sheet find what they say now; null until it is known. */
  book: readonly BookRow[] | null
  /** Those to be listed, in order. */
  listed: readonly number[] | null
  /** Filter and order in one word: only when it changes are the rows laid out anew. */
  name: string
}

/** Lays the rows out once for each filter and order; in between they keep their places, whatever is typed or saved. */
export function useArrangedRows({ sheet, drafts }: TypedSheet, { book, listed, name }: Arrangement): void {
  const arranged = useRef<string | null>(null)
  useEffect(() => {
    if (book === null || listed === null || drafts === null) return
    if (arranged.current === name) {
      const wanted = new Set(listed)
      return sheet.refresh(book, (id) => wanted.has(id))
    }
    const by_id = new Map(book.map((row) => [row.id, row]))
    const is_first = arranged.current === null
    arranged.current = name
    sheet.arrange(
      listed.flatMap((id) => by_id.get(id) ?? []),
      is_first ? drafts : [],
      book,
    )
  }, [sheet, drafts, book, listed, name])
}
