import { match } from 'pinyin-pro'

/** Which characters of `text` answer to `wanted`: the words themselves, or else what sounds like its letters. */
function markedPositions(text: string, wanted: string): Set<number> {
  const plain = text.toLowerCase()
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const positions = words.flatMap((word) => {
    const start = plain.indexOf(word)
    return start < 0 ? [] : [...word].map((_, index) => start + index)
  })
  if (positions.length > 0) return new Set(positions)
  const letters = words.join('')
  const by_sound = /^[a-z]+$/.test(letters) ? match(text, letters, { continuous: true }) : null
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
