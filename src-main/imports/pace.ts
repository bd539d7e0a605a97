/** Long work in short steps, so that the window gets its turn and the clerk can see how far it is, and stop it. */
export interface Pace {
  /** Whether others have waited long enough; asked between two rows. */
  isDue(): boolean
  /** Says in Chinese how far it is and gives others their turn; throws when the work was stopped meanwhile. */
  rest(words: string): Promise<void>
}

/** Far below the 100 ms after which somebody notices. */
const longest_step = 20

export function createPace(signal: AbortSignal, tell: (words: string) => void): Pace {
  let since = performance.now()
  return {
    isDue: () => performance.now() - since > longest_step,
    async rest(words) {
      tell(words)
      await new Promise((resolve) => setImmediate(resolve))
      signal.throwIfAborted()
      since = performance.now()
    },
  }
}

/** For programs that nobody waits at. */
export const in_one_go: Pace = { isDue: () => false, rest: async () => {} }
