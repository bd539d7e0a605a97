// When the page has stopped asking: what is slow and not urgent waits for that.

export interface Quiet {
  /** Does what the page asked for. */
  during<T>(work: () => Promise<T>): Promise<T>
  /** Once nothing was asked for a moment. Whoever types without a pause does not put it off for ever. */
  comes(): Promise<void>
}

const moment = 1000
const longest_wait = 60_000

export function createQuiet(): Quiet {
  let running = 0
  let last = performance.now()
  return {
    async during(work) {
      running += 1
      try {
        return await work()
      } finally {
        running -= 1
        last = performance.now()
      }
    },
    async comes() {
      const asked_at = performance.now()
      while (performance.now() - asked_at < longest_wait) {
        const still = running > 0 ? moment : last + moment - performance.now()
        if (still <= 0) return
        await new Promise((resolve) => setTimeout(resolve, still))
      }
    },
  }
}
