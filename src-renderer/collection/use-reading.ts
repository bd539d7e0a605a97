import { useCallback, useState } from 'react'
import type { MergePreview } from '../../src-shared/collection.ts'
import type { TakenFile } from '../../src-shared/files.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { call, problemFrom } from '../call.ts'

export interface Reading {
  preview: MergePreview | null
  /** Counts how often the files were held against the book anew: what was decided before is then out of date. */
  round: number
  is_reading: boolean
  problem: Problem | null
  group_id: number | null
  category_id: number | null
  /** Reads files that were put down; those of a batch under way stay in it. */
  add(files: readonly TakenFile[]): Promise<void>
  /** New rows that name no group or category are of these. */
  setDefaults(defaults: { group_id?: number | null; category_id?: number | null }): Promise<void>
  /** A free report of another week is one of this week. */
  takeForThisWeek(file_id: string): Promise<void>
  /** Files that are not to be merged: the others are held against the book as if these were not there. */
  left_out: readonly string[]
  leaveOut(left_out: string[]): Promise<void>
  /** The same files held against the book as it is now. */
  again(): Promise<void>
  leave(): void
}

interface Wish {
  tokens: string[]
  group_id: number | null
  category_id: number | null
  as_this_week: string[]
  left_out: string[]
}

const nothing: Wish = { tokens: [], group_id: null, category_id: null, as_this_week: [], left_out: [] }

/** One batch of returned files, from putting them down to merging. */
export function useReading(week_monday: string): Reading {
  const [wish, setWish] = useState(nothing)
  const [preview, setPreview] = useState<MergePreview | null>(null)
  const [round, setRound] = useState(0)
  const [is_reading, setReading] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const read = useCallback(
    async (next: Wish) => {
      setReading(true)
      setProblem(null)
      try {
        const answer = await call('collection.read', { week_monday, ...next })
        if ('state' in answer) return
        setWish(next)
        setPreview(answer)
      } catch (error) {
        setProblem(problemFrom(error))
      } finally {
        setReading(false)
      }
    },
    [week_monday],
  )
  return {
    preview,
    round,
    is_reading,
    problem,
    group_id: wish.group_id,
    category_id: wish.category_id,
    add: (files) => read({ ...wish, tokens: [...wish.tokens, ...files.map(({ token }) => token)] }),
    left_out: wish.left_out,
    leaveOut: (left_out) => read({ ...wish, left_out }),
    setDefaults: (defaults) => read({ ...wish, ...defaults }),
    takeForThisWeek: (file_id) => read({ ...wish, as_this_week: [...wish.as_this_week, file_id] }),
    async again() {
      await read(wish)
      setRound(round + 1)
    },
    leave() {
      setWish(nothing)
      setPreview(null)
      setProblem(null)
    },
  }
}
