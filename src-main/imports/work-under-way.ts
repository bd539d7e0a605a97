import type { ImportProgress } from '../../src-shared/imports.ts'
import { createPace, type Pace } from './pace.ts'

/** What an import is busy with; one thing at a time. */
export interface WorkUnderWay {
  /** Answers null when it was stopped; whatever was under way before is stopped first. */
  run<T>(words: string, work: (pace: Pace, signal: AbortSignal) => Promise<T>): Promise<T | null>
  progress(): ImportProgress
  stop(): void
}

export function workUnderWay(): WorkUnderWay {
  let current: { stopping: AbortController; words: string } | null = null
  return {
    async run(words, work) {
      current?.stopping.abort()
      const own = { stopping: new AbortController(), words }
      current = own
      const { signal } = own.stopping
      try {
        return await work(
          createPace(signal, (next) => (own.words = next)),
          signal,
        )
      } catch (error) {
        if (signal.aborted) return null
        throw error
      } finally {
        if (current === own) current = null
      }
    },
    progress: () => ({ words: current?.words ?? null }),
    stop: () => current?.stopping.abort(),
  }
}
