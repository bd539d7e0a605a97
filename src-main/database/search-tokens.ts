// How a plain text (src-shared/plain-text.ts) stands in the search index. Every pair of neighbours is a token and the last
// character of a run one of its own, so that a run of pairs is a piece of text, word for word what LIKE would find.

/** `党费-收` → `党费 费－ －收 收`. */
export function tokensOf(plain: string): string {
  return plain
    .split(' ')
    .flatMap((run) => pairsOf(charactersOf(run), true))
    .join(' ')
}

/** Asks FTS5 for every word somewhere in the column. A single character begins a pair or ends a run. */
export function matchOf(column: 'words' | 'initials', words: readonly string[]): string {
  const phrases = words.map((word) => {
    const characters = charactersOf(word)
    return characters.length === 1 ? `"${characters[0]}" *` : `"${pairsOf(characters, false).join(' ')}"`
  })
  return `${column} : (${phrases.join(' AND ')})`
}

/** Asks for records that have a token of each of these lists; `d2026*` stands for any that begins so. */
export function matchOfFacets(facets: readonly (readonly string[])[]): string {
  const oneOf = (tokens: readonly string[]) =>
    tokens.map((token) => `"${token.replace('*', '')}"${token.endsWith('*') ? ' *' : ''}`).join(' OR ')
  return `facets : (${facets.map((tokens) => `(${oneOf(tokens)})`).join(' AND ')})`
}

/** NFKC leaves no full-width marks in a text, so they are free to stand for those that would part tokens. */
function charactersOf(run: string): string[] {
  return Array.from(run, (character) =>
    /^[!-~]$/.test(character) && !/[a-z0-9]/.test(character)
      ? String.fromCharCode(character.charCodeAt(0) + 0xfee0)
      : character,
  )
}

function pairsOf(characters: readonly string[], with_last: boolean): string[] {
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`)
  return with_last ? [...pairs, ...characters.slice(-1)] : pairs
}
