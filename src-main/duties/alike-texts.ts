// Which of many texts say nearly the same: by the pairs of characters they share. Only texts that have one of their
// rarest pairs in common are compared (prefix filtering), so that three thousand take some ten milliseconds.

export interface Alike {
  /** Places in the list that was given, at least two. */
  places: number[]
  /** Of the two least alike that are joined here. */
  similarity: number
}

/** Shared pairs over all pairs, from which on two texts are alike. */
const threshold = 0.6

/** What every duty says, and what therefore says nothing. */
const filler = /负责|做好|承担|完成|开展|组织|协助|办理|落实|相关|有关|工作|的|等|及|和|与/g

export function findAlike(texts: readonly string[]): Alike[] {
  const places = new Map<string, number[]>()
  for (const [place, text] of texts.entries()) {
    const key = bareText(text)
    const same = places.get(key)
    if (same) same.push(place)
    else places.set(key, [place])
  }
  const different = [...places.values()]
  const links = alikePairs([...places.keys()].map(pairsOf))
  return joined(links, different).filter((alike) => alike.places.length > 1)
}

function bareText(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\p{P}\p{S}\s]+/gu, '')
  return plain.replace(filler, '') || plain
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at < text.length - 1; at += 1) pairs.add(text.slice(at, at + 2))
  return pairs.size > 0 ? pairs : new Set([text])
}

interface Link {
  one: number
  other: number
  similarity: number
}

/** Of two sets that share so much, the rarest few of each must share one: only those are looked up. */
function alikePairs(sets: readonly ReadonlySet<string>[]): Link[] {
  const counts = new Map<string, number>()
  for (const set of sets) for (const pair of set) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const index = new Map<string, number[]>()
  const links: Link[] = []
  for (const [other, set] of sets.entries()) {
    const rare = [...set].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
    const looked_up = rare.slice(0, set.size - Math.ceil(threshold * set.size) + 1)
    const candidates = new Set(looked_up.flatMap((pair) => index.get(pair) ?? []))
    for (const one of candidates) {
      const similarity = similarityOf(sets[one] ?? new Set(), set)
      if (similarity >= threshold) links.push({ one, other, similarity })
    }
    for (const pair of looked_up) {
      const known = index.get(pair)
      if (known) known.push(other)
      else index.set(pair, [other])
    }
  }
  return links
}

function similarityOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  if (small.size < threshold * large.size) return 0
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared += 1
  return shared / (small.size + large.size - shared)
}

/** Texts that are linked, over others or directly, become one; `places` of equal texts are together from the start. */
function joined(links: readonly Link[], places: readonly number[][]): Alike[] {
  const parents = places.map((_, at) => at)
  const similarities = places.map(() => 1)
  const root = (at: number): number => {
    let top = at
    while (parents[top] !== undefined && parents[top] !== top) top = parents[top] ?? top
    parents[at] = top
    return top
  }
  for (const { one, other, similarity } of links) {
    const [from, to] = [root(other), root(one)]
    parents[from] = to
    similarities[to] = Math.min(similarities[from] ?? 1, similarities[to] ?? 1, similarity)
  }
  const found = new Map<number, Alike>()
  for (const [at, same] of places.entries()) {
    const top = root(at)
    const alike = found.get(top)
    if (alike) alike.places.push(...same)
    else found.set(top, { places: [...same], similarity: similarities[top] ?? 1 })
  }
  return [...found.values()].map((alike) => ({ ...alike, places: alike.places.sort((a, b) => a - b) }))
}
