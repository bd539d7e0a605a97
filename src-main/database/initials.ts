type Dictionary = typeof import('pinyin-pro')

let loaded: Promise<Dictionary> | undefined

/** The dictionary takes a tenth of a second to load, so it waits until something is indexed. */
function loadDictionary(): Promise<Dictionary> {
  loaded ??= import('pinyin-pro')
  return loaded
}

/** The initials of a sentence's characters as they are read in it (长期 is cq, 银行 yh); marks have none. */
export async function readInitials(plain_sentences: readonly string[]): Promise<string[]> {
  const { pinyin } = await loadDictionary()
  return plain_sentences.map((sentence) =>
    pinyin(sentence, { pattern: 'first', toneType: 'none', type: 'array' })
      .filter((initial) => /^[a-z0-9]$/.test(initial))
      .join(''),
  )
}
