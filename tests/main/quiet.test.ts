import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQuiet } from '../../src-main/quiet.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function waitFor(quiet: Promise<void>) {
  let has_come = false
  void quiet.then(() => (has_come = true))
  return async (milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(milliseconds)
    return has_come
  }
}

it('comes a moment after the last answer, not while one is on its way', async () => {
  const quiet = createQuiet()
  let answer: (() => void) | undefined
  const asked = quiet.during(() => new Promise<void>((resolve) => (answer = resolve)))
  const after = await waitFor(quiet.comes())
  expect(await after(5000)).toBe(false)
  answer?.()
  await asked
  expect([await after(900), await after(1200)]).toEqual([false, true])
})

it('comes in the end, also to whoever never stops', async () => {
  const quiet = createQuiet()
  void quiet.during(() => new Promise(() => undefined))
  const after = await waitFor(quiet.comes())
  expect([await after(59_000), await after(2000)]).toEqual([false, true])
})
