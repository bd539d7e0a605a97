import { markedPieces } from './marked-pieces.ts'

export function MarkedText({ text, wanted }: { text: string; wanted: string }) {
  return markedPieces(text, wanted).map((piece) =>
    piece.is_marked ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
  )
}
