import { plainText } from '../../src-shared/plain-text.ts'
import { numbersMeant } from '../../src-shared/short-numbers.ts'
import { matchOf, matchOfFacets } from '../database/search-tokens.ts'
import type { Pinyin } from './pinyin.ts'

export interface Question {
  /** Each has to be found, anywhere in a record. In plain spelling. */
  words: string[]
  /** The same as pinyin, or null when it cannot be that. */
  letters: string | null
  /** Numbers that it may be short for: 2026dj47 is 2026-dj-0047. */
  numbers: string[]
}

export function readQuestion(text: string): Question {
  const words = plainText(text).split(' ').filter(Boolean)
  const joined = words.join('')
  const spelt = joined.replaceAll('ü', 'v')
  const numbers = numbersMeant(joined)
  return { words, letters: /^[a-z]+$/.test(spelt) ? spelt : null, numbers }
}

/** The people whose names hold a word, for each of the words: what is theirs is found by it, too. */
export type Named = ReadonlyMap<string, readonly number[]>

/** Asks for what holds the words or is of people so named, is so numbered or sounds like it. */
export function matchOfText({ words, letters, numbers }: Question, named: Named): string {
  const can_sound = letters !== null && letters.length > 1
  const each = words.map((word) => {
    const people = (named.get(word) ?? []).map((id) => `s${id}`)
    const holds = matchOf('words', [word])
    return people.length === 0 ? holds : `(${holds} OR ${matchOfFacets([people])})`
  })
  const ways = [
    each.join(' AND '),
    ...numbers.map((number) => matchOf('words', [number])),
    ...(can_sound ? [matchOf('initials', [letters])] : []),
  ]
  return ways.map((way) => `(${way})`).join(' OR ')
}

/** Where in a record it is looked for: its texts, and a name that is read as one. */
interface Searched {
  texts: readonly string[]
  name: string
}

/** The rows that answer, those that hold the text itself before those whose name only sounds like it. */
export function answering<Row>(
  rows: readonly Row[],
  { words, letters }: Question,
  pinyin: Pinyin | null,
  searched: (row: Row) => Searched,
): { by_text: Row[]; by_sound: Row[] } {
  const by_text: Row[] = []
  const by_sound: Row[] = []
  for (const row of rows) {
    const { texts, name } = searched(row)
    const whole = plainText(texts.join('\n'))
    if (words.every((word) => whole.includes(word))) by_text.push(row)
    else if (pinyin && letters !== null && pinyin.spellsName(plainText(name), letters)) by_sound.push(row)
  }
  return { by_text, by_sound }
}
