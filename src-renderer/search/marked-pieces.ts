import { match } from 'pinyin-pro'
import { placesOf } from '../../src-shared/plain-places.ts'
import { plainText } from '../../src-shared/plain-text.ts'
import { numbersMeant } from '../../src-shared/short-numbers.ts'

/** Which characters of `text` answer to `wanted`: the words or the number meant, or else what sounds like its letters. */
function markedPositions(text: string, wanted: string): Set<number> {
  const words = plainText(wanted).split(' ').filter(Boolean)
  const joined = words.join('')
  const places = [...words, ...numbersMeant(joined)].flatMap((word) => placesOf(text, word))
  if (places.length > 0) {
    return new Set(
      places.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
    )
  }
  const by_sound = /^[a-z]+$/.test(joined) ? match(text, joined, { continuous: true }) : null
  return new Set(by_sound ?? [])
}

export interface Piece {
  text: string
  is_marked: boolean
  start: number
}

/** The text in pieces, those marked that answer to what was asked. */
export function markedPieces(text: string, wanted: string): Piece[] {
  const marked = markedPositions(text, wanted)
  const found: Piece[] = []
  for (let index = 0; index < text.length; index++) {
    const last = found.at(-1)
    const is_marked = marked.has(index)
    if (last?.is_marked === is_marked) last.text += text.charAt(index)
    else found.push({ text: text.charAt(index), is_marked, start: index })
  }
  return found
}
