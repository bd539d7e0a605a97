// How long the two sides of the real app stand still while something large is under way.
import type { LaunchedApp } from '../helpers/launch-app.ts'
import type { Measured } from './figure.ts'

export const longest_stall = 100

export interface Stalls {
  main: number
  page: number
}

/**
 * Counts from now on, on both sides: the longest time between two turns of a timer that wants one every 5 ms. Of the main
 * process without the time for which other programs kept it from the processor, as far as the system tells.
 */
export async function watchBoth({ app, page }: LaunchedApp): Promise<() => Promise<Stalls>> {
  await app.evaluate(() => {
    const { readFileSync } = process.getBuiltinModule('node:fs')
    const waited = () => {
      try {
        return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
      } catch {
        return 0
      }
    }
    const seen = { last: performance.now(), waited: waited(), longest: 0 }
    Object.assign(globalThis, { stalls: seen })
    setInterval(() => {
      const now = { last: performance.now(), waited: waited() }
      const gap = now.last - seen.last - (now.waited - seen.waited)
      Object.assign(seen, now, { longest: Math.max(seen.longest, gap - 5) })
    }, 5)
  })
  await page.evaluate(() => {
    const seen = { last: performance.now(), longest: 0 }
    Object.assign(globalThis, { stalls: seen })
    setInterval(() => {
      const now = performance.now()
      seen.longest = Math.max(seen.longest, now - seen.last - 5)
      seen.last = now
    }, 5)
  })
  const longest = () => (globalThis as unknown as { stalls: { longest: number } }).stalls.longest
  return async () => ({ main: await app.evaluate(longest), page: await page.evaluate(longest) })
}

export function stallMeasured(ms: number, who: string, rows: number): Measured {
  return {
    value: ms / longest_stall,
    information: [`${who} stood still for ${ms.toFixed(0)} ms at most, ${rows} rows`],
  }
}
