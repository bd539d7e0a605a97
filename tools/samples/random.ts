/** Numbers that look like chance and are the same on every run. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number
  /** Both ends included. */
  between(from: number, to: number): number
  pick<T>(values: readonly T[]): T
  chance(probability: number): boolean
}

/** A 32-bit xorshift generator; `seed` must not be 0. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    pick(values) {
      const value = values[between(0, values.length - 1)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    chance: (probability) => next() < probability,
  }
}
