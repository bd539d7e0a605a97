// Where a piece of plain text (plain-text.ts) stands in the text as it is written.
import { plainText } from './plain-text.ts'

interface PlainText {
  plain: string
  /** For each unit of `plain`, where its character begins in the text; one more for the end. */
  starts: number[]
}

function plainWithPlaces(text: string): PlainText {
  let plain = ''
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    const piece = plainText(character)
    // Blanks in a row are one.
    const is_more_blank = piece === ' ' && plain.endsWith(' ')
    if (!is_more_blank) {
      plain += piece
      for (let unit = 0; unit < piece.length; unit += 1) starts.push(at)
    }
    at += character.length
  }
  return { plain, starts: [...starts, at] }
}

/** Every place of `word`, a plain text, none over another. `placesOf('ＤＪ－0047', 'dj-') // [{ start: 0, end: 3 }]` */
export function placesOf(text: string, word: string): { start: number; end: number }[] {
  if (word === '') return []
  const { plain, starts } = plainWithPlaces(text)
  const found: { start: number; end: number }[] = []
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
    const last = starts[at + word.length - 1] ?? 0
    const end = starts.slice(at + word.length).find((start) => start > last) ?? text.length
    found.push({ start: starts[at] ?? 0, end })
  }
  return found
}
