// Pinyin of names for search boxes only, never for order: `zs` and `zhangsan` find 张三.

type Dictionary = typeof import('pinyin-pro')

export interface Pinyin {
  /** `letters` spell the name or begin to, each syllable whole or by its initial: zhangsan, zhangs, zsan, zs. */
  spellsName(name: string, letters: string): boolean
}

let loaded: Promise<Pinyin> | undefined

/** The dictionary takes a tenth of a second to load, so it waits for the first search that needs it. */
export function loadPinyin(): Promise<Pinyin> {
  loaded ??= import('pinyin-pro').then(pinyinFrom)
  return loaded
}

function pinyinFrom(dictionary: Dictionary): Pinyin {
  const readings = new Map<string, string[]>()
  const names = new Map<string, string[][]>()

  function readingsOf(character: string): string[] {
    const known = readings.get(character)
    if (known) return known
    const found = readCharacter(dictionary, character)
    readings.set(character, found)
    return found
  }
  function syllablesOf(name: string): string[][] {
    const known = names.get(name)
    if (known) return known
    const found = readName(dictionary, name, readingsOf)
    names.set(name, found)
    return found
  }

  return {
    spellsName(name, letters) {
      const syllables = syllablesOf(name)
      return syllables.some((_, at) => (at === 0 || letters.length > 1) && spells(syllables, at, letters))
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
