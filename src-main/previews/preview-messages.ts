import type { Media } from '../files/media-of.ts'

/** A picture of one page, wanted that wide. */
export interface PreviewRequest {
  id: number
  path: string
  media: Media
  /** From 1. */
  page: number
  /** Pixels; a narrower picture is not blown up. */
  width: number
}

export interface Drawn {
  type: 'image/png' | 'image/jpeg'
  bytes: Uint8Array
  pages: number
}

/** Why there is no picture, as far as the file itself is the reason. */
export type NotDrawn = 'locked' | 'broken' | 'too-large' | 'no-such-page'

export type PreviewAnswer = { id: number } & (
  | ({ kind: 'drawn' } & Drawn)
  | { kind: 'not-drawn'; why: NotDrawn; words: string }
)

export class CannotDraw extends Error {
  readonly why: NotDrawn

  constructor(why: NotDrawn) {
    super(why)
    this.why = why
  }
}
