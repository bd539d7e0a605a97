// The heart of 收表: what was sent, what came back and what the book says now, cell by cell.

/** `kept`: it came back as it was sent, so whatever the book says stands. */
export type Verdict = 'kept' | 'agreed' | 'taken' | 'clash'

export interface ThreeValues {
  sent: string
  returned: string
  now: string
}

export function verdictOf({ sent, returned, now }: ThreeValues): Verdict {
  if (returned === sent) return 'kept'
  if (returned === now) return 'agreed'
  return now === sent ? 'taken' : 'clash'
}

/** How much of two titles is the same, 0 to 1, by their pairs of neighbouring characters. */
export function likeness(one: string, other: string): number {
  const pairs = pairsOf(one)
  const others = pairsOf(other)
  if (pairs.size === 0 || others.size === 0) return one === other ? 1 : 0
  const shared = [...pairs].filter((pair) => others.has(pair)).length
  return (2 * shared) / (pairs.size + others.size)
}

function pairsOf(text: string): Set<string> {
  const characters = [...text.normalize('NFKC').replace(/\s+/g, '')]
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
}

/** Below it a row that has its key still speaks of something else. */
export const same_matter = 0.4
