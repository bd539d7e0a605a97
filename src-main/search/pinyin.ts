// Pinyin for search boxes only, never for order: `zs` and `zhangsan` find 张三, `ztdr` finds 开展主题党日活动.

type Dictionary = typeof import('pinyin-pro')

export interface Pinyin {
  /** `letters` spell the name or begin to, each syllable whole or by its initial: zhangsan, zhangs, zsan, zs. */
  spellsName(name: string, letters: string): boolean
  /** `letters` are the initials of neighbouring characters of the text. */
  abbreviates(text: string, letters: string): boolean
}

let loaded: Promise<Pinyin> | undefined

/** The dictionary takes a tenth of a second to load, so it waits for the first search that needs it. */
export function loadPinyin(): Promise<Pinyin> {
  loaded ??= import('pinyin-pro').then(pinyinFrom)
  return loaded
}

function pinyinFrom(dictionary: Dictionary): Pinyin {
  const readings = new Map<string, string[]>()
  const initials = new Map<string, string>()
  const sentences = new Map<string, string[]>()
  const names = new Map<string, string[][]>()

  function readingsOf(character: string): string[] {
    const known = readings.get(character)
    if (known) return known
    const found = readCharacter(dictionary, character)
    readings.set(character, found)
    return found
  }
  function initialsOf(character: string): string {
    const known = initials.get(character)
    if (known !== undefined) return known
    const found = readingsOf(character)
      .map((reading) => reading.charAt(0))
      .join('')
    initials.set(character, found)
    return found
  }
  function syllablesOf(name: string): string[][] {
    const known = names.get(name)
    if (known) return known
    const found = readName(dictionary, name, readingsOf)
    names.set(name, found)
    return found
  }

  /** 长期 is cq and 局长 jz. */
  function initialsInContext(text: string): string[] {
    const known = sentences.get(text)
    if (known) return known
    const read = dictionary.pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' })
    const found = read.map((initial) => (/^[a-z0-9]$/.test(initial) ? initial : ''))
    sentences.set(text, found)
    return found
  }

  return {
    spellsName(name, letters) {
      const syllables = syllablesOf(name)
      return syllables.some((_, at) => (at === 0 || letters.length > 1) && spells(syllables, at, letters))
    },
    abbreviates(text, letters) {
      if (letters.length < 2) return false
      // Reading a sentence in context is dear: only those are read that some readings of their characters fit.
      const any_reading = Array.from(text, initialsOf)
      return hasRun(any_reading, letters) && hasRun(initialsInContext(text), letters)
    },
  }
}

/** Every reading without tones, ü typed as v or u; a letter or digit reads as itself, a mark as nothing. */
function readCharacter(dictionary: Dictionary, character: string): string[] {
  if (/[a-z0-9]/.test(character)) return [character]
  if (!/\p{Script=Han}/u.test(character)) return []
  const [all = []] = dictionary.polyphonic(character, { toneType: 'none', type: 'array' })
  return [...new Set(all.flatMap(typed))]
}

/** A surname's own reading (单 shan, 万俟 moqi) comes on top of what its characters read elsewhere. */
function readName(
  dictionary: Dictionary,
  name: string,
  readingsOf: (character: string) => string[],
): string[][] {
  const characters = [...name]
  const as_name = dictionary.pinyin(name, { mode: 'surname', toneType: 'none', type: 'array' })
  return characters
    .map((character, at) => {
      const common = readingsOf(character)
      const special =
        as_name.length === characters.length && common.length > 0 ? typed(as_name[at] ?? '') : []
      return [...new Set([...special, ...common])]
    })
    .filter((syllable) => syllable.length > 0)
}

function typed(reading: string): string[] {
  return reading.includes('ü') ? [reading.replace('ü', 'v'), reading.replace('ü', 'u')] : [reading]
}

function spells(syllables: readonly string[][], at: number, letters: string): boolean {
  if (letters === '') return true
  return (syllables[at] ?? []).some(
    (reading) =>
      reading.startsWith(letters) ||
      beginningsOf(reading).some(
        (part) => letters.startsWith(part) && spells(syllables, at + 1, letters.slice(part.length)),
      ),
  )
}

/** How much of a syllable people type before the next one: `zhang`, `zh`, `z`. */
function beginningsOf(reading: string): string[] {
  const initial = /^[zcs]h/.exec(reading)?.[0]
  return [reading, ...(initial ? [initial] : []), reading.charAt(0)]
}

/** `letters` are the initials of a run of characters. Each may have several; marks have none and are passed over. */
function hasRun(initials: readonly string[], letters: string): boolean {
  return initials.some((_, start) => {
    let typed_so_far = 0
    for (let at = start; at < initials.length; at++) {
      const initial = initials[at] ?? ''
      if (initial === '' && at > start) continue
      if (!initial.includes(letters.charAt(typed_so_far))) return false
      typed_so_far++
      if (typed_so_far === letters.length) return true
    }
    return false
  })
}
