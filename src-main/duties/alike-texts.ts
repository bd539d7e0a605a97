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
  const links = alikePairs([...places.keys()])
  return joined(links, different).filter((alike) => alike.places.length > 1)
}

function bareText(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\p{P}\p{S}\s]+/gu, '')
  return plain.replace(filler, '') || plain
}

/** Pairs of characters, each once, as numbers; a single character stands for itself. */
function pairsOf(text: string): number[] {
  if (text.length < 2) return [text.charCodeAt(0)]
  const pairs = new Set<number>()
  for (let at = 0; at < text.length - 1; at += 1) {
    pairs.add(text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1))
  }
  return [...pairs]
}

/** Each text as the ranks of its pairs, the rarest (of all texts) first. */
function rankedPairs(texts: readonly string[]): Int32Array[] {
  const lists = texts.map(pairsOf)
  const counts = new Map<number, number>()
  for (const list of lists) for (const pair of list) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const ranks = new Map(
    [...counts].sort((one, other) => one[1] - other[1]).map(([pair], rank) => [pair, rank]),
  )
  return lists.map((list) => Int32Array.from(list, (pair) => ranks.get(pair) ?? 0).sort())
}

interface Link {
  one: number
  other: number
  similarity: number
}

/**
 * Two texts that share so much have one of their rarest few pairs in common. Texts are taken from short to long; each is
 * compared with those that one of its rarest pairs leads to and that are long enough.
 */
function alikePairs(texts: readonly string[]): Link[] {
  const ranked = rankedPairs(texts)
  const sizeOf = (at: number) => ranked[at]?.length ?? 0
  const by_size = ranked.map((_, at) => at).sort((one, other) => sizeOf(one) - sizeOf(other))
  const index = new Map<number, number[]>()
  const compared = new Int32Array(ranked.length).fill(-1)
  const links: Link[] = []
  for (const other of by_size) {
    const ranks = ranked[other] ?? new Int32Array()
    const rarest = ranks.subarray(0, ranks.length - Math.ceil(threshold * ranks.length) + 1)
    for (const rank of rarest) {
      const known = index.get(rank)
      if (known === undefined) {
        index.set(rank, [other])
        continue
      }
      for (let at = known.length - 1; at >= 0; at -= 1) {
        const one = known[at] ?? 0
        const shorter = ranked[one] ?? new Int32Array()
        // They were put there from short to long: those before are shorter still.
        if (shorter.length < threshold * ranks.length) break
        if (compared[one] === other) continue
        compared[one] = other
        const similarity = similarityOf(shorter, ranks)
        if (similarity >= threshold) links.push({ one, other, similarity })
      }
      known.push(other)
    }
  }
  return links
}

/** 0 as soon as too little is left to be shared. */
function similarityOf(one: Int32Array, other: Int32Array): number {
  const all = one.length + other.length
  const needed = (threshold / (1 + threshold)) * all - 1e-9
  let shared = 0
  for (let at = 0, place = 0; at < one.length && place < other.length; ) {
    if (shared + Math.min(one.length - at, other.length - place) < needed) return 0
    const difference = (one[at] ?? 0) - (other[place] ?? 0)
    if (difference === 0) shared += 1
    if (difference <= 0) at += 1
    if (difference >= 0) place += 1
  }
  return shared / (all - shared)
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
