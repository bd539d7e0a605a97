import type { Pinyin } from './pinyin.ts'

export interface Question {
  /** Each has to be found, anywhere in a record. Plain spelling: half-width, small letters. */
  words: string[]
  /** The same as pinyin, or null when it cannot be that. */
  letters: string | null
}

/** Where in a record it is looked for. */
export interface Searched {
  texts: readonly string[]
  /** A person's name, read as one. */
  name?: string
  /** A sentence, of which the initials of some neighbouring characters may be typed. */
  sentence?: string
}

export function readQuestion(text: string): Question {
  const words = plain(text).split(/\s+/).filter(Boolean)
  const joined = words.join('').replaceAll('ü', 'v')
  return { words, letters: /^[a-z]+$/.test(joined) ? joined : null }
}

/** The rows that answer, those that hold the text itself before those that only sound like it. */
export function answering<Row>(
  rows: readonly Row[],
  question: Question,
  pinyin: Pinyin | null,
  searched: (row: Row) => Searched,
): { by_text: Row[]; by_sound: Row[] } {
  const by_text: Row[] = []
  const by_sound: Row[] = []
  for (const row of rows) {
    const { texts, name, sentence } = searched(row)
    const whole = plain(texts.join('\n'))
    if (question.words.every((word) => whole.includes(word))) by_text.push(row)
    else if (pinyin === null || question.letters === null) continue
    else if (name !== undefined && pinyin.spellsName(plain(name), question.letters)) by_sound.push(row)
    else if (sentence !== undefined && pinyin.abbreviates(plain(sentence), question.letters)) {
      by_sound.push(row)
    }
  }
  return { by_text, by_sound }
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
