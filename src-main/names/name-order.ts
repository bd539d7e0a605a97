// 名单顺序: the official ways to put people in order. Libraries are loaded when one of them is first asked for.
import type { NameOrder } from '../../src-shared/name-order.ts'

export type CompareNames = (one: string, other: string) => number

/** Null for the clerk's own order. */
export async function nameComparator(order: NameOrder): Promise<CompareNames | null> {
  switch (order) {
    case 'manual':
      return null
    case 'pinyin':
      return byPinyin(await loadSpelling())
    case 'surname_strokes':
      return bySurnameStrokes((await import('./strokes.ts')).strokesOf)
    case 'name_strokes':
      return byNameStrokes((await import('./strokes.ts')).strokesOf)
  }
}

/** The rows by their names; the order they come in decides between equal names. */
export async function inNameOrder<Row extends { name: string }>(
  rows: readonly Row[],
  order: NameOrder,
): Promise<Row[]> {
  const compare = await nameComparator(order)
  return compare === null ? [...rows] : rows.toSorted((one, two) => compare(one.name, two.name))
}

type Strokes = (character: string) => string

/**
 * 姓氏笔画, as party congresses list names: surnames first; of one surname those with one character behind it before those
 * with two (田富 before 田大利), then character by character. A compound surname goes by its first character.
 */
function bySurnameStrokes(strokesOf: Strokes): CompareNames {
  const compare = byNameStrokes(strokesOf)
  return (one, other) => {
    const [first = '', second = ''] = [one.charAt(0), other.charAt(0)]
    return (
      compareCharacters(strokesOf, first, second) ||
      [...one].length - [...other].length ||
      compare(one, other)
    )
  }
}

/** 姓名笔画, as people's congresses do: character by character, whatever the length (田大利 before 田富). */
function byNameStrokes(strokesOf: Strokes): CompareNames {
  return (one, other) => {
    const [ours, theirs] = [[...one], [...other]]
    for (const [at, character] of ours.entries()) {
      const against = theirs[at]
      if (against === undefined) return 1
      const difference = compareCharacters(strokesOf, character, against)
      if (difference !== 0) return difference
    }
    return ours.length - theirs.length
  }
}

/** Fewer strokes first, then 横竖撇点折 stroke by stroke; characters of unknown strokes last, and equal ones kept apart. */
function compareCharacters(strokesOf: Strokes, one: string, other: string): number {
  if (one === other) return 0
  const [ours, theirs] = [strokesOf(one), strokesOf(other)]
  if ((ours === '') !== (theirs === '')) return ours === '' ? 1 : -1
  if (ours.length !== theirs.length) return ours.length - theirs.length
  if (ours !== theirs) return ours < theirs ? -1 : 1
  return one < other ? -1 : 1
}

type Spelling = (name: string) => string[]

/** One name at a time, so that surnames are read as surnames: 单 shan, 曾 zeng, 解 xie. */
async function loadSpelling(): Promise<Spelling> {
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, string[]>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const syllables = pinyin(name, { toneType: 'num', type: 'array', surname: 'head', v: true })
    known.set(name, syllables)
    return syllables
  }
}

/** Syllable by syllable, tones last: 李 before 林, 张一 before 章一 only by their characters. */
function byPinyin(spellingOf: Spelling): CompareNames {
  const bare = (syllable: string) => syllable.replace(/\d$/, '')
  return (one, other) => {
    const [ours, theirs] = [spellingOf(one), spellingOf(other)]
    for (const plain of [bare, (syllable: string) => syllable]) {
      for (const [at, syllable] of ours.entries()) {
        const against = theirs[at]
        if (against === undefined) return 1
        const [left, right] = [plain(syllable), plain(against)]
        if (left !== right) return left < right ? -1 : 1
      }
      if (ours.length !== theirs.length) return ours.length - theirs.length
    }
    if (one === other) return 0
    return one < other ? -1 : 1
  }
}
