/** A figure of the bench: a ratio to a peer measured in the same run, so that it says the same on a slow machine. */
export interface Figure {
  name: string
  /** The ratio that must not be exceeded. */
  bound: number
  measure(): Promise<Measured>
}

export interface Measured {
  value: number
  /** Lines for the reader, such as milliseconds and sizes; they are not judged. */
  information: string[]
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, two) => one - two)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}
